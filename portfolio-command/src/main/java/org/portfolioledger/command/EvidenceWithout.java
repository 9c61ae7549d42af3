package org.portfolioledger.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.History;

/**
 * Evidence without what is about to be corrected in other streams than the one that decides.
 *
 * @param origins positions at which the lineages begin that are left out
 * @param named texts of what is corrected: whom it names, its correction may name although erased since
 */
record EvidenceWithout(Evidence evidence, Set<Long> origins, Set<String> named) implements Evidence {

    @Override
    public <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
        History<RecordedFact, S> history = evidence.history(kind, id);
        for (long origin : origins) history = history.without(origin);
        return history;
    }

    @Override
    public RecordedStream stream(String name) {
        return evidence.stream(name);
    }

    @Override
    public void mark(Mark mark) {
        evidence.mark(mark);
    }

    @Override
    public List<String> marked(Mark mark) {
        return evidence.marked(mark);
    }

    @Override
    public String register() {
        return evidence.register();
    }

    @Override
    public Optional<RecordedFact> wentLive() {
        return evidence.wentLive();
    }

    @Override
    public List<Read> read() {
        return evidence.read();
    }

    @Override
    public Optional<RecordedFact> fact(long position) {
        return evidence.fact(position);
    }

    @Override
    public Sender sender() {
        return evidence.sender();
    }

    @Override
    public PersonStatus person(String id) {
        PersonStatus status = evidence.person(id);
        return status == PersonStatus.ERASED && named.contains(id) ? PersonStatus.KNOWN : status;
    }
}

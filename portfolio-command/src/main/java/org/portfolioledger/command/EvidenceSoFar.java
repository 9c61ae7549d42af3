package org.portfolioledger.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.History;

/** Evidence with what was decided before in the same unit and is not on record yet. For one thread. */
final class EvidenceSoFar implements Evidence {

    private final Evidence recorded;
    private final Map<String, RecordedStream> grown = new HashMap<>();
    private final Set<Mark> given = new HashSet<>();
    private final Map<Mark, Set<String>> marked = new HashMap<>();
    private long next = History.FIRST_UNRECORDED;

    EvidenceSoFar(Evidence recorded) {
        this.recorded = recorded;
    }

    /** Counts facts in that were decided, the first of the unit at {@link History#FIRST_UNRECORDED}. */
    void add(List<StreamFact> decided) {
        for (StreamFact fact : decided) {
            grown.put(
                    fact.stream(),
                    stream(fact.stream())
                            .with(new RecordedFact(next++, fact.fact(), recorders(), List.of(), List.of())));
            given.stream()
                    .filter(mark -> Kinds.ofStream(fact.stream())
                            .filter(mark.kind()::equals)
                            .isPresent())
                    .forEach(mark -> marked.computeIfAbsent(mark, _ -> new TreeSet<>())
                            .add(mark.kind().idIn(fact.stream())));
        }
        given.clear();
    }

    /** Lets a stream be as it is at hand. */
    void hold(String stream, RecordedStream atHand) {
        grown.put(stream, atHand);
    }

    @Override
    public RecordedStream stream(String name) {
        RecordedStream known = grown.get(name);
        return known == null ? recorded.stream(name) : known;
    }

    @Override
    public void mark(Mark mark) {
        recorded.mark(mark);
        given.add(mark);
    }

    @Override
    public List<String> marked(Mark mark) {
        return Stream.concat(recorded.marked(mark).stream(), marked.getOrDefault(mark, Set.of()).stream())
                .distinct()
                .toList();
    }

    @Override
    public String register() {
        return recorded.register();
    }

    @Override
    public Optional<RecordedFact> wentLive() {
        return recorded.wentLive();
    }

    @Override
    public List<Read> read() {
        return recorded.read();
    }

    @Override
    public Optional<RecordedFact> fact(long position) {
        return recorded.fact(position);
    }

    @Override
    public Sender sender() {
        return recorded.sender();
    }

    @Override
    public PersonStatus person(String id) {
        return recorded.person(id);
    }
}

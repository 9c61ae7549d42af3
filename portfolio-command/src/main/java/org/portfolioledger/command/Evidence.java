package org.portfolioledger.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.History;

/**
 * What other streams say, for rules that rest on them. Read from the ledger, never from rows; every stream that is read
 * is guarded: the append refuses the unit if it moves before the fact is recorded.
 */
public interface Evidence {

    /** The entity of a kind with an id, as known now; without facts if there is none. */
    default <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
        return kind.history(stream(kind.stream(id)));
    }

    /** All that is recorded in a stream. */
    RecordedStream stream(String name);

    /** Lets what the command records be found by a mark. */
    void mark(Mark mark);

    /**
     * Ids of the entities that were recorded with a mark, whatever was corrected since. Each is guarded once it is read.
     */
    List<String> marked(Mark mark);

    /** The register to which everything belongs that the command puts on record. */
    String register();

    /** The fact with which that register went live, or with which it was opened live; empty while it migrates. */
    Optional<RecordedFact> wentLive();

    /** What was read so far, but for streams that hold nothing. */
    List<Read> read();

    /**
     * A stream that was read.
     *
     * @param first position of its first fact
     */
    record Read(String stream, String register, long first) {}

    /** The fact at a position, if there is one, with its stream guarded. */
    Optional<RecordedFact> fact(long position);

    /** Who sends the command. */
    Sender sender();

    /**
     * Those persons who take part in it as its recorders; nobody while papers are copied into a register that migrates.
     */
    default Set<String> recorders() {
        return sender().migrating() ? Set.of() : sender().persons();
    }

    /** What the directory holds of a person. A person is no fact, so this guards nothing. */
    PersonStatus person(String id);
}

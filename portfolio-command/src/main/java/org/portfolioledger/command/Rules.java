package org.portfolioledger.command;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of one family: pure functions, without framework, clock or chance. */
public interface Rules<C extends Command, F extends GovernanceFact, S> {

    /** What its streams are folded to. */
    Kind<F, S> kind();

    /** The commands that it decides. */
    Class<C> commands();

    /**
     * What a command comes to.
     *
     * @param history the entity as known now
     */
    Decision<F> decide(C command, History<RecordedFact, S> history, Evidence evidence);

    /** What must hold in every segment of the timeline, past and future; the findings are what does not. */
    List<Finding> invariants(S state);

    /**
     * What does not hold in all that is told of one entity, where no state alone shows that it fails.
     *
     * @param told what the lineages say, in the order in which it is folded
     */
    default List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> told) {
        return List.of();
    }
}

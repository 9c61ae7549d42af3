package org.portfolioledger.command.initiative;

import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/** Deliberately bad: rules that others could call. */
public final class PublishesItself implements Rules<InitiativeCommand, InitiativeFact, InitiativeState> {

    @Override
    public Kind<InitiativeFact, InitiativeState> kind() {
        return Kinds.INITIATIVE;
    }

    @Override
    public Class<InitiativeCommand> commands() {
        return InitiativeCommand.class;
    }

    @Override
    public Decision<InitiativeFact> decide(
            InitiativeCommand command, History<RecordedFact, InitiativeState> history, Evidence evidence) {
        return Decision.nothing();
    }

    @Override
    public List<Finding> invariants(InitiativeState state) {
        return List.of();
    }
}

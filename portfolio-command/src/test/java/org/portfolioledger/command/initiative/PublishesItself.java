package org.portfolioledger.command.initiative;

import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.initiative.InitiativeCommand.RenameInitiative;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/** Deliberately bad: rules that others could call. */
public final class PublishesItself extends Family<InitiativeCommand, InitiativeFact, InitiativeState> {

    public PublishesItself() {
        super(Kinds.INITIATIVE, InitiativeCommand.class, List.of());
    }

    @Override
    protected Decision<InitiativeFact> decide(
            InitiativeCommand command, History<RecordedFact, InitiativeState> history, Evidence evidence) {
        RenameInitiative rename = (RenameInitiative) command;
        return Decision.of(
                new InitiativeRenamed(rename.initiative(), rename.name(), rename.reason(), rename.provenance()),
                new Findings());
    }
}

package org.portfolioledger.command;

import static org.portfolioledger.command.OwnLaws.comesLast;

import java.util.Set;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link ActionFact}. */
final class ActionLife implements Life<ActionState> {

    @Override
    public Kind<?, ActionState> kind() {
        return Kinds.ACTION;
    }

    @Override
    public String id() {
        return "ACT";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(ActionFacts.action("ACT", "p0", null, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0 -> ActionFacts.actionProgress("ACT", "Half " + sent.which() % 3, day);
            case 1 -> ActionFacts.handedOn("ACT", "p" + sent.other() % 5, day);
            case 2 -> ActionFacts.actionDue("ACT", day, day);
            case 3 -> ActionFacts.done("ACT", day);
            case 4 -> ActionFacts.dropped("ACT", day);
            default -> ActionFacts.action("ACT", "p" + sent.which() % 3, null, day);
        };
    }

    /** Nothing follows the end of an action. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "action-ACT",
                Kinds.ACTION,
                fact -> fact instanceof ActionDone || fact instanceof ActionDropped,
                Set.of(ActionOpened.class));
    }

    @Override
    public Set<String> colliding() {
        return Set.of("ACTION_ENDED");
    }
}

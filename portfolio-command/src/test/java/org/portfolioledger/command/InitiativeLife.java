package org.portfolioledger.command;

import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link InitiativeFact}. */
final class InitiativeLife implements Life<InitiativeState> {

    @Override
    public Kind<?, InitiativeState> kind() {
        return Kinds.INITIATIVE;
    }

    @Override
    public String id() {
        return "PG";
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 12) {
            case 0 -> InitiativeFacts.renamed("PG", "Name " + sent.which() % 3, day);
            case 1 -> InitiativeFacts.moved("PG", new Placement("PX", null), day);
            case 2 -> InitiativeFacts.owned("PG", List.of("G" + sent.which() % 3), day);
            case 3 -> InitiativeFacts.closed("PG", day);
            case 4 -> InitiativeFacts.moved("PG", new Placement(null, "PF"), day);
            case 5, 6 -> InitiativeFacts.exited("PG", null, day);
            case 7 -> InitiativeFacts.called("PG", "S" + sent.which() % 2, "A" + sent.other() % 3, day);
            case 8 -> InitiativeFacts.calledNoMore("PG", "S" + sent.which() % 2, day);
            case 9 ->
                sent.other() % 3 == 0
                        ? InitiativeFacts.merged("PG", "PX", day)
                        : InitiativeFacts.split("PG", "PX", day);
            case 10 -> InitiativeFacts.attributed("PG", Map.of("key", "V" + sent.which() % 3), day);
            default -> InitiativeFacts.initiative("PG", day);
        };
    }

    /** Nothing follows a closure. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "initiative-PG",
                Kinds.INITIATIVE,
                fact -> fact instanceof InitiativeClosed || fact instanceof InitiativeMerged,
                Set.of(InitiativeOpened.class));
        staysClosed(given, Kinds.INITIATIVE, "PG", InitiativeClosed.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("ALREADY_CLOSED", "PARENT_IS_CLOSED");
    }
}

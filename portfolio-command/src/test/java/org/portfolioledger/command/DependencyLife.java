package org.portfolioledger.command;

import static org.portfolioledger.command.OwnLaws.comesLast;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link DependencyFact}. */
final class DependencyLife implements Life<DependencyState> {

    private static final DependencyEnd PG = new DependencyEnd("PG", null);

    private static final DependencyEnd PX = new DependencyEnd("PX", null);

    @Override
    public Kind<?, DependencyState> kind() {
        return Kinds.DEPENDENCY;
    }

    @Override
    public String id() {
        return "DP";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(DependencyFacts.dependency("DP", PG, PX, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        List<DependencyStatus> all = List.of(DependencyStatus.values());
        DependencySide side = sent.which() % 2 == 0 ? DependencySide.GIVER : DependencySide.RECEIVER;
        return switch (sent.kind() % 7) {
            case 0 -> DependencyFacts.agreed("DP", side, day);
            case 1 -> DependencyFacts.promised("DP", day, day);
            case 2 -> DependencyFacts.status("DP", all.get(sent.other() % all.size()), day);
            case 3 -> DependencyFacts.noLongerAgreed("DP", side, day);
            case 4 -> DependencyFacts.needed("DP", day, day);
            case 5 ->
                DependencyFacts.seen(
                        "DP", side, List.of(DependencyOutlook.values()).get(sent.other() % 3), day, day);
            default -> DependencyFacts.dependency("DP", PG, PX, day);
        };
    }

    /** Nothing follows a withdrawal. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "dependency-DP",
                Kinds.DEPENDENCY,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                Set.of(DependencyProposed.class));
    }
}

package org.portfolioledger.query.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** Finds whose figures are meant. */
@Component
public final class FiguresScopes {

    private final PortfolioMembers members;
    private final Rows rows;

    FiguresScopes(PortfolioMembers members, Rows rows) {
        this.members = members;
        this.rows = rows;
    }

    public FiguresScope ofRegister(TimePoint point, String register) {
        return FiguresScope.ofRegister(
                register, rows.where(point, Kinds.INITIATIVE, "r.register = :of", Map.of("of", register)));
    }

    public FiguresScope ofPortfolio(TimePoint point, String portfolio) {
        return FiguresScope.ofPortfolio(portfolio, members.everBelongingTo(point, portfolio));
    }

    /**
     * With all below it, and with what refers to it while it is not there. One whose opening was retracted is taken as it was last
     * known.
     */
    public FiguresScope ofInitiative(TimePoint point, String initiative) {
        List<Known<InitiativeState>> initiatives =
                new ArrayList<>(members.everKnown(point, initiative).stream().toList());
        Set<String> ids = new TreeSet<>(Set.of(initiative));
        Collection<String> above = ids;
        while (!above.isEmpty()) {
            Set<String> latest = new TreeSet<>();
            for (Known<InitiativeState> below : rows.where(
                    point,
                    Kinds.INITIATIVE,
                    "r.parent is not null and r.parent = any(:above::text[])",
                    Map.of("above", above.toArray(String[]::new))))
                if (ids.add(below.id())) {
                    initiatives.add(below);
                    latest.add(below.id());
                }
            above = latest;
        }
        return FiguresScope.ofInitiative(initiative, ids, initiatives);
    }

    /** Without those below it. */
    public FiguresScope ofInitiativeAlone(TimePoint point, String initiative) {
        return FiguresScope.ofInitiative(
                initiative,
                Set.of(initiative),
                members.everKnown(point, initiative).stream().toList());
    }
}

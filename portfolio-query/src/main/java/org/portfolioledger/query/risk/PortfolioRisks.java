package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.risk.CountedRisks.Counted;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RiskState;
import org.springframework.stereotype.Component;

/** The risks and issues of a portfolio and of its initiatives. */
@Component
public final class PortfolioRisks {

    private static final String IS_OR_REFERS_TO = "(r.id = any(:ids::text[]) or r.refs && :streams::text[])";

    private final PortfolioMembers members;
    private final Rows rows;

    PortfolioRisks(PortfolioMembers members, Rows rows) {
        this.members = members;
        this.rows = rows;
    }

    /** Those that are in a register: of those that are linked as the same, the one as which they count. */
    public List<RiskState> countedOnce(TimePoint point, String portfolio) {
        return counted(point, portfolio, RiskScoreKind.RESIDUAL).counted().values().stream()
                .map(Counted::risk)
                .toList();
    }

    /** Those that concern the portfolio or one of its initiatives, by id. */
    List<RiskState> of(TimePoint point, String portfolio) {
        return of(point, portfolio, initiatives(point, portfolio).keySet());
    }

    private List<RiskState> of(TimePoint point, String portfolio, Set<String> initiatives) {
        Among among = Among.referringTo(Stream.concat(
                        initiatives.stream().map(Kinds.INITIATIVE::stream),
                        Stream.of(Kinds.PORTFOLIO.stream(portfolio)))
                .toList());
        return rows.where(point, Kinds.RISK, among.condition(), among.values()).stream()
                .map(Known::state)
                .filter(risk -> concerns(risk.subject().value(), portfolio, initiatives))
                .toList();
    }

    /** By initiative of a portfolio its parent; an empty text: it has none. */
    private Map<String, String> initiatives(TimePoint point, String portfolio) {
        Map<String, String> parents = new HashMap<>();
        for (Known<InitiativeState> member : members.everBelongingTo(point, portfolio)) {
            String parent = member.state().placement().value().parent();
            parents.put(member.id(), parent == null ? "" : parent);
        }
        return parents;
    }

    /** The risks of one initiative and of those below it, of those that belong to a portfolio. */
    private List<RiskState> below(TimePoint point, String portfolio, String initiative) {
        Map<String, String> parents = initiatives(point, portfolio);
        Set<String> below = new HashSet<>();
        for (String id : parents.keySet()) {
            Set<String> passed = new HashSet<>();
            String at = id;
            while (parents.containsKey(at) && passed.add(at)) {
                if (at.equals(initiative)) below.add(id);
                at = parents.getOrDefault(at, "");
            }
        }
        return of(point, portfolio, below).stream()
                .filter(risk -> risk.subject().value().initiative() != null)
                .toList();
    }

    /** How the risks of one initiative and of those below it count, apart from all others of the portfolio. */
    CountedRisks counted(TimePoint point, String portfolio, String initiative, RiskScoreKind score) {
        List<RiskState> own = below(point, portfolio, initiative);
        return counted(point, portfolio, own, score);
    }

    private static boolean concerns(RiskSubject subject, String portfolio, Set<String> initiatives) {
        return portfolio.equals(subject.portfolio())
                || (subject.initiative() != null && initiatives.contains(subject.initiative()));
    }

    CountedRisks counted(TimePoint point, String portfolio, RiskScoreKind score) {
        return counted(point, portfolio, of(point, portfolio), score);
    }

    /** Some of those of a portfolio, each score by a scheme as the portfolio has it. */
    private CountedRisks counted(TimePoint point, String portfolio, List<RiskState> own, RiskScoreKind score) {
        PortfolioState schemes =
                rows.one(point, Kinds.PORTFOLIO, portfolio).map(Known::state).orElse(null);
        return CountedRisks.of(
                own, linked(point, own), score, scored -> schemes == null ? null : schemes.replacement(scored));
    }

    /** Risks elsewhere that are the same as some, directly or through others. */
    private Collection<RiskState> linked(TimePoint point, List<RiskState> some) {
        Set<String> seen = new HashSet<>(some.stream().map(RiskState::risk).toList());
        Map<String, RiskState> found = new HashMap<>();
        List<RiskState> latest = some;
        while (!latest.isEmpty()) {
            Set<String> wanted = new HashSet<>();
            latest.forEach(risk -> wanted.addAll(CountedRisks.sameAs(risk)));
            wanted.removeAll(seen);
            String[] streams =
                    latest.stream().map(risk -> Kinds.RISK.stream(risk.risk())).toArray(String[]::new);
            List<RiskState> more = new ArrayList<>();
            for (RiskState risk : rows
                    .where(
                            point,
                            Kinds.RISK,
                            IS_OR_REFERS_TO,
                            Map.of("ids", wanted.toArray(String[]::new), "streams", streams))
                    .stream()
                    .map(Known::state)
                    .toList()) if (seen.add(risk.risk())) more.add(risk);
            more.forEach(risk -> found.put(risk.risk(), risk));
            latest = more;
        }
        return found.values();
    }
}

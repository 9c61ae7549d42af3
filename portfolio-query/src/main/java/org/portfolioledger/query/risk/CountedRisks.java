package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskLink;
import org.portfolioledger.state.RiskState.RiskScore;

/**
 * Which risks count in a portfolio. Those that are linked as the same, directly or through others, count once: as the one on
 * the highest level; of those, as one that has the score, rather by a scheme in use than by one that was replaced; of those, as
 * the first by id.
 *
 * @param counted by id
 * @param countsFor by each risk of the portfolio that is in a register the one as which it counts
 * @param known all risks of the portfolio, by id
 */
record CountedRisks(SortedMap<String, Counted> counted, Map<String, String> countsFor, Map<String, RiskState> known) {

    /**
     * A risk that counts.
     *
     * @param score null: it does not have that score
     * @param replacement what replaced the scheme of the score in the portfolio: the score is history; null: it is in use
     * @param sameAs ids of those that count as this one, or are the same and in no register
     */
    record Counted(
            RiskState risk,
            @Nullable Grounded<RiskScore> score,
            @Nullable Grounded<Replacement> replacement,
            List<String> sameAs) {}

    /**
     * Counts the risks of a portfolio.
     *
     * @param ofPortfolio those of the portfolio
     * @param others risks elsewhere through which some of them may be the same
     * @param replaced what replaced the scheme of a score; null: it is in use
     */
    static CountedRisks of(
            Collection<RiskState> ofPortfolio,
            Collection<RiskState> others,
            RiskScoreKind score,
            Function<RiskScore, @Nullable Grounded<Replacement>> replaced) {
        Map<String, Set<String>> same = same(ofPortfolio, others);
        Map<String, RiskState> known = new HashMap<>();
        ofPortfolio.forEach(risk -> known.put(risk.risk(), risk));
        Comparator<RiskState> first = Comparator.<RiskState, RiskLevel>comparing(
                        risk -> risk.level().value(), Comparator.reverseOrder())
                .thenComparing(risk -> !risk.scores().containsKey(score))
                .thenComparing(risk -> replacement(risk.scores().get(score), replaced) != null)
                .thenComparing(RiskState::risk);
        SortedMap<String, Counted> counted = new TreeMap<>();
        Map<String, String> countsFor = new HashMap<>();
        for (RiskState risk : ofPortfolio) {
            if (!isInRegister(risk)) continue;
            Set<String> all = same.getOrDefault(risk.risk(), Set.of(risk.risk()));
            RiskState one = all.stream()
                    .filter(known::containsKey)
                    .map(known::get)
                    .filter(CountedRisks::isInRegister)
                    .min(first)
                    .orElse(risk);
            countsFor.put(risk.risk(), one.risk());
            Grounded<RiskScore> scored = one.scores().get(score);
            counted.put(one.risk(), new Counted(one, scored, replacement(scored, replaced), without(all, one.risk())));
        }
        return new CountedRisks(counted, countsFor, known);
    }

    private static @Nullable Grounded<Replacement> replacement(
            @Nullable Grounded<RiskScore> score, Function<RiskScore, @Nullable Grounded<Replacement>> replaced) {
        return score == null ? null : replaced.apply(score.value());
    }

    private static boolean isInRegister(RiskState risk) {
        return risk.status().value().isInRegister();
    }

    private static List<String> without(Set<String> ids, String id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }

    /** By each risk that is linked as the same as another, all that are the same. */
    private static Map<String, Set<String>> same(Collection<RiskState> some, Collection<RiskState> others) {
        Map<String, Set<String>> same = new HashMap<>();
        List<RiskState> all = new ArrayList<>(some);
        all.addAll(others);
        for (RiskState risk : all)
            for (String other : sameAs(risk)) {
                Set<String> both = new TreeSet<>(same.getOrDefault(risk.risk(), Set.of(risk.risk())));
                both.addAll(same.getOrDefault(other, Set.of(other)));
                for (String id : both) same.put(id, both);
            }
        return same;
    }

    /** Ids of the risks to which one is linked as the same. */
    static List<String> sameAs(RiskState risk) {
        List<String> ids = new ArrayList<>();
        for (Grounded<RiskLink> link : risk.links().values())
            if (link.value().link() == RiskLinkKind.SAME_AS && link.value().otherRisk() != null)
                ids.add(link.value().otherRisk());
        return ids;
    }
}

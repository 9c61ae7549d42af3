package org.portfolioledger.query.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskScore;
import org.portfolioledger.vocabulary.Holder;

/**
 * One of the highest risks of an initiative.
 *
 * @param risk id
 * @param score the residual one
 * @param owner null: a post on record owns it, or nobody is named
 * @param heldByPost id of the post on record whose holder owns it; null: none
 * @param holder who holds that post; null: there is none, or nobody does
 */
record TopRisk(
        String risk,
        Grounded<String> title,
        Grounded<RiskKind> kind,
        Grounded<RiskLevel> level,
        Grounded<RiskScore> score,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<String> heldByPost,
        @Nullable Grounded<Holder> holder) {

    static final int MOST = 3;

    private static final Comparator<TopRisk> HIGHEST = Comparator.<TopRisk>comparingInt(
                    top -> top.score().value().score())
            .reversed()
            .thenComparing(TopRisk::risk);

    /** The highest of some: those in a register that have a residual score by a scheme by which they may be compared. */
    static List<TopRisk> of(OpenRisks open, @Nullable PortfolioState portfolio) {
        return open.risks().stream()
                .filter(risk -> risk.status().value().isInRegister())
                .filter(risk -> isComparable(risk.scores().get(RiskScoreKind.RESIDUAL), portfolio))
                .map(risk -> of(risk, open.posts()))
                .sorted(HIGHEST)
                .limit(MOST)
                .toList();
    }

    private static TopRisk of(RiskState risk, Map<String, PostState> posts) {
        return new TopRisk(
                risk.risk(),
                risk.title(),
                risk.kind(),
                risk.level(),
                Objects.requireNonNull(risk.scores().get(RiskScoreKind.RESIDUAL)),
                risk.owner(),
                risk.heldByPost(),
                risk.holder(posts));
    }

    /** By the last scheme of the portfolio that is in use; by none, where the portfolio defines none. */
    private static boolean isComparable(@Nullable Grounded<RiskScore> score, @Nullable PortfolioState portfolio) {
        if (score == null) return false;
        String scheme = score.value().scheme();
        Integer version = score.value().schemeVersion();
        String present = portfolio == null ? null : portfolio.presentRiskScheme();
        if (scheme == null || version == null) return scheme == null && version == null && present == null;
        return PortfolioState.schemeKey(scheme, version).equals(present);
    }
}

package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState.CasePolicy;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.Money;

/** The route that the policy of a portfolio, in force on the day of the submission, gives a case (rule 6). */
final class RouteChoice {

    private RouteChoice() {}

    /** The policy of the portfolio in which an initiative lies that day; null: there is none. */
    static @Nullable Grounded<CasePolicy> policy(String initiative, LocalDate on, Evidence evidence) {
        String portfolio = Placements.portfolio(initiative, on, evidence);
        return portfolio == null
                ? null
                : evidence.history(Kinds.PORTFOLIO, portfolio)
                        .timeline()
                        .on(on)
                        .map(state -> state.casePolicy())
                        .orElse(null);
    }

    /**
     * The route of a submission.
     *
     * @param version null: it is not on record by then, which is refused for itself
     * @return null: the portfolio has no policy, and the submission states no route
     */
    static @Nullable CaseRoute of(
            SubmitVersion submit,
            BusinessCaseState state,
            @Nullable Version version,
            Evidence evidence,
            Findings findings) {
        LocalDate on = submit.provenance().effectiveOn();
        Grounded<CasePolicy> policy = policy(state.initiative(), on, evidence);
        Optional<CaseRoute> given = policy == null
                ? Optional.empty()
                : given(submit, findings.rest(policy), state, version, evidence, findings);
        if (submit.route() != null)
            findings.requireKnown(Kinds.BOARD, submit.route().boards(), "/route/boards", evidence)
                    .requireNamedOnce(List.copyOf(submit.route().boards()), i -> "/route/boards/" + i);
        if (policy == null && submit.decisionClass() != null)
            findings.note(Finding.of(BusinessCaseRule.NO_FAST_ROUTE, "The portfolio of the case has no policy")
                    .at("/decisionClass"));
        if (policy == null && submit.route() == null && state.route().value().isEmpty())
            findings.note(
                    Finding.of(BusinessCaseRule.ROUTE_WITHOUT_BOARDS, "Neither the case nor a policy states a route")
                            .at("/route"));
        boolean isOfPolicy =
                submit.route() == null || given.filter(submit.route()::equals).isPresent();
        // Where the policy has none, that itself is what is wrong.
        if (!isOfPolicy && (policy == null || given.isPresent()))
            findings.note(Finding.of(
                            BusinessCaseRule.ROUTE_NOT_OF_POLICY,
                            given.map(route -> "The policy gives the route %s".formatted(route.boards()))
                                    .orElse(
                                            "The portfolio of the case has no policy: the opening of the case states its route"))
                    .at("/route"));
        return submit.route() == null ? given.orElse(null) : submit.route();
    }

    private static Optional<CaseRoute> given(
            SubmitVersion submit,
            CasePolicy policy,
            BusinessCaseState state,
            @Nullable Version version,
            Evidence evidence,
            Findings findings) {
        if (submit.decisionClass() != null) return fast(submit.decisionClass(), policy, findings);
        if (version == null) return Optional.empty();
        CaseStage stage = state.stage() == null ? null : findings.rest(state.stage());
        Tier tier = tier(state.initiative(), submit.provenance().effectiveOn(), evidence, findings);
        for (PolicyRoute route : policy.routes()) {
            if (!covers(route.stages(), stage) || !covers(route.tiers(), tier)) continue;
            Money most = route.upTo();
            if (most != null && !version.cost().isComparableWith(most)) {
                findings.note(Finding.of(
                                BusinessCaseRule.COST_NOT_COMPARABLE_WITH_POLICY,
                                "The cost is in %s %s, and the route %s is for costs in %s %s"
                                        .formatted(
                                                version.cost().currency(),
                                                version.cost().priceBasis(),
                                                route.boards(),
                                                most.currency(),
                                                most.priceBasis()))
                        .at("/version"));
                return Optional.empty();
            }
            if (most == null || version.cost().amount().compareTo(most.amount()) <= 0)
                return Optional.of(
                        new CaseRoute(route.boards(), route.challengePanel(), policy.approvalMonths(), null));
        }
        findings.note(Finding.of(
                        BusinessCaseRule.NO_ROUTE_IN_POLICY,
                        "Version %s of the policy has no route for the stage %s, the tier %s and a cost of %s %s"
                                .formatted(
                                        policy.version(),
                                        stage == null ? "NOT_STATED" : stage,
                                        tier == null ? "NOT_STATED" : tier,
                                        version.cost().currency(),
                                        version.cost().amount().toPlainString()))
                .at("/version"));
        return Optional.empty();
    }

    /** Whether a list names something, or is empty and so names everything. */
    private static <T> boolean covers(List<T> named, @Nullable T what) {
        return named.isEmpty() || (what != null && named.contains(what));
    }

    private static Optional<CaseRoute> fast(String decisionClass, CasePolicy policy, Findings findings) {
        Optional<FastRoute> fast = policy.fastRoutes().stream()
                .filter(route -> route.decisionClass().equals(decisionClass))
                .findFirst();
        if (fast.isEmpty())
            findings.note(Finding.of(
                            BusinessCaseRule.NO_FAST_ROUTE,
                            "Version %s of the policy has no fast route for %s"
                                    .formatted(policy.version(), decisionClass))
                    .at("/decisionClass"));
        return fast.map(route -> new CaseRoute(route.boards(), null, policy.approvalMonths(), route.authority()));
    }

    private static @Nullable Tier tier(String initiative, LocalDate on, Evidence evidence, Findings findings) {
        History<RecordedFact, InitiativeState> history = evidence.history(Kinds.INITIATIVE, initiative);
        Grounded<Tier> tier = history.timeline()
                .on(on)
                .or(() -> history.timeline().segments().stream().findFirst().map(Segment::state))
                .map(InitiativeState::tier)
                .orElse(null);
        return tier == null ? null : findings.rest(tier);
    }
}

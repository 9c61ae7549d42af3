package org.portfolioledger.command.portfolio;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.portfolio.PortfolioCommand.SetCasePolicy;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of a portfolio's policies for business cases: versions, and that each route can be taken. */
final class CasePolicies {

    /** Months: ten years. */
    private static final int LONGEST_APPROVAL = 120;

    private CasePolicies() {}

    static Decision<PortfolioFact> set(
            SetCasePolicy set, History<RecordedFact, PortfolioState> history, Evidence evidence) {
        int version = set.version() == null
                ? EntryChecks.nextVersion(
                        EntryChecks.facts(history.entries(), CasePolicySet.class)
                                .toList(),
                        CasePolicySet::version,
                        number -> policy(set, number))
                : set.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(
                                        PortfolioRule.CASE_POLICY_VERSION_TAKEN,
                                        "Version %s of the policy is below 1".formatted(version))
                                .at("/version"))
                .require(
                        !set.routes().isEmpty() || !set.fastRoutes().isEmpty(),
                        Finding.of(PortfolioRule.CASE_POLICY_WITHOUT_BOARDS, "The policy has no route")
                                .at("/routes"));
        Integer months = set.approvalMonths();
        findings.require(
                months == null || (months >= 1 && months <= LONGEST_APPROVAL),
                Finding.of(
                                PortfolioRule.APPROVAL_MONTHS_OUT_OF_RANGE,
                                "An approval would be good for %s months; 1 to %s are allowed"
                                        .formatted(months, LONGEST_APPROVAL))
                        .at("/approvalMonths"));
        for (int i = 0; i < set.routes().size(); i++) {
            PolicyRoute route = set.routes().get(i);
            requireBoards(route.boards(), "/routes/" + i, evidence, findings);
            Powers.requireAmount(route.upTo(), "/routes/" + i + "/upTo", findings);
        }
        for (int i = 0; i < set.fastRoutes().size(); i++)
            requireBoards(set.fastRoutes().get(i).boards(), "/fastRoutes/" + i, evidence, findings);
        for (int i = 0; i < set.mayWaive().size(); i++)
            requireOne(set.mayWaive().get(i), "/mayWaive/" + i, evidence, findings);
        findings.requireNamedOnce(
                set.fastRoutes().stream()
                        .<@Nullable String>map(FastRoute::decisionClass)
                        .toList(),
                i -> "/fastRoutes/" + i + "/decisionClass");
        return Decision.of(policy(set, version), findings);
    }

    private static CasePolicySet policy(SetCasePolicy set, int version) {
        return new CasePolicySet(
                set.portfolio(),
                version,
                set.routes(),
                set.fastRoutes(),
                set.approvalMonths(),
                set.mayWaive(),
                set.provenance());
    }

    /** That exactly one is named who may waive, and can be found for a case. */
    private static void requireOne(WaiverAuthority authority, String pointer, Evidence evidence, Findings findings) {
        long named = Stream.of(authority.board(), authority.post(), authority.role())
                .filter(Objects::nonNull)
                .count();
        findings.require(
                        named == 1
                                && (authority.role() == null || authority.role().isOfInitiative()),
                        Finding.of(
                                        PortfolioRule.AMBIGUOUS_WAIVER_AUTHORITY,
                                        named == 1
                                                ? "No initiative has the role %s".formatted(authority.role())
                                                : "It names %s of a board, a post and a role".formatted(named))
                                .at(pointer))
                .requireKnown(Kinds.BOARD, authority.board(), pointer + "/board", evidence)
                .requireKnown(Kinds.POST, authority.post(), pointer + "/post", evidence);
    }

    private static void requireBoards(List<String> boards, String route, Evidence evidence, Findings findings) {
        String pointer = route + "/boards";
        findings.require(
                        !boards.isEmpty(),
                        Finding.of(PortfolioRule.CASE_POLICY_WITHOUT_BOARDS, "The route names no board")
                                .at(pointer))
                .requireKnown(Kinds.BOARD, boards, pointer, evidence)
                .requireNamedOnce(List.copyOf(boards), i -> pointer + "/" + i);
    }

    /** A version of the policy is set once. */
    static List<Finding> setTwice(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof CasePolicySet set ? set.version() : null,
                version -> Finding.of(
                                PortfolioRule.CASE_POLICY_VERSION_TAKEN,
                                "Version %s of the policy is already set".formatted(version))
                        .at("/version"));
    }
}

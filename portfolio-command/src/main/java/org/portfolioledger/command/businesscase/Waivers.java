package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.PostHolding;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.powers.ActingForBoards;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState.CasePolicy;
import org.portfolioledger.vocabulary.Role;

/** Who may waive the approval of the stage before, by the policy in force on the day of the decision (rule 6). */
final class Waivers {

    private Waivers() {}

    /** Notes that whoever waives may not; where the policy does not say who may, those of the boards on the route may. */
    static void requireAuthority(DecideOnCase decide, BusinessCaseState held, Evidence evidence, Findings findings) {
        Waiver waiver = decide.waiver();
        if (waiver == null) return;
        String person = waiver.waivedBy();
        LocalDate on = decide.provenance().effectiveOn();
        Grounded<CasePolicy> policy = RouteChoice.policy(held.initiative(), on, evidence);
        List<WaiverAuthority> stated =
                policy == null ? List.of() : findings.rest(policy).mayWaive();
        if (policy != null && !stated.isEmpty()) {
            findings.require(
                    stated.stream()
                            .anyMatch(
                                    authority -> covers(authority, person, held.initiative(), on, evidence, findings)),
                    Finding.of(
                                    BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY,
                                    "Version %s of the policy does not let %s waive on %s"
                                            .formatted(policy.value().version(), person, on))
                            .against(policy)
                            .at("/waiver/waivedBy"));
            return;
        }
        List<String> boards = ActingForBoards.upwards(boards(decide, held), on, evidence);
        findings.require(
                boards.stream().anyMatch(board -> ActingForBoards.isOf(board, person, on, evidence, findings)),
                Finding.of(
                                BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY,
                                "%s is neither member nor delegate of %s on %s"
                                        .formatted(person, String.join(", ", boards), on))
                        .at("/waiver/waivedBy"));
    }

    /** Those of the route, and the one that decides, which may have taken the place of one of them. */
    private static List<String> boards(DecideOnCase decide, BusinessCaseState held) {
        List<String> boards = new ArrayList<>(CaseProgress.of(held).boards(decide.version()));
        if (decide.board() != null) boards.add(decide.board());
        return boards;
    }

    private static boolean covers(
            WaiverAuthority authority,
            String person,
            String initiative,
            LocalDate on,
            Evidence evidence,
            Findings findings) {
        if (authority.board() != null) return ActingForBoards.isOf(authority.board(), person, on, evidence, findings);
        if (authority.post() != null)
            return PostHolding.of(authority.post(), on, evidence, findings)
                    .filter(person::equals)
                    .isPresent();
        return authority.role() != null && holds(authority.role(), person, initiative, on, evidence, findings);
    }

    private static boolean holds(
            Role role, String person, String initiative, LocalDate on, Evidence evidence, Findings findings) {
        return evidence.history(Kinds.APPOINTMENTS, initiative)
                .timeline()
                .on(on)
                .filter(roles -> {
                    Grounded<Incumbent> incumbent = roles.incumbent(role);
                    Grounded<String> post =
                            incumbent == null ? null : incumbent.value().heldByPost();
                    if (post != null)
                        return PostHolding.of(findings.rest(post), on, evidence, findings)
                                .filter(person::equals)
                                .isPresent();
                    Grounded<Holding> holding = roles.roles().get(role);
                    return holding != null && findings.rest(holding).isHeldBy(person);
                })
                .isPresent();
    }
}

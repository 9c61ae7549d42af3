package org.portfolioledger.query.accountability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * An approval of a business case, and the changes of who holds a role of its initiative in the days before and after it.
 *
 * @param board absent where the source does not name it
 * @param finalApproval whether it is the approval by the last board of the route
 * @param changes in order of time
 */
record ApprovalNearChanges(
        String initiative,
        String businessCase,
        @Nullable String board,
        BoardOutcome outcome,
        boolean finalApproval,
        Role role,
        List<RoleChange> changes) {

    /**
     * That another holds a role, or nobody any more.
     *
     * @param on first day on which it is so
     * @param days after the approval; below 0: before it
     * @param before who held it until then; absent: nobody
     * @param after who holds it from then on; absent: nobody
     */
    record RoleChange(
            LocalDate on,
            long days,
            @Nullable Holder before,
            @Nullable Holder after) {}

    /** One approval; the changes within so many days are shown. */
    static ApprovalNearChanges of(
            BusinessCaseState of, Grounded<Outcome> approval, Role role, List<Tenure> tenures, int days) {
        Outcome outcome = approval.value();
        return new ApprovalNearChanges(
                of.initiative(),
                of.businessCase(),
                outcome.board(),
                Objects.requireNonNull(outcome.outcome()),
                outcome.finalApproval(),
                role,
                changes(tenures, approval.since()).stream()
                        .filter(change -> Math.abs(change.days()) <= days)
                        .toList());
    }

    /** All changes. That somebody was the first to hold it changed nobody. */
    private static List<RoleChange> changes(List<Tenure> tenures, LocalDate approvedOn) {
        List<RoleChange> changes = new ArrayList<>();
        Tenure before = null;
        for (Tenure tenure : tenures) {
            if (before != null) {
                boolean follows = tenure.from().equals(before.to());
                if (!follows) left(before, approvedOn, changes);
                changes.add(change(tenure.from(), approvedOn, follows ? before.holder() : null, tenure.holder()));
            }
            before = tenure;
        }
        if (before != null) left(before, approvedOn, changes);
        return changes;
    }

    private static void left(Tenure tenure, LocalDate approvedOn, List<RoleChange> changes) {
        if (tenure.to() != null) changes.add(change(tenure.to(), approvedOn, tenure.holder(), null));
    }

    private static RoleChange change(
            LocalDate on, LocalDate approvedOn, @Nullable Holder before, @Nullable Holder after) {
        return new RoleChange(on, ChronoUnit.DAYS.between(approvedOn, on), before, after);
    }
}

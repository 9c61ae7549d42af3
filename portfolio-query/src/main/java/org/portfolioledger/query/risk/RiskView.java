package org.portfolioledger.query.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.ActionState.ActionStatus;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Holder;

/**
 * A risk or an issue, with what is to be done about it.
 *
 * @param open whether it was not closed
 * @param score its present score, 1 to 25: the residual one, or the inherent one where nobody stated what is left of it;
 *     null: it was not scored
 * @param holder who holds the post that owns it; null: no post on record owns it, or nobody holds the post
 * @param actions in response to it, by id
 * @param alerts what should not be overlooked
 */
record RiskView(
        @JsonUnwrapped RiskState state,
        boolean open,
        @Nullable Integer score,
        @Nullable Grounded<Holder> holder,
        List<RiskAction> actions,
        SortedSet<Alert> alerts) {

    /**
     * An action in response to a risk.
     *
     * @param action id
     * @param owner null: nobody is named
     * @param dueOn null: not stated
     * @param overdue whether its last day has passed, and it was neither done nor dropped
     */
    record RiskAction(
            String action,
            Grounded<String> subject,
            @Nullable Grounded<Holder> owner,
            @Nullable Grounded<LocalDate> dueOn,
            Grounded<ActionStatus> status,
            boolean overdue) {

        static RiskAction of(ActionState action, LocalDate asOf) {
            return new RiskAction(
                    action.action(),
                    action.subject(),
                    action.owner(),
                    action.dueOn(),
                    action.status(),
                    action.alerts(asOf).contains(Alert.ACTION_OVERDUE));
        }
    }

    static RiskView of(RiskState risk, @Nullable Grounded<Holder> holder, List<RiskAction> actions, Viewpoint seen) {
        SortedSet<Alert> alerts = new TreeSet<>(Alert.of(risk, seen));
        if (holder != null) alerts.addAll(Alert.of(holder, seen));
        if (actions.stream().anyMatch(RiskAction::overdue)) alerts.add(Alert.RISK_ACTION_OVERDUE);
        Grounded<RiskState.RiskScore> present = risk.present();
        return new RiskView(
                risk, risk.isOpen(), present == null ? null : present.value().score(), holder, actions, alerts);
    }
}

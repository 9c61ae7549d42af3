package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReportingCycleState;

/** A life of the family {@link ReportingCycleFact}. */
final class ReportingCycleLife implements Life<ReportingCycleState> {

    @Override
    public Kind<?, ReportingCycleState> kind() {
        return Kinds.REPORTING_CYCLE;
    }

    @Override
    public String id() {
        return "RC";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        InitiativeFacts.moved("PG", new Placement(null, "PF"), "2020-01-01"),
                        ReportingCycleFacts.cycle("RC", List.of(), "B0", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> ReportingCycleFacts.submissionsDue("RC", "2020-06-0" + (1 + sent.other() % 9), day);
            case 1, 2, 3 ->
                ReportingCycleFacts.received("RC", "PG", sent.other() % 2 == 0 ? List.of() : List.of("Forecast"), day);
            case 4, 5 -> ReportingCycleFacts.raised("RC", "PG", "B" + sent.which() % 2, day);
            case 6 -> ReportingCycleFacts.cycleClosed("RC", sent.other() % 3 == 0 ? "2020-07-10" : day);
            default -> ReportingCycleFacts.cycle("RC", List.of("PG"), "B0", day);
        };
    }

    /**
     * Nothing comes in after a cycle is closed: only what the cycle asks for is missing, and it is closed once all was
     * due.
     */
    @Override
    public void keepsLaw(Given given) {
        LocalDate[] due = {LocalDate.MIN};
        told(given, Kinds.REPORTING_CYCLE, "RC").forEach(fact -> {
            switch (fact) {
                case ReportingCycleOpened opened -> due[0] = opened.dueOn();
                case SubmissionsRescheduled rescheduled -> due[0] = rescheduled.dueOn();
                case SubmissionReceived received ->
                    assertThat(received.missing()).isSubsetOf("Highlights", "Forecast");
                case ReportingCycleClosed closed ->
                    assertThat(closed.provenance().effectiveOn()).isAfterOrEqualTo(due[0]);
                default -> {}
            }
        });
        staysClosed(given, Kinds.REPORTING_CYCLE, "RC", ReportingCycleClosed.class);
    }
}

package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.time.LocalDate;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.WorkforceControlState;

/** A life of the family {@link WorkforceControlFact}. */
final class WorkforceControlLife implements Life<WorkforceControlState> {

    @Override
    public Kind<?, WorkforceControlState> kind() {
        return Kinds.WORKFORCE_CONTROL;
    }

    @Override
    public String id() {
        return "WC";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(WorkforceControlFacts.workforceControl("WC", null, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 6) {
            case 0, 1 -> WorkforceControlFacts.figures("WC", sent.which() % 5, sent.other() % 5, day);
            case 2 -> WorkforceControlFacts.figures("WC", null, sent.other() % 5, day);
            case 3 -> WorkforceControlFacts.controlUntil("WC", "2020-02-0" + (1 + sent.other() % 9), day);
            case 4 -> WorkforceControlFacts.controlEnded("WC", sent.other() % 3 == 0 ? "2020-02-01" : day);
            default -> WorkforceControlFacts.workforceControl("WC", null, day);
        };
    }

    /** No more offers are accepted than made. */
    @Override
    public void keepsLaw(Given given) {
        int[] known = {Integer.MAX_VALUE, 0};
        LocalDate[] day = {LocalDate.MIN};
        told(given, Kinds.WORKFORCE_CONTROL, "WC").forEach(fact -> {
            if (!(fact instanceof WorkforceFiguresReported figures)) return;
            // What is reported last on a day counts.
            if (figures.provenance().effectiveOn().isAfter(day[0]))
                assertThat(known[1]).isLessThanOrEqualTo(known[0]);
            day[0] = figures.provenance().effectiveOn();
            if (figures.offers() != null) known[0] = figures.offers();
            if (figures.accepted() != null) known[1] = figures.accepted();
        });
        assertThat(known[1]).isLessThanOrEqualTo(known[0]);
        staysClosed(given, Kinds.WORKFORCE_CONTROL, "WC", WorkforceControlEnded.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("WORKFORCE_CONTROL_ENDED_ALREADY");
    }
}

package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;

/** Makes facts about reporting cycles. */
final class HostileReportingCycles extends HostileFamily {

    HostileReportingCycles(HostileFacts all) {
        super(all);
        makers.put(
                ReportingCycleOpened.class,
                id -> new ReportingCycleOpened(
                        id,
                        register(id),
                        near("portfolio", id),
                        name(),
                        random.nextBoolean() ? day() : null,
                        random.nextBoolean() ? day() : null,
                        random.nextInt(4) == 0 ? null : day(),
                        random.nextBoolean() ? List.of() : List.of(near("initiative", id)),
                        List.of("Highlights"),
                        List.of(
                                new BoardReport(
                                        board(id, 0),
                                        ReportCoverage.BY_EXCEPTION,
                                        random.nextBoolean() ? day() : null,
                                        List.of(ExceptionGround.values())),
                                new BoardReport(board(id, 1), maybe(any(ReportCoverage.values())), null, List.of())),
                        attributes(),
                        on()));
        makers.put(SubmissionsRescheduled.class, id -> new SubmissionsRescheduled(id, day(), maybe("accounts"), on()));
        makers.put(
                SubmissionReceived.class,
                id -> new SubmissionReceived(
                        id, near("initiative", id), texts("Highlights", "Forecast"), evidence(id), on()));
        makers.put(
                ExceptionRaised.class,
                id -> new ExceptionRaised(
                        id,
                        near("initiative", id),
                        near("board", id),
                        maybe(any(ExceptionGround.values())),
                        "costs",
                        on()));
        makers.put(ReportingCycleClosed.class, id -> new ReportingCycleClosed(id, maybe("sent"), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ReportingCycleFact.class;
    }

    @Override
    String kind() {
        return "reporting-cycle";
    }

    @Override
    Some some() {
        return new Some("RC", 2, ReportingCycleOpened.class);
    }
}

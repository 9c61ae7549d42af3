package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionStatus;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.vocabulary.Citation;

/**
 * A round of reporting on a portfolio.
 *
 * @param from first day on which it reports; null: not stated
 * @param to last day on which it reports; null: not stated
 * @param dueOn last day for submissions; null: not stated
 * @param scope initiatives that are to submit; empty: all that are open in the portfolio
 * @param parts what each submission is to hold
 * @param reports what each board gets
 * @param submissions the last of each initiative
 * @param exceptions that were raised, in their order
 * @param closure from when its pack is fixed; null: it is open
 */
@RecordBuilder
public record ReportingCycleState(
        @JsonProperty("id") String reportingCycle,
        String register,
        Grounded<String> portfolio,
        Grounded<String> name,
        @Nullable Grounded<LocalDate> from,
        @Nullable Grounded<LocalDate> to,
        @Nullable Grounded<LocalDate> dueOn,
        Grounded<List<String>> scope,
        Grounded<List<String>> parts,
        Grounded<List<BoardReport>> reports,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<String, Grounded<CycleSubmission>> submissions,
        List<Grounded<CycleException>> exceptions,
        @Nullable Grounded<CycleClosure> closure)
        implements ReportingCycleStateBuilder.With, Alerting, Closable, Referring {

    /**
     * What an initiative submitted.
     *
     * @param missing parts that it does not hold
     */
    public record CycleSubmission(List<String> missing, List<Citation> papers) {}

    /**
     * What was put before a board as an exception.
     *
     * @param ground which of the grounds stated for the board it is; null: none of them
     */
    public record CycleException(
            String initiative, String board, @Nullable ExceptionGround ground, String reason) {}

    /** How a cycle was closed. */
    public record CycleClosure(@Nullable String remark) {}

    static ReportingCycleState opened(ReportingCycleOpened opened, Grounds grounds) {
        return new ReportingCycleState(
                opened.reportingCycle(),
                opened.register(),
                grounds.ground(opened.portfolio()),
                grounds.ground(opened.name()),
                grounds.maybe(opened.from()),
                grounds.maybe(opened.to()),
                grounds.maybe(opened.dueOn()),
                grounds.ground(opened.scope()),
                grounds.ground(opened.parts()),
                grounds.ground(opened.reports()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                List.of(),
                null);
    }

    ReportingCycleState evolve(ReportingCycleFact fact, Grounds grounds) {
        return switch (fact) {
            case ReportingCycleOpened again ->
                opened(again, grounds)
                        .withSubmissions(submissions)
                        .withExceptions(exceptions)
                        .withClosure(closure);
            case SubmissionsRescheduled rescheduled -> withDueOn(grounds.ground(rescheduled.dueOn()));
            case SubmissionReceived received ->
                withSubmissions(Copies.with(
                        submissions,
                        received.initiative(),
                        grounds.ground(new CycleSubmission(received.missing(), received.papers()))));
            case ExceptionRaised raised ->
                withExceptions(Copies.with(
                        exceptions,
                        grounds.ground(new CycleException(
                                raised.initiative(), raised.board(), raised.ground(), raised.reason()))));
            case ReportingCycleClosed closed -> withClosure(grounds.ground(new CycleClosure(closed.remark())));
        };
    }

    /** Whether submissions were due by a day before. */
    public boolean areSubmissionsDue(LocalDate asOf) {
        return dueOn != null && asOf.isAfter(dueOn.value());
    }

    /** How the submission of an initiative stands on a day. */
    public SubmissionStatus submission(String initiative, LocalDate asOf) {
        Grounded<CycleSubmission> submitted = submissions.get(initiative);
        if (submitted == null) return areSubmissionsDue(asOf) ? SubmissionStatus.MISSING : SubmissionStatus.AWAITED;
        if (!submitted.value().missing().isEmpty()) return SubmissionStatus.INCOMPLETE;
        return dueOn != null && submitted.since().isAfter(dueOn.value())
                ? SubmissionStatus.LATE
                : SubmissionStatus.COMPLETE;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        return isOpen() && reportDays().anyMatch(asOf::isAfter) ? Set.of(Alert.REPORT_OVERDUE) : Set.of();
    }

    private Stream<LocalDate> reportDays() {
        return reports.value().stream().flatMap(report -> Stream.ofNullable(report.dueOn()));
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.PORTFOLIO, portfolio.value(), portfolio));
        for (String initiative : scope.value()) references.add(Reference.to(Kinds.INITIATIVE, initiative, scope));
        for (BoardReport report : reports.value()) references.add(Reference.to(Kinds.BOARD, report.board(), reports));
        submissions.forEach((initiative, submitted) -> {
            references.add(Reference.to(Kinds.INITIATIVE, initiative, submitted));
            references.addAll(Reference.toCited(submitted.value().papers(), submitted));
        });
        for (Grounded<CycleException> raised : exceptions)
            references.add(Reference.to(Kinds.INITIATIVE, raised.value().initiative(), raised));
        return references;
    }
}

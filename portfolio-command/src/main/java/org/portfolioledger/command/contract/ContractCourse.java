package org.portfolioledger.command.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;

/** How a contract goes its way: a supplier is agreed on, it is awarded, extended from last day to last day, and ends. */
final class ContractCourse {

    private final List<Finding> findings = new ArrayList<>();
    /** From when on it runs: its award, or where that is on no record, its first extension. */
    private @Nullable EffectiveEntry<RecordedFact> running;

    private @Nullable LocalDate lastDay;
    /** By which the last day was stated. */
    private @Nullable EffectiveEntry<RecordedFact> lastDayStated;
    /** By which it was extended to its maximum. */
    private @Nullable EffectiveEntry<RecordedFact> maximum;

    private ContractCourse() {}

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        ContractCourse course = new ContractCourse();
        EntryChecks.openedOnce(entries).forEach(course::take);
        return List.copyOf(course.findings);
    }

    private void take(EffectiveEntry<RecordedFact> entry) {
        switch (Kinds.CONTRACT.fact(entry)) {
            case ContractRegistered registered -> runUntil(registered.lastDay(), entry);
            case ContractSupplierAgreed _ -> requireNotRunning(entry);
            case ContractAwarded awarded -> {
                requireNotRunning(entry);
                running = entry;
                runUntil(awarded.lastDay(), entry);
            }
            case ContractExtended extended -> extend(extended, entry);
            case ContractChanged _ -> requireAwarded(entry);
            case ContractEnded ended -> end(ended, entry);
        }
    }

    private void runUntil(@Nullable LocalDate day, EffectiveEntry<RecordedFact> entry) {
        if (day == null) return;
        lastDay = day;
        lastDayStated = entry;
    }

    private void requireNotRunning(EffectiveEntry<RecordedFact> entry) {
        if (running != null && running.content().fact() instanceof ContractAwarded)
            note(
                    ContractRule.CONTRACT_AWARDED_ALREADY,
                    "It was awarded on %s, and this takes effect on %s"
                            .formatted(running.effectiveOn(), entry.effectiveOn()),
                    entry,
                    running);
    }

    private void requireAwarded(EffectiveEntry<RecordedFact> entry) {
        if (running == null)
            note(ContractRule.CONTRACT_NOT_AWARDED, "No award is on record by " + entry.effectiveOn(), entry, null);
    }

    private void extend(ContractExtended extended, EffectiveEntry<RecordedFact> entry) {
        requireAwarded(entry);
        if (maximum != null)
            note(
                    ContractRule.EXTENDED_BEYOND_MAXIMUM,
                    "It was extended to its maximum on " + maximum.effectiveOn(),
                    entry,
                    maximum);
        if (lastDay != null && !extended.lastDay().isAfter(lastDay))
            note(
                    ContractRule.EXTENSION_NOT_LATER,
                    "It runs until %s, and would be extended until %s".formatted(lastDay, extended.lastDay()),
                    entry,
                    lastDayStated);
        if (lastDay != null && entry.effectiveOn().isAfter(lastDay))
            note(
                    ContractRule.EXTENDED_AFTER_LAST_DAY,
                    "Its last day was %s, and it would be extended on %s".formatted(lastDay, entry.effectiveOn()),
                    entry,
                    lastDayStated);
        if (running == null) running = entry;
        if (Boolean.TRUE.equals(extended.toMaximum())) maximum = entry;
        runUntil(extended.lastDay(), entry);
    }

    private void end(ContractEnded ended, EffectiveEntry<RecordedFact> entry) {
        boolean passed = lastDay != null && entry.effectiveOn().isAfter(lastDay);
        boolean fits = switch (ended.ending()) {
            case EXPIRED -> lastDay == null || passed;
            case TERMINATED -> !passed;
            case ABANDONED -> running == null;
        };
        if (fits) return;
        note(
                ContractRule.CONTRACT_END_DOES_NOT_FIT,
                running == null || lastDay == null
                        ? "It would be %s on %s".formatted(ended.ending(), entry.effectiveOn())
                        : "It would be %s on %s, and its last day is %s"
                                .formatted(ended.ending(), entry.effectiveOn(), lastDay),
                entry,
                lastDayStated == null ? running : lastDayStated);
    }

    private void note(
            ContractRule rule,
            String detail,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> other) {
        findings.add(Finding.contradiction(rule, detail, entry, other == null ? List.of() : List.of(other)));
    }
}

package org.portfolioledger.command.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.ContractFact.ContractSupplierChanged;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

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

    private @Nullable String supplier;
    /** Lots that are defined on some day. */
    private final Set<String> defined;

    private final Map<String, Lot> lots = new HashMap<>();
    private final Map<String, Option> options = new HashMap<>();

    /**
     * A lot so far.
     *
     * @param supplier null: none is stated
     * @param awarded by which it was awarded; null: it was not
     */
    private record Lot(@Nullable String supplier, @Nullable EffectiveEntry<RecordedFact> awarded) {}

    /**
     * An option so far.
     *
     * @param used by which the contract was extended by it; null: it was not
     */
    private record Option(
            ContractExtensionOptionAgreed agreed,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> used) {}

    private ContractCourse(Set<String> defined) {
        this.defined = defined;
    }

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        ContractCourse course = new ContractCourse(EntryChecks.facts(entries, ContractLotDefined.class)
                .map(ContractLotDefined::lot)
                .collect(Collectors.toSet()));
        EntryChecks.openedOnce(entries).forEach(course::take);
        return List.copyOf(course.findings);
    }

    private void take(EffectiveEntry<RecordedFact> entry) {
        switch (Kinds.CONTRACT.fact(entry)) {
            case ContractRegistered registered -> {
                if (registered.supplier() != null) supplier = registered.supplier();
                runUntil(registered.lastDay(), entry);
            }
            case ContractSupplierAgreed agreed -> {
                requireNotRunning(entry);
                supplier = agreed.supplier();
            }
            case ContractAwarded awarded -> {
                requireNotRunning(entry);
                running = entry;
                supplier = awarded.supplier();
                runUntil(awarded.lastDay(), entry);
            }
            case ContractExtended extended -> extend(extended, entry);
            case ContractLotDefined defined -> lots.putIfAbsent(defined.lot(), new Lot(null, null));
            case ContractLotAwarded awarded -> awardLot(awarded, entry);
            case ContractExtensionOptionAgreed agreed -> agree(agreed, entry);
            case ContractSupplierChanged changed -> changeSupplier(changed, entry);
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
        if (extended.option() != null) use(extended.option(), extended, entry);
        if (running == null) running = entry;
        if (Boolean.TRUE.equals(extended.toMaximum())) maximum = entry;
        runUntil(extended.lastDay(), entry);
    }

    private void use(String id, ContractExtended extended, EffectiveEntry<RecordedFact> entry) {
        Option option = options.get(id);
        if (option == null) {
            note(
                    ContractRule.EXTENSION_OPTION_NOT_AGREED,
                    "No option %s is on record by %s".formatted(id, entry.effectiveOn()),
                    entry,
                    null);
            return;
        }
        if (option.used() != null)
            note(
                    ContractRule.EXTENSION_OPTION_USED,
                    "It was extended by option %s on %s"
                            .formatted(id, option.used().effectiveOn()),
                    entry,
                    option.used());
        if (extended.lastDay().isAfter(option.agreed().lastDay()))
            note(
                    ContractRule.EXTENDED_BEYOND_OPTION,
                    "Option %s allows %s, and it would be extended until %s"
                            .formatted(id, option.agreed().lastDay(), extended.lastDay()),
                    entry,
                    option.entry());
        LocalDate decideBy = option.agreed().decideBy();
        if (decideBy != null && entry.effectiveOn().isAfter(decideBy))
            note(
                    ContractRule.EXTENDED_AFTER_OPTION,
                    "Option %s was open until %s, and it would be extended on %s"
                            .formatted(id, decideBy, entry.effectiveOn()),
                    entry,
                    option.entry());
        options.put(id, new Option(option.agreed(), option.entry(), option.used() == null ? entry : option.used()));
    }

    private void agree(ContractExtensionOptionAgreed agreed, EffectiveEntry<RecordedFact> entry) {
        if (lastDay != null && !agreed.lastDay().isAfter(lastDay))
            note(
                    ContractRule.EXTENSION_NOT_LATER,
                    "It runs until %s, and could be extended until %s".formatted(lastDay, agreed.lastDay()),
                    entry,
                    lastDayStated);
        options.putIfAbsent(agreed.option(), new Option(agreed, entry, null));
    }

    private void awardLot(ContractLotAwarded awarded, EffectiveEntry<RecordedFact> entry) {
        Lot lot = lots.get(awarded.lot());
        if (lot == null) noteNoLot(awarded.lot(), entry);
        if (lot != null && lot.awarded() != null)
            note(
                    ContractRule.LOT_AWARDED_ALREADY,
                    "Lot %s was awarded on %s"
                            .formatted(awarded.lot(), lot.awarded().effectiveOn()),
                    entry,
                    lot.awarded());
        if (awarded.lastDay() != null && lastDay != null && awarded.lastDay().isAfter(lastDay))
            note(
                    ContractRule.LOT_OUTLASTS_CONTRACT,
                    "The contract runs until %s, and lot %s would run until %s"
                            .formatted(lastDay, awarded.lot(), awarded.lastDay()),
                    entry,
                    lastDayStated);
        lots.put(awarded.lot(), new Lot(awarded.supplier(), entry));
    }

    private void changeSupplier(ContractSupplierChanged changed, EffectiveEntry<RecordedFact> entry) {
        String before = supplier;
        if (changed.lot() == null) {
            requireAwarded(entry);
            supplier = changed.supplier();
        } else {
            Lot lot = lots.get(changed.lot());
            before = lot == null ? null : lot.supplier();
            if (lot == null) noteNoLot(changed.lot(), entry);
            else if (lot.awarded() == null)
                note(
                        ContractRule.CONTRACT_NOT_AWARDED,
                        "No award of lot %s is on record by %s".formatted(changed.lot(), entry.effectiveOn()),
                        entry,
                        null);
            lots.put(changed.lot(), new Lot(changed.supplier(), lot == null ? null : lot.awarded()));
        }
        if (changed.supplier().equalsIgnoreCase(before))
            note(ContractRule.SUPPLIER_UNCHANGED, "It is with %s already".formatted(before), entry, null);
    }

    /** Of what was never defined, the command itself is told that it is nowhere. */
    private void noteNoLot(String lot, EffectiveEntry<RecordedFact> entry) {
        if (!defined.contains(lot) && entry.position() == History.UNRECORDED) return;
        note(
                ContractRule.LOT_NOT_DEFINED,
                "No lot %s is defined by %s".formatted(lot, entry.effectiveOn()),
                entry,
                null);
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

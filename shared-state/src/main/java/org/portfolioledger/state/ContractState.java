package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.ContractFact.ContractSupplierChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;

/**
 * A contract with a supplier.
 *
 * @param subject what it is for
 * @param supplier null: not stated, or nobody yet
 * @param initiative that it serves; null: not stated
 * @param businessCase that it carries out; null: not stated
 * @param lastDay on which it runs, or ran; null: not stated, or it never ran
 * @param extension the last one; null: none on record
 * @param lots that are awarded by themselves, by id
 * @param extensionOptions by which it may be extended, by id
 * @param supplierChanges after the award, in their order
 * @param changes of its terms, in their order
 * @param closure how it ended; null: it has not ended
 */
@RecordBuilder
public record ContractState(
        @JsonProperty("id") String contract,
        String register,
        Grounded<String> subject,
        @Nullable Grounded<String> supplier,
        @Nullable Grounded<String> initiative,
        @Nullable Grounded<String> businessCase,
        @Nullable Grounded<LocalDate> lastDay,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<ContractStatus> status,
        @Nullable Grounded<ContractExtension> extension,
        SortedMap<String, Grounded<ContractLot>> lots,
        SortedMap<String, Grounded<ExtensionOption>> extensionOptions,
        List<Grounded<SupplierChange>> supplierChanges,
        List<Grounded<ContractChange>> changes,
        @Nullable Grounded<ContractClosure> closure)
        implements ContractStateBuilder.With, Alerting, Closable, Referring {

    /** Its progress was reported. */
    public enum ContractStatus {
        /** It is on record, and nothing more is. */
        REGISTERED,
        SUPPLIER_AGREED,
        AWARDED,
        EXTENDED,
        ENDED
    }

    /**
     * By what it was extended.
     *
     * @param toMaximum whether it cannot be extended further; null: not stated
     * @param option id of the option by which it was extended; null: by none, or not stated
     */
    public record ContractExtension(
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String option,
            @Nullable String reason) {}

    /**
     * A part of it that is awarded by itself.
     *
     * @param supplier null: it is not awarded
     * @param lastDay on which it runs; null: not awarded, or that of the contract
     */
    public record ContractLot(
            String subject,
            @Nullable Grounded<String> supplier,
            @Nullable Grounded<LocalDate> lastDay) {}

    /**
     * That it may be extended.
     *
     * @param lastDay last day to which it may be extended
     * @param decideBy last day on which it may be extended; null: its last day
     * @param taken last day to which it was extended by the option; null: it was not
     */
    public record ExtensionOption(
            LocalDate lastDay,
            @Nullable LocalDate decideBy,
            @Nullable Grounded<LocalDate> taken) {

        private ExtensionOption taken(Grounded<LocalDate> until) {
            return new ExtensionOption(lastDay, decideBy, until);
        }
    }

    /**
     * Another supplier in the place of one before.
     *
     * @param lot null: in the contract
     * @param from null: none was stated
     * @param document that holds the change; null: not on record
     */
    public record SupplierChange(
            @Nullable String lot,
            @Nullable String from,
            String to,
            @Nullable String reason,
            @Nullable String document) {}

    /**
     * A change of its terms.
     *
     * @param document that holds it; null: not on record
     */
    public record ContractChange(
            String change,
            @Nullable String effect,
            @Nullable String document) {}

    /**
     * How it ended.
     *
     * @param replacedBy contract that replaced it; null: none, or not stated
     */
    public record ContractClosure(
            ContractEnding ending,
            @Nullable String reason,
            @Nullable String replacedBy) {}

    static ContractState registered(ContractRegistered registered, Grounds grounds) {
        return new ContractState(
                registered.contract(),
                registered.register(),
                grounds.ground(registered.subject()),
                grounds.maybe(registered.supplier()),
                grounds.maybe(registered.initiative()),
                grounds.maybe(registered.businessCase()),
                grounds.maybe(registered.lastDay()),
                grounds.ground(registered.attributes()),
                grounds.ground(ContractStatus.REGISTERED),
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                null);
    }

    ContractState evolve(ContractFact fact, Grounds grounds) {
        return switch (fact) {
            case ContractRegistered again -> again(registered(again, grounds));
            case ContractSupplierAgreed agreed ->
                withStatus(grounds.ground(ContractStatus.SUPPLIER_AGREED))
                        .withSupplier(grounds.ground(agreed.supplier()));
            case ContractAwarded awarded ->
                withStatus(grounds.ground(ContractStatus.AWARDED))
                        .withSupplier(grounds.ground(awarded.supplier()))
                        .withLastDay(awarded.lastDay() == null ? lastDay : grounds.ground(awarded.lastDay()));
            case ContractExtended extended -> extended(extended, grounds);
            case ContractLotDefined defined ->
                withLots(Copies.with(
                        lots, defined.lot(), grounds.ground(new ContractLot(defined.subject(), null, null))));
            case ContractLotAwarded awarded ->
                withLot(
                        awarded.lot(),
                        lot -> new ContractLot(
                                lot.subject(), grounds.ground(awarded.supplier()), grounds.maybe(awarded.lastDay())));
            case ContractExtensionOptionAgreed agreed ->
                withExtensionOptions(Copies.with(
                        extensionOptions,
                        agreed.option(),
                        grounds.ground(new ExtensionOption(agreed.lastDay(), agreed.decideBy(), null))));
            case ContractSupplierChanged changed -> supplierChanged(changed, grounds);
            case ContractChanged changed ->
                withChanges(Copies.with(
                        changes,
                        grounds.ground(new ContractChange(changed.change(), changed.effect(), changed.document()))));
            case ContractEnded ended ->
                withStatus(grounds.ground(ContractStatus.ENDED))
                        .withLastDay(lastDay(ended, grounds))
                        .withClosure(grounds.ground(
                                new ContractClosure(ended.ending(), ended.reason(), ended.replacedBy())));
        };
    }

    private ContractState extended(ContractExtended extended, Grounds grounds) {
        Grounded<LocalDate> until = grounds.ground(extended.lastDay());
        ContractState longer = withStatus(grounds.ground(ContractStatus.EXTENDED))
                .withLastDay(until)
                .withExtension(grounds.ground(new ContractExtension(
                        extended.lastDay(), extended.toMaximum(), extended.option(), extended.reason())));
        String named = extended.option();
        Grounded<ExtensionOption> option = named == null ? null : extensionOptions.get(named);
        return named == null || option == null
                ? longer
                : longer.withExtensionOptions(Copies.with(
                        extensionOptions, named, option.as(option.value().taken(until))));
    }

    private ContractState supplierChanged(ContractSupplierChanged changed, Grounds grounds) {
        Grounded<String> to = grounds.ground(changed.supplier());
        Grounded<String> from = supplierOf(changed.lot());
        SupplierChange change = new SupplierChange(
                changed.lot(),
                from == null ? null : from.value(),
                changed.supplier(),
                changed.reason(),
                changed.document());
        ContractState after = withSupplierChanges(Copies.with(supplierChanges, grounds.ground(change)));
        return changed.lot() == null
                ? after.withSupplier(to)
                : after.withLot(changed.lot(), lot -> new ContractLot(lot.subject(), to, lot.lastDay()));
    }

    private @Nullable Grounded<String> supplierOf(@Nullable String lot) {
        if (lot == null) return supplier;
        Grounded<ContractLot> defined = lots.get(lot);
        return defined == null ? null : defined.value().supplier();
    }

    /** What was never defined, as far as is known, does not change. */
    private ContractState withLot(String id, UnaryOperator<ContractLot> change) {
        Grounded<ContractLot> defined = lots.get(id);
        return defined == null ? this : withLots(Copies.with(lots, id, defined.as(change.apply(defined.value()))));
    }

    /** Whoever ends a contract on a day makes the day before its last one. */
    private @Nullable Grounded<LocalDate> lastDay(ContractEnded ended, Grounds grounds) {
        return switch (ended.ending()) {
            case EXPIRED -> lastDay;
            case TERMINATED -> grounds.ground(ended.provenance().effectiveOn().minusDays(1));
            case ABANDONED -> null;
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (initiative != null) references.add(Reference.toFormer(Kinds.INITIATIVE, initiative.value(), initiative));
        if (businessCase != null)
            references.add(Reference.toFormer(Kinds.BUSINESS_CASE, businessCase.value(), businessCase));
        for (Grounded<SupplierChange> change : supplierChanges)
            if (change.value().document() != null)
                references.add(Reference.toFormer(Kinds.DOCUMENT, change.value().document(), change));
        for (Grounded<ContractChange> change : changes)
            if (change.value().document() != null)
                references.add(Reference.toFormer(Kinds.DOCUMENT, change.value().document(), change));
        if (closure != null && closure.value().replacedBy() != null)
            references.add(Reference.toFormer(Kinds.CONTRACT, closure.value().replacedBy(), closure));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!isOpen()) return alerts;
        if (lastDay != null && asOf.isAfter(lastDay.value())) alerts.add(Alert.CONTRACT_LAST_DAY_PASSED);
        if (extensionOptions.values().stream().anyMatch(option -> hasLapsed(option.value(), asOf)))
            alerts.add(Alert.EXTENSION_OPTION_LAPSED);
        return alerts;
    }

    /** Whether the last day passed on which it could be extended by an option. */
    private static boolean hasLapsed(ExtensionOption option, LocalDate asOf) {
        return option.taken() == null && option.decideBy() != null && asOf.isAfter(option.decideBy());
    }

    /**
     * The milestones with which its initiative ends, and which are expected after its last day, whichever of the days are
     * meant that were stated. None, if it ended, or has no last day.
     *
     * @param milestones of its initiative
     */
    public List<Milestone> outlivedBy(MilestonesState milestones) {
        if (!isOpen() || lastDay == null) return List.of();
        return milestones.milestones().values().stream()
                .filter(milestone -> milestone.kind() != null
                        && milestone.kind().value() == MilestoneKind.END
                        && milestone.status().value() == MilestoneStatus.PLANNED
                        && milestone.forecast() != null
                        && milestone.forecast().value().firstDay().isAfter(lastDay.value()))
                .toList();
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private ContractState again(ContractState registered) {
        return registered
                .withSupplier(registered.supplier == null ? supplier : registered.supplier)
                .withLastDay(registered.lastDay == null ? lastDay : registered.lastDay)
                .withStatus(status.value() == ContractStatus.REGISTERED ? registered.status : status)
                .withExtension(extension)
                .withLots(lots)
                .withExtensionOptions(extensionOptions)
                .withSupplierChanges(supplierChanges)
                .withChanges(changes)
                .withClosure(closure);
    }
}

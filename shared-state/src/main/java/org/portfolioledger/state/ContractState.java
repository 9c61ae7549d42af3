package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;

/**
 * A contract with a supplier.
 *
 * @param subject what it is for
 * @param supplier null: not stated, or nobody yet
 * @param initiative that it serves; null: not stated
 * @param businessCase that it carries out; null: not stated
 * @param lastDay on which it runs, or ran; null: not stated, or it never ran
 * @param extension the last one; null: none on record
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
     */
    public record ContractExtension(
            LocalDate lastDay,
            @Nullable Boolean toMaximum,
            @Nullable String reason) {}

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
            case ContractExtended extended ->
                withStatus(grounds.ground(ContractStatus.EXTENDED))
                        .withLastDay(grounds.ground(extended.lastDay()))
                        .withExtension(grounds.ground(
                                new ContractExtension(extended.lastDay(), extended.toMaximum(), extended.reason())));
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
        for (Grounded<ContractChange> change : changes)
            if (change.value().document() != null)
                references.add(Reference.toFormer(Kinds.DOCUMENT, change.value().document(), change));
        if (closure != null && closure.value().replacedBy() != null)
            references.add(Reference.toFormer(Kinds.CONTRACT, closure.value().replacedBy(), closure));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean passed = isOpen() && lastDay != null && asOf.isAfter(lastDay.value());
        return passed ? Set.of(Alert.CONTRACT_LAST_DAY_PASSED) : Set.of();
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private ContractState again(ContractState registered) {
        return registered
                .withSupplier(registered.supplier == null ? supplier : registered.supplier)
                .withLastDay(registered.lastDay == null ? lastDay : registered.lastDay)
                .withStatus(status.value() == ContractStatus.REGISTERED ? registered.status : status)
                .withExtension(extension)
                .withChanges(changes)
                .withClosure(closure);
    }
}

package org.portfolioledger.query.naive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a contract. */
final class NaiveContract {

    private NaiveContract() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case ContractRegistered registered -> {
                state.put("id", registered.contract()).put("register", registered.register());
                words.put(state, "subject", registered.subject());
                // What was stated for an earlier day stays where this states nothing.
                if (registered.supplier() != null) words.put(state, "supplier", registered.supplier());
                if (registered.lastDay() != null) words.put(state, "lastDay", registered.lastDay());
                words.put(state, "initiative", registered.initiative());
                words.put(state, "businessCase", registered.businessCase());
                words.put(state, "attributes", registered.attributes());
                if (state.at("/status/value").asString("REGISTERED").equals("REGISTERED"))
                    words.put(state, "status", "REGISTERED");
                if (!state.has("changes")) state.putArray("changes");
                if (!state.has("supplierChanges")) state.putArray("supplierChanges");
                state.withObject("/lots");
                state.withObject("/extensionOptions");
            }
            case ContractSupplierAgreed agreed -> {
                words.put(state, "status", "SUPPLIER_AGREED");
                words.put(state, "supplier", agreed.supplier());
            }
            case ContractAwarded awarded -> {
                words.put(state, "status", "AWARDED");
                words.put(state, "supplier", awarded.supplier());
                if (awarded.lastDay() != null) words.put(state, "lastDay", awarded.lastDay());
            }
            case ContractExtended extended -> {
                words.put(state, "status", "EXTENDED");
                words.put(state, "lastDay", extended.lastDay());
                words.put(state, "extension", words.members("contract"));
                JsonNode option = state.path("extensionOptions").path(String.valueOf(extended.option()));
                if (option.isObject()) words.put((ObjectNode) option.get("value"), "taken", extended.lastDay());
            }
            case ContractLotDefined defined ->
                words.put(state.withObject("/lots"), defined.lot(), words.members("contract", "lot"));
            case ContractLotAwarded awarded -> {
                if (state.path("lots").path(awarded.lot()) instanceof ObjectNode lot) {
                    words.put((ObjectNode) lot.get("value"), "supplier", awarded.supplier());
                    words.put((ObjectNode) lot.get("value"), "lastDay", awarded.lastDay());
                }
            }
            case ContractExtensionOptionAgreed agreed ->
                words.put(state.withObject("/extensionOptions"), agreed.option(), words.members("contract", "option"));
            case ContractSupplierChanged changed -> {
                ObjectNode change = words.members("contract", "supplier").put("to", changed.supplier());
                JsonNode of = changed.lot() == null
                        ? state
                        : state.path("lots").path(changed.lot()).path("value");
                if (of.has("supplier")) change.set("from", of.at("/supplier/value"));
                state.withArray("/supplierChanges").add(words.ground(change));
                if (of instanceof ObjectNode known) words.put(known, "supplier", changed.supplier());
            }
            case ContractChanged _ -> state.withArray("/changes").add(words.ground(words.members("contract")));
            case ContractEnded ended -> {
                words.put(state, "status", "ENDED");
                words.put(state, "closure", words.members("contract"));
                switch (ended.ending()) {
                    case EXPIRED -> {}
                    case TERMINATED -> words.put(state, "lastDay", words.from().minusDays(1));
                    case ABANDONED -> state.remove("lastDay");
                }
            }
            default -> throw new AssertionError(words);
        }
    }

    /** Adds the ends of its initiative that are expected after its last day. */
    static void show(Asked asked, ObjectNode contract) {
        ArrayNode later = contract.putArray("endsAfterIt");
        String initiative = contract.at("/initiative/value").asString("");
        JsonNode lastDay = contract.at("/lastDay/value");
        if (contract.has("closure") || !lastDay.isString() || initiative.isEmpty()) return;
        asked.fold().state("milestones", initiative, asked.asOf()).ifPresent(state -> {
            for (String id :
                    state.get("milestones").propertyNames().stream().sorted().toList()) {
                JsonNode milestone = state.get("milestones").get(id);
                if (!milestone.at("/kind/value").asString("").equals("END")
                        || !milestone.at("/status/value").asString().equals("PLANNED")
                        || !milestone.has("forecast")
                        || milestone.at("/forecast/value/date").asString().compareTo(lastDay.asString()) <= 0) continue;
                ObjectNode shown = later.addObject().put("milestone", id);
                shown.set("name", milestone.get("name"));
                shown.set("forecast", milestone.get("forecast"));
            }
        });
        new NaiveGrounds(asked.fold()).seen(later, asked.asOf());
        if (!later.isEmpty()) contract.withArray("/alerts").add("CONTRACT_ENDS_BEFORE_INITIATIVE");
    }

    /** Whether it could be extended by an option, and the last day for that has passed. */
    static boolean hasLapsedOption(JsonNode contract, LocalDate day) {
        for (JsonNode option : contract.get("extensionOptions"))
            if (!option.get("value").has("taken") && NaiveAlerts.hasPassed(option.at("/value/decideBy"), day))
                return true;
        return false;
    }

    /** From a first day, which is included, to another, which is not; null: without end. */
    static boolean endsWithin(JsonNode lastDay, @Nullable String from, @Nullable String to) {
        if (from == null && to == null) return true;
        if (!lastDay.isString()) return false;
        return (from == null || from.compareTo(lastDay.asString()) <= 0)
                && (to == null || to.compareTo(lastDay.asString()) > 0);
    }
}

package org.portfolioledger.query.naive;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import tools.jackson.databind.JsonNode;
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

    /** From a first day, which is included, to another, which is not; null: without end. */
    static boolean endsWithin(JsonNode lastDay, @Nullable String from, @Nullable String to) {
        if (from == null && to == null) return true;
        if (!lastDay.isString()) return false;
        return (from == null || from.compareTo(lastDay.asString()) <= 0)
                && (to == null || to.compareTo(lastDay.asString()) > 0);
    }
}

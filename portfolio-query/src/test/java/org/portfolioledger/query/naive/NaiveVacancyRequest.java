package org.portfolioledger.query.naive;

import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a request to fill a post. */
final class NaiveVacancyRequest {

    private NaiveVacancyRequest() {}

    static void replay(ObjectNode state, Words words) {
        ArrayNode asks = state.withArray("/asks");
        if (words.content() instanceof VacancyRequested requested) {
            state.put("id", requested.vacancyRequest()).put("register", requested.register());
            words.put(state, "post", requested.post());
            words.put(state, "tenure", requested.tenure());
            words.put(state, "businessGroup", requested.businessGroup());
            words.put(state, "funding", requested.funding());
            words.put(state, "board", requested.board());
            words.put(state, "initiative", requested.initiative());
            words.put(state, "attributes", requested.attributes());
            state.withArray("/retractedDecisions");
            if (asks.isEmpty()) ask(asks, words);
            ObjectNode first = (ObjectNode) asks.get(0);
            first.set("asked", terms(words));
            if (asks.size() == 1 && !first.has("decision") && !state.has("closure"))
                words.put(state, "status", "REQUESTED");
        }
        if (words.content() instanceof VacancyChecked checked)
            last(asks)
                    .withObject("/checks")
                    .set(checked.check().name(), words.ground(words.members().retain("met", "checkedBy", "finding")));
        if (words.content() instanceof VacancyExtensionRequested) {
            ask(asks, words);
            words.put(state, "status", "EXTENSION_REQUESTED");
        }
        if (words.content() instanceof VacancyDecided decided) decide(state, asks, decided, words);
        if (words.content() instanceof VacancyRequestClosed closed) {
            words.put(state, "status", "CLOSED");
            words.put(state, "closure", closed.reason());
        }
    }

    private static void decide(ObjectNode state, ArrayNode asks, VacancyDecided decided, Words words) {
        ObjectNode decision = words.members("vacancyRequest");
        if (words.retracted() != null) {
            state.withArray("/retractedDecisions").add(words.ground(decision.put("retracted", words.retracted())));
            return;
        }
        boolean before = asks.valueStream()
                .anyMatch(ask -> ask.at("/decision/value/outcome").asString("").equals("AUTHORISED"));
        boolean authorised = decided.outcome() == VacancyOutcome.AUTHORISED;
        words.put(last(asks), "decision", decision);
        words.put(state, "status", authorised || before ? "AUTHORISED" : "REFUSED");
        if (authorised) words.put(state, "until", decided.until());
    }

    private static void ask(ArrayNode asks, Words words) {
        ObjectNode ask = asks.addObject();
        ask.set("asked", terms(words));
        ask.putObject("checks");
    }

    private static JsonNode terms(Words words) {
        return words.ground(words.members().retain("until", "requestedBy", "reason"));
    }

    private static ObjectNode last(ArrayNode asks) {
        return (ObjectNode) asks.get(asks.size() - 1);
    }
}

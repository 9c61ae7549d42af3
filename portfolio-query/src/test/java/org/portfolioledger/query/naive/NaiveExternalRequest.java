package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a request of an overseeing body. */
final class NaiveExternalRequest {

    private NaiveExternalRequest() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof ExternalRequestMade made) {
            state.put("id", made.externalRequest()).put("register", made.register());
            words.put(state, "board", made.board());
            words.put(state, "number", made.number());
            words.put(state, "text", made.text());
            // What was stated for an earlier day stays where this states nothing.
            if (made.dueOn() != null) words.put(state, "dueOn", made.dueOn());
            if (made.owner() != null) words.put(state, "owner", made.owner());
            words.put(state, "document", made.document());
            words.put(state, "initiative", made.initiative());
            words.put(state, "attributes", made.attributes());
            String status = state.at("/status/value").asString("OPEN");
            if (status.equals("OPEN") && !state.has("reopened")) words.put(state, "status", "OPEN");
        }
        if (words.content() instanceof ExternalRequestAssigned assigned) words.put(state, "owner", assigned.owner());
        if (words.content() instanceof ExternalRequestRescheduled rescheduled)
            words.put(state, "dueOn", rescheduled.dueOn());
        if (words.content() instanceof ExternalRequestPromised) {
            words.put(state, "status", "PROMISED");
            words.put(state, "promise", words.members("externalRequest"));
        }
        if (words.content() instanceof ExternalRequestAnswered) {
            words.put(state, "status", "ANSWERED");
            words.put(state, "answer", words.members("externalRequest"));
        }
        if (words.content() instanceof ExternalRequestReopened again) {
            words.put(state, "status", "OPEN");
            if (again.dueOn() != null) words.put(state, "dueOn", again.dueOn());
            words.put(state, "reopened", again.reason());
            state.remove(List.of("promise", "answer"));
        }
        if (words.content() instanceof ExternalRequestWithdrawn withdrawn) {
            words.put(state, "status", "WITHDRAWN");
            words.put(state, "closure", withdrawn.reason());
        }
    }

    static SortedSet<String> alerts(JsonNode request, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        if (!waits(request)) return alerts;
        JsonNode due = request.at("/dueOn/value");
        JsonNode promised = request.at("/promise/value/promisedFor");
        if (NaiveAlerts.hasPassed(due, day)) alerts.add("REQUEST_OVERDUE");
        if (NaiveAlerts.hasPassed(promised, day)) alerts.add("REQUEST_PROMISE_MISSED");
        if (due.isString() && promised.isString() && promised.asString().compareTo(due.asString()) > 0)
            alerts.add("REQUEST_PROMISED_LATE");
        return alerts;
    }

    static boolean isOverdue(JsonNode request, LocalDate day) {
        SortedSet<String> alerts = alerts(request, day);
        return alerts.contains("REQUEST_OVERDUE") || alerts.contains("REQUEST_PROMISE_MISSED");
    }

    private static boolean waits(JsonNode request) {
        return List.of("OPEN", "PROMISED").contains(request.at("/status/value").asString());
    }
}

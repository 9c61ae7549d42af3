package org.portfolioledger.query.naive;

import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.vocabulary.BoardOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a business case. */
final class NaiveBusinessCase {

    private NaiveBusinessCase() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof BusinessCaseOpened opened) {
            state.put("id", opened.businessCase()).put("register", opened.register());
            state.put("initiative", opened.initiative());
            words.put(state, "stage", opened.stage());
            words.put(state, "title", opened.title());
            words.put(state, "route", opened.route());
            words.put(state, "precedingCase", opened.precedingCase());
            words.put(state, "owners", opened.owners());
            words.put(state, "attributes", opened.attributes());
            state.withObject("/versions");
            state.withArray("/submissions");
            state.withArray("/outcomes");
            state.withArray("/retractedOutcomes");
        }
        ObjectNode members = words.members("businessCase");
        if (words.content() instanceof BusinessCaseVersionRecorded recorded)
            words.put(state.withObject("/versions"), Integer.toString(recorded.version()), members);
        if (words.content() instanceof BusinessCaseSubmitted)
            state.withArray("/submissions").add(words.ground(members));
        if (words.content() instanceof BusinessCaseDecided decided) decide(state, decided, words, members);
    }

    private static void decide(ObjectNode state, BusinessCaseDecided decided, Words words, ObjectNode outcome) {
        JsonNode route = state.at("/route/value");
        boolean byTheLast =
                !route.isEmpty() && route.get(route.size() - 1).asString().equals(decided.board());
        outcome.put(
                "finalApproval", byTheLast && decided.outcome() == BoardOutcome.APPROVED && words.retracted() == null);
        if (words.retracted() == null) state.withArray("/outcomes").add(words.ground(outcome));
        else state.withArray("/retractedOutcomes").add(words.ground(outcome.put("retracted", words.retracted())));
    }
}

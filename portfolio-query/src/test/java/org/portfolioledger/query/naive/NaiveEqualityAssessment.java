package org.portfolioledger.query.naive;

import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about an equality impact assessment. */
final class NaiveEqualityAssessment {

    private NaiveEqualityAssessment() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof EqualityAssessmentOpened opened) {
            state.put("id", opened.equalityAssessment()).put("register", opened.register());
            words.put(state, "kind", opened.kind());
            words.put(state, "author", opened.author());
            // What was stated for an earlier day stays where this states nothing.
            if (opened.reviewBy() != null) words.put(state, "reviewBy", opened.reviewBy());
            words.put(state, "attributes", opened.attributes());
            ArrayNode before = state.withArray("/subjects").deepCopy();
            ArrayNode subjects = state.putArray("subjects");
            for (EqualitySubject subject : opened.subjects()) subjects.add(words.ground(subject));
            for (JsonNode subject : before) if (!isThere(subjects, subject.get("value"))) subjects.add(subject);
            words.put(
                    state.withObject("/versions"),
                    "1",
                    words.members().retain("sha256").put("version", 1));
        }
        if (words.content() instanceof EqualityAssessmentTied tied) {
            ObjectNode subject = words.ground(tied.subject());
            if (!isThere(state.get("subjects"), subject.get("value")))
                state.withArray("/subjects").add(subject);
        }
        if (words.content() instanceof EqualityAssessmentVersionRecorded version)
            words.put(
                    state.withObject("/versions"),
                    Integer.toString(version.version()),
                    words.members("equalityAssessment"));
        if (words.content() instanceof EqualityAssessmentReviewed reviewed)
            words.put(state, "reviewBy", reviewed.reviewBy());
        if (words.content() instanceof EqualityAssessmentEnded ended) words.put(state, "closure", ended.reason());
    }

    private static boolean isThere(JsonNode subjects, JsonNode subject) {
        return subjects.valueStream().anyMatch(each -> each.get("value").equals(subject));
    }
}

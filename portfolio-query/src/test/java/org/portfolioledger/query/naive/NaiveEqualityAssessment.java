package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** The alerts on a business case which a board would finally approve on a day. */
    static SortedSet<String> gaps(Asked asked, JsonNode businessCase, LocalDate day) {
        boolean any = false;
        boolean more = false;
        for (String id : asked.fold().facts.ids("equality-assessment")) {
            ObjectNode assessment =
                    asked.fold().state("equality-assessment", id, asked.asOf()).orElse(null);
            if (assessment == null || !accompanies(asked, assessment, businessCase, day)) continue;
            any = true;
            more |= !assessment.at("/kind/value").asString().equals("INITIAL");
        }
        String stage = businessCase.at("/stage/value").asString("");
        SortedSet<String> gaps = new TreeSet<>();
        if (!any) gaps.add("EQUALITY_ASSESSMENT_MISSING");
        else if (!more && List.of("FBC", "BJC").contains(stage)) gaps.add("FULL_EQUALITY_ASSESSMENT_MISSING");
        return gaps;
    }

    private static boolean accompanies(Asked asked, JsonNode assessment, JsonNode businessCase, LocalDate day) {
        if (!hasBegun(assessment.get("kind"), day)) return false;
        if (assessment.has("closure") && hasBegun(assessment.get("closure"), day)) return false;
        List<String> initiatives = new ArrayList<>();
        initiatives.add(businessCase.get("initiative").asString());
        boolean ofProgramme = assessment.at("/kind/value").asString().equals("PROGRAMME_LEVEL");
        // Upwards, as long as there is something above.
        for (int n = 0; ofProgramme && n < initiatives.size(); n++)
            asked.fold()
                    .state("initiative", initiatives.get(n), day)
                    .map(state -> state.at("/placement/value/parent").asString(""))
                    .filter(parent -> !parent.isEmpty() && !initiatives.contains(parent))
                    .ifPresent(initiatives::add);
        for (JsonNode subject : assessment.get("subjects"))
            if (hasBegun(subject, day)
                    && (initiatives.contains(subject.at("/value/initiative").asString(""))
                            || subject.at("/value/businessCase").equals(businessCase.get("id")))) return true;
        return false;
    }

    private static boolean hasBegun(JsonNode grounded, LocalDate day) {
        return grounded.get("since").asString().compareTo(day.toString()) <= 0;
    }
}

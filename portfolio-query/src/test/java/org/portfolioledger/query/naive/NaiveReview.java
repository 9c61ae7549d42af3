package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a review and its recommendations. */
final class NaiveReview {

    private NaiveReview() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof ReviewOpened opened) {
            state.put("id", opened.review()).put("register", opened.register());
            words.put(state, "kind", opened.kind());
            words.put(state, "subject", opened.subject());
            // What was stated for an earlier day stays where this states nothing.
            if (opened.plannedFor() != null) words.put(state, "plannedFor", opened.plannedFor());
            words.put(state, "reviewer", opened.reviewer());
            words.put(state, "actionPlanOf", opened.actionPlanOf());
            words.put(state, "attributes", opened.attributes());
            state.withObject("/findings");
            state.withObject("/recommendations");
        }
        if (words.content() instanceof ReviewRescheduled rescheduled)
            words.put(state, "plannedFor", rescheduled.plannedFor());
        if (words.content() instanceof ReviewHeld) words.put(state, "held", words.members("review"));
        if (words.content() instanceof ReviewReported reported) {
            ObjectNode report = words.members("review", "report");
            words.put(state, "report", reported.report() == null ? report : report.put("document", reported.report()));
        }
        if (words.content() instanceof ReviewCancelled cancelled) words.put(state, "closure", cancelled.reason());
        if (words.content() instanceof FindingMade made)
            words.put(state.withObject("/findings"), made.finding(), made.text());
        recommend(state.withObject("/recommendations"), words);
    }

    private static void recommend(ObjectNode all, Words words) {
        if (words.content() instanceof RecommendationMade made) {
            ObjectNode recommendation = all.putObject(made.recommendation());
            recommendation.put("recommendation", made.recommendation());
            words.put(recommendation, "text", made.text());
            words.put(recommendation, "category", made.category());
            words.put(recommendation, "grade", made.grade());
            words.put(recommendation, "owner", made.owner());
            words.put(recommendation, "dueOn", made.dueOn());
            words.put(recommendation, "repeats", made.repeats());
            words.put(recommendation, "attributes", made.attributes());
            words.put(recommendation, "state", "OPEN");
            return;
        }
        if (!(all.get(words.members().path("recommendation").asString("")) instanceof ObjectNode known)) return;
        if (words.content() instanceof RecommendationAssigned assigned) {
            words.put(known, "owner", assigned.owner());
            if (assigned.dueOn() != null) words.put(known, "dueOn", assigned.dueOn());
        }
        if (words.content() instanceof RecommendationAnswered answered) {
            words.put(known, "state", answered.answer());
            ObjectNode answer =
                    Words.JSON.createObjectNode().put("given", answered.answer().name());
            words.put(known, "answer", answered.reason() == null ? answer : answer.put("reason", answered.reason()));
        }
        if (words.content() instanceof RecommendationProgressed progressed) {
            words.put(known, "state", "IN_PROGRESS");
            words.put(known, "progress", progressed.progress());
        }
        if (words.content() instanceof RecommendationClaimed) {
            words.put(known, "state", "CLAIMED_COMPLETE");
            words.put(known, "claim", words.members("review", "recommendation"));
        }
        if (words.content() instanceof RecommendationVerified) {
            words.put(known, "state", "VERIFIED");
            words.put(known, "verification", words.members("review", "recommendation"));
        }
        if (words.content() instanceof RecommendationReopened reopened) {
            words.put(known, "state", "OPEN");
            words.put(known, "reopened", reopened.reason());
            known.remove(List.of("claim", "verification", "ending"));
        }
        if (words.content() instanceof RecommendationClosed) {
            words.put(known, "state", "CLOSED_NOT_DONE");
            words.put(known, "ending", words.members("review", "recommendation"));
        }
    }

    /** The recommendations of a review as they are listed on a day, by id. */
    static ArrayNode recommendations(ObjectNode review, LocalDate day) {
        ArrayNode listed = Words.JSON.createArrayNode();
        JsonNode made = review.get("recommendations");
        for (String id : made.propertyNames().stream().sorted().toList()) {
            JsonNode recommendation = made.get(id);
            ObjectNode grounds = ((ObjectNode) recommendation.get("state")).deepCopy();
            grounds.remove("value");
            listed.addObject()
                    .put("id", recommendation.get("recommendation").asString())
                    .put("review", review.get("id").asString())
                    .put("open", isOpen(recommendation))
                    .put("overdue", isOverdue(recommendation, day))
                    .put("recurs", recommendation.has("repeats"))
                    .setAll((ObjectNode) recommendation)
                    .setAll(grounds);
        }
        return listed;
    }

    /** Whether it is what filters ask for. */
    static boolean isAskedFor(Asked asked, JsonNode recommendation) {
        return asked.is("grade", recommendation.at("/grade/value"))
                && asked.is("state", recommendation.at("/state/value"))
                && (asked.filters().get("open") == null
                        || asked.filters().get("open").equals("TRUE") == isOpen(recommendation))
                && asked.isOverdue(recommendation.path("overdue").asBoolean(false))
                && (asked.filters().get("recurs") == null
                        || asked.filters().get("recurs").equals("TRUE") == recommendation.has("repeats"));
    }

    static boolean isOpen(JsonNode recommendation) {
        return !List.of("REJECTED", "VERIFIED", "CLOSED_NOT_DONE")
                .contains(recommendation.at("/state/value").asString());
    }

    /** Those of all reviews. */
    static Optional<ObjectNode> all(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : asked.fold().facts.ids("review"))
            asked.fold().state("review", id, asked.asOf()).ifPresent(review -> {
                for (JsonNode recommendation : recommendations(review, asked.asOf()))
                    if (isAskedFor(asked, recommendation)) items.add(recommendation);
            });
        return EntityReads.page(asked, items);
    }

    static boolean isOverdue(JsonNode recommendation, LocalDate day) {
        boolean pending = List.of("OPEN", "ACCEPTED", "PARTLY_ACCEPTED", "IN_PROGRESS")
                .contains(recommendation.at("/state/value").asString());
        return pending && NaiveAlerts.hasPassed(recommendation.at("/dueOn/value"), day);
    }

    /** What should not be overlooked about a review itself. */
    static SortedSet<String> alerts(Asked asked, JsonNode review) {
        SortedSet<String> alerts = new TreeSet<>();
        boolean pending = !review.has("held") && !review.has("report") && !review.has("closure");
        if (pending && NaiveAlerts.hasPassed(review.at("/plannedFor/value"), asked.asOf()))
            alerts.add("REVIEW_NOT_HELD");
        boolean red = review.at("/kind/value").asString("").contains("GATE")
                && review.at("/report/value/deliveryConfidence").asString("").equals("RED");
        boolean assured = asked.fold().facts.ids("review").stream()
                .flatMap(id -> asked.fold().state("review", id, asked.asOf()).stream())
                .anyMatch(other -> !other.has("closure")
                        && other.at("/actionPlanOf/value")
                                .asString("")
                                .equals(review.get("id").asString()));
        if (red && !assured) alerts.add("ACTION_PLAN_NOT_ASSURED");
        return alerts;
    }
}

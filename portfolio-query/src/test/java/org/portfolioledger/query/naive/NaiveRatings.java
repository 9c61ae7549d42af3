package org.portfolioledger.query.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about how an initiative goes. */
final class NaiveRatings {

    private NaiveRatings() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof RagAssessed assessed) {
            state.put("initiative", assessed.initiative());
            ObjectNode ratings = state.withObject("/ratings");
            String key = key(assessed.criterion(), assessed.assessor());
            ObjectNode rating = words.members("initiative");
            rating.put("givenOn", words.from().toString());
            JsonNode grounded = ratings.path(key);
            JsonNode before = grounded.path("value");
            if (before.isObject() && !scheme(before).equals(scheme(rating))) rating.put("schemeBreak", scheme(before));
            if (before.has("ending")) rating.set("endingBefore", before.get("ending"));
            else if (before.has("rating") && scheme(before).equals(scheme(rating))) {
                ObjectNode previous = rating.putObject("previous");
                for (String member : List.of("rating", "givenOn")) previous.set(member, before.get(member));
                previous.set("statedBy", grounded.get("fact"));
            }
            words.put(ratings, key, rating);
        }
        if (words.content() instanceof RagAssessmentEnded ended) {
            JsonNode rating = state.path("ratings")
                    .path(key(ended.criterion(), ended.assessor()))
                    .path("value");
            if (rating instanceof ObjectNode value && !value.has("ending"))
                value.set("ending", words.ground(ended.reason()));
        }
    }

    private static String key(String criterion, @Nullable Assessor assessor) {
        return criterion + ":" + (assessor == null ? "NOT_STATED" : assessor);
    }

    static String scheme(JsonNode rating) {
        return rating.get("scheme").asString() + ":"
                + rating.get("schemeVersion").asInt();
    }
}

package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.Optional;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ratings as the portfolio in which their initiative lies lets them be seen. */
final class NaiveShownRatings {

    private NaiveShownRatings() {}

    /** The ratings of an initiative on a day, by "criterion:assessor"; empty if it has none. */
    static Optional<ObjectNode> of(NaiveFold fold, String initiative, LocalDate day) {
        ObjectNode portfolio =
                new NaivePlacement(fold, day).portfolioOf(initiative).orElseGet(Words.JSON::createObjectNode);
        return fold.state("rag", initiative, day).map(state -> {
            for (JsonNode rating : state.get("ratings")) show((ObjectNode) rating, portfolio);
            return (ObjectNode) state.get("ratings");
        });
    }

    private static void show(ObjectNode grounded, ObjectNode portfolio) {
        ObjectNode rating = (ObjectNode) grounded.get("value");
        JsonNode replacement = portfolio
                .path("schemes")
                .path(NaiveRatings.scheme(rating))
                .path("value")
                .path("replacement");
        JsonNode days = portfolio.at("/ratingValidityDays/value");
        if (replacement.isObject()) rating.set("schemeReplacement", replacement);
        else if (!rating.has("ending") && days.isNumber())
            rating.put("overdueFrom", endOfDay(grounded).plusDays(days.asInt()).toString());
    }

    private static LocalDate endOfDay(ObjectNode grounded) {
        LocalDate since = LocalDate.parse(grounded.get("since").asString());
        return grounded.has("datePrecision")
                ? DatePrecision.valueOf(grounded.get("datePrecision").asString())
                        .endOfPeriod(since)
                : since.plusDays(1);
    }

    /** Whether a rating is asserted still. */
    static boolean isInForce(JsonNode rating) {
        return !rating.has("ending") && !rating.has("schemeReplacement");
    }
}

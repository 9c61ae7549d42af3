package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ratings as the portfolio in which their initiative lies lets them be seen. */
final class NaiveShownRatings {

    private static final List<String> RANKS = List.of("GREEN", "AMBER_GREEN", "AMBER", "AMBER_RED", "RED");

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
        String trend = trend(rating, portfolio);
        if (trend != null) rating.put("trend", trend);
        if (replacement.isObject()) rating.set("schemeReplacement", replacement);
        else if (!rating.has("ending") && days.isNumber())
            rating.put("overdueFrom", endOfDay(grounded).plusDays(days.asInt()).toString());
    }

    /** Against the rating before it, where both are ranks of one scheme; null: none. */
    static @Nullable String trend(ObjectNode rating, ObjectNode portfolio) {
        List<String> order = new ArrayList<>();
        JsonNode scheme = portfolio.path("schemes").path(NaiveRatings.scheme(rating));
        if (scheme.isMissingNode()) order.addAll(RANKS);
        for (JsonNode defined : scheme.at("/value/ratings"))
            order.add(defined.get("rating").asString());
        String was = rating.at("/previous/rating").asString("");
        String is = rating.get("rating").asString();
        if (!RANKS.contains(was) || !RANKS.contains(is)) return null;
        if (was.equals(is)) return "UNCHANGED";
        if (!order.contains(was) || !order.contains(is)) return null;
        return order.indexOf(is) < order.indexOf(was) ? "IMPROVED" : "WORSENED";
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

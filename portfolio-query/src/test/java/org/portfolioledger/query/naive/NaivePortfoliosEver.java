package org.portfolioledger.query.naive;

import java.util.HashSet;
import java.util.Set;
import org.portfolioledger.query.naive.NaiveFold.Segment;
import tools.jackson.databind.JsonNode;

/** The portfolios in which an initiative, or what is ever above it, lies on any day. */
final class NaivePortfoliosEver {

    private NaivePortfoliosEver() {}

    static Set<String> of(NaiveFold fold, String initiative) {
        Set<String> portfolios = new HashSet<>();
        collect(fold, initiative, portfolios, new HashSet<>());
        return portfolios;
    }

    private static void collect(NaiveFold fold, String initiative, Set<String> portfolios, Set<String> passed) {
        if (!passed.add(initiative)) return;
        for (Segment segment : fold.segments("initiative", initiative)) {
            JsonNode placement = segment.state().at("/placement/value");
            if (placement.has("portfolio"))
                portfolios.add(placement.get("portfolio").asString());
            if (placement.has("parent")) collect(fold, placement.get("parent").asString(), portfolios, passed);
        }
    }
}

package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds to grounds what depends on the day asked about and on what else is known. */
final class NaiveGrounds {

    private final NaiveFold fold;

    NaiveGrounds(NaiveFold fold) {
        this.fold = fold;
    }

    /** The same tree, as it is to be seen on a day. */
    <T extends JsonNode> T seen(T tree, LocalDate day) {
        if (tree.has("since") && tree.has("fact")) see((ObjectNode) (JsonNode) tree, day);
        for (JsonNode part : tree) seen(part, day);
        return tree;
    }

    private void see(ObjectNode grounds, LocalDate day) {
        LocalDate since = LocalDate.parse(grounds.get("since").asString());
        if (since.isAfter(day)) grounds.put("statedFrom", since.toString());
        if (grounds.has("datePrecision")) {
            DatePrecision precision =
                    DatePrecision.valueOf(grounds.get("datePrecision").asString());
            if (!day.isBefore(since) && day.isBefore(precision.endOfPeriod(since))) grounds.put("imprecise", true);
        }
        List<Long> corrected = new ArrayList<>();
        List<Long> superseded = new ArrayList<>();
        for (JsonNode position : grounds.path("restsOn")) {
            long basis = position.asLong();
            if (fold.facts.isCorrected(basis)) corrected.add(basis);
            else if (isSuperseded(basis, grounds.get("fact").asLong(), since)) superseded.add(basis);
        }
        if (!corrected.isEmpty()) grounds.set("restsOnCorrected", Words.JSON.valueToTree(corrected));
        if (!superseded.isEmpty()) grounds.set("restsOnSuperseded", Words.JSON.valueToTree(superseded));
        NavigableSet<Long> against = new TreeSet<>();
        NaiveContradictions.of(fold, grounds.get("fact").asLong(), day).values().forEach(against::addAll);
        if (!against.isEmpty()) grounds.set("contradictedBy", Words.JSON.valueToTree(against));
    }

    /** Whether less of a fact holds on the day of a decision than was known to hold when it was recorded. */
    private boolean isSuperseded(long basis, long decision, LocalDate day) {
        Noted fact = fold.facts.at(basis);
        if (fact == null) return false;
        NaiveFold then = new NaiveFold(fold.facts.of(fact.stream(), decision - 1));
        return held(then, fact, day) > held(fold, fact, day);
    }

    /** How many values a fact gives to its entity on a day. */
    private static long held(NaiveFold fold, Noted fact, LocalDate day) {
        String kind = NaiveFold.kindOf(fact.stream());
        return fold.state(kind, fact.stream().substring(kind.length() + 1), day)
                .map(state -> state.findValues("fact").stream()
                        .filter(each -> each.asLong() == fact.position())
                        .count())
                .orElse(0L);
    }
}

package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.naive.NaiveDifference.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two points. */
final class ChangeReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/changes", ChangeReads::changes,
            "/api/v1/portfolios/{portfolio}/changes", ChangeReads::inPortfolio);

    private ChangeReads() {}

    private static Optional<ObjectNode> changes(Asked asked) {
        if (isReversed(asked.before().facts, asked.fold().facts)) return Optional.empty();
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (String kind : NaiveFold.FAMILIES.keySet().stream().sorted().toList()) {
            if (!asked.is("kind", Words.JSON.valueToTree(kind))) continue;
            SortedSet<String> ids = new TreeSet<>(asked.fold().facts.ids(kind));
            ids.addAll(asked.before().facts.ids(kind));
            for (String id : ids) {
                ObjectNode change = change(asked, kind, id);
                if (change != null) items.add(change);
            }
        }
        return Optional.of(page);
    }

    /** Of the portfolio, of its initiatives at either point, and of what was ever known to refer to one of them. */
    private static Optional<ObjectNode> inPortfolio(Asked asked) {
        if (isReversed(asked.before().facts, asked.fold().facts)) return Optional.empty();
        String portfolio = asked.name("portfolio");
        SortedSet<String> initiatives =
                new TreeSet<>(new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio));
        initiatives.addAll(new NaivePlacement(asked.before(), asked.asOfBefore()).members(portfolio));
        Set<String> streams = new HashSet<>(Set.of("portfolio-" + portfolio));
        initiatives.forEach(id -> streams.add("initiative-" + id));
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        ArrayNode kinds = page.putArray("kinds");
        for (String kind : NaiveFold.FAMILIES.keySet().stream().sorted().toList()) {
            SortedSet<String> ids = new TreeSet<>(asked.fold().facts.ids(kind));
            ids.addAll(asked.before().facts.ids(kind));
            int count = 0;
            for (String id : ids) {
                boolean belongs = (kind.equals("initiative") || kind.equals("portfolio"))
                        ? streams.contains(kind + "-" + id)
                        : refers(asked.fold(), kind, id, streams) || refers(asked.before(), kind, id, streams);
                ObjectNode change = belongs ? change(asked, kind, id) : null;
                if (change == null) continue;
                count++;
                if (asked.is("kind", Words.JSON.valueToTree(kind))) items.add(change);
            }
            if (count > 0) kinds.addObject().put("kind", kind).put("count", count);
        }
        return Optional.of(page);
    }

    private static boolean refers(NaiveFold fold, String kind, String id, Set<String> streams) {
        return NaiveBelongings.everReferred(fold, kind, id).stream().anyMatch(streams::contains);
    }

    /** Whether less is known at the second point than at the first. */
    static boolean isReversed(KnownFacts first, KnownFacts second) {
        return first.all().size() > second.all().size() && first.all().containsAll(second.all());
    }

    private static @Nullable ObjectNode change(Asked asked, String kind, String id) {
        List<Long> facts = new ArrayList<>();
        for (Noted fact : asked.fold().facts.stream(kind + "-" + id))
            if (asked.before().facts.at(fact.position()) == null) facts.add(fact.position());
        JsonNode first = NaiveDifference.on(asked.before(), kind, id, asked.asOfBefore());
        JsonNode expected = NaiveDifference.on(asked.before(), kind, id, asked.asOf());
        JsonNode last = NaiveDifference.on(asked.fold(), kind, id, asked.asOf());
        List<Change> difference = NaiveDifference.between(first, last);
        if (facts.isEmpty()
                && difference.isEmpty()
                && asked.before().segments(kind, id).equals(asked.fold().segments(kind, id))) return null;
        ArrayNode otherDays = NaiveDifference.between(kind, id, asked.before(), asked.fold(), asked.asOf());
        ObjectNode change = Words.JSON.createObjectNode().put("kind", kind).put("id", id);
        change.put("change", how(first, last, difference.isEmpty(), otherDays.isEmpty()));
        change.set("facts", Words.JSON.valueToTree(facts));
        ArrayNode shown = change.putArray("difference");
        for (Change one : difference) {
            boolean recorded = NaiveDifference.between(expected, last).stream()
                    .anyMatch(other -> isWithin(other.path(), one.path()) || isWithin(one.path(), other.path()));
            shown.add(one.shown().put("cause", recorded ? "RECORDED" : "CAME_INTO_EFFECT"));
        }
        change.set("recordedForOtherDays", otherDays);
        return change;
    }

    private static String how(
            @Nullable JsonNode first, @Nullable JsonNode last, boolean isSame, boolean isSameOnOtherDays) {
        if (isSame) return isSameOnOtherDays ? "UNCHANGED" : "CHANGED_ON_OTHER_DAYS";
        if (first == null) return "ADDED";
        return last == null ? "REMOVED" : "CHANGED";
    }

    private static boolean isWithin(String path, String other) {
        return other.equals("/") || path.equals(other) || path.startsWith(other + "/");
    }
}

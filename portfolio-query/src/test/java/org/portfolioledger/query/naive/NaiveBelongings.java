package org.portfolioledger.query.naive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import tools.jackson.databind.JsonNode;

/** What was ever known to be about an initiative, by the facts that are known at a point. */
final class NaiveBelongings {

    private static final Set<String> OF_INITIATIVE = Set.of(
            "business-case",
            "review",
            "dependency",
            "action",
            "delivery-plan",
            "equality-assessment",
            "vacancy-request",
            "external-request",
            "risk",
            "benefit",
            "measure",
            "budget");
    private static final Set<String> OF_CASE_OR_REVIEW =
            Set.of("action", "delivery-plan", "equality-assessment", "accounting-assessment");
    private static final Set<String> OF_MANY = Set.of("board", "meeting", "reporting-cycle", "portfolio");

    /** Of what there may be facts about an initiative. */
    static final Set<String> KINDS = kinds();

    private final NaiveFold fold;
    private final String initiative;
    private final Map<String, Set<String>> everReferred = new HashMap<>();
    private final NavigableSet<String> casesAndReviews = new TreeSet<>();
    private final SortedSet<String> parts = new TreeSet<>();
    private final Set<String> whole = new HashSet<>();

    NaiveBelongings(NaiveFold fold, String initiative) {
        this.fold = fold;
        this.initiative = initiative;
        for (String kind : OF_INITIATIVE)
            for (String id : fold.facts.ids(kind)) if (ever(kind, id).contains(stream())) parts.add(kind + "-" + id);
        for (String part : parts)
            if (part.startsWith("business-case-") || part.startsWith("review-")) casesAndReviews.add(part);
        for (String kind : OF_CASE_OR_REVIEW)
            for (String id : fold.facts.ids(kind))
                if (ever(kind, id).stream().anyMatch(casesAndReviews::contains)) parts.add(kind + "-" + id);
        whole.addAll(parts);
        whole.add("appointments-" + initiative);
        for (String one : List.copyOf(whole)) {
            String kind = NaiveFold.kindOf(one);
            for (String referred : ever(kind, one.substring(kind.length() + 1)))
                if (referred.startsWith("post-") || referred.startsWith("document-")) whole.add(referred);
        }
        whole.add(stream());
        whole.add("rag-" + initiative);
        whole.add("milestones-" + initiative);
    }

    private static Set<String> kinds() {
        Set<String> kinds =
                new HashSet<>(Set.of("initiative", "appointments", "rag", "milestones", "post", "document"));
        kinds.addAll(OF_INITIATIVE);
        kinds.addAll(OF_CASE_OR_REVIEW);
        kinds.addAll(OF_MANY);
        return Set.copyOf(kinds);
    }

    /** The streams of what belongs to it, its own aside. */
    SortedSet<String> parts() {
        return parts;
    }

    /** Whether an entity belongs to it by what it is. */
    boolean isPart(String kind, JsonNode state) {
        SortedSet<String> refers = NaiveReferences.streams(kind, state);
        return refers.contains(stream())
                || (OF_CASE_OR_REVIEW.contains(kind) && refers.stream().anyMatch(casesAndReviews::contains));
    }

    /** Whether a fact is about it: it, or one that it corrects, is of what belongs to it, or names it. */
    boolean isAbout(Noted fact) {
        if (whole.contains(fact.stream())) return true;
        if (!OF_MANY.contains(NaiveFold.kindOf(fact.stream()))) return false;
        for (Noted one = fact; one != null; one = one.corrects() == 0 ? null : fold.facts.at(one.corrects()))
            if (names(one)) return true;
        return false;
    }

    private boolean names(Noted fact) {
        if (fact.content() == null) return false;
        if (fact.content() instanceof RatingSchemeReplaced replaced) return isRatedIn(replaced);
        String stream = fact.stream();
        JsonNode content = Words.JSON.valueToTree(fact.content());
        if (stream.startsWith("portfolio-")) return false;
        if (isIt(content.path("initiative"))) return true;
        for (JsonNode scoped : content.path("scope")) if (isIt(scoped)) return true;
        if (!stream.startsWith("meeting-")) return false;
        for (JsonNode item : content.path("items"))
            if (isIt(item.path("initiative"))
                    || casesAndReviews.contains(
                            "business-case-" + item.path("businessCase").asString(""))) return true;
        return false;
    }

    private boolean isRatedIn(RatingSchemeReplaced replaced) {
        boolean rated = fold.segments("rag", initiative).stream()
                .flatMap(segment -> segment.state().get("ratings").valueStream())
                .anyMatch(rating -> rating.at("/value/scheme").asString().equals(replaced.scheme()));
        return rated && NaivePortfoliosEver.of(fold, initiative).contains(replaced.portfolio());
    }

    private boolean isIt(@Nullable JsonNode id) {
        return id != null && id.isString() && id.asString().equals(initiative);
    }

    private String stream() {
        return "initiative-" + initiative;
    }

    private Set<String> ever(String kind, String id) {
        return everReferred.computeIfAbsent(kind + "-" + id, _ -> everReferred(fold, kind, id));
    }

    /** To what an entity was ever known to refer. */
    static Set<String> everReferred(NaiveFold fold, String kind, String id) {
        String stream = kind + "-" + id;
        Set<String> streams = new HashSet<>();
        for (Noted fact : fold.facts.stream(stream))
            new NaiveFold(fold.facts.of(stream, fact.position()))
                    .segments(kind, id)
                    .forEach(segment -> streams.addAll(NaiveReferences.streams(kind, segment.state())));
        return streams;
    }
}

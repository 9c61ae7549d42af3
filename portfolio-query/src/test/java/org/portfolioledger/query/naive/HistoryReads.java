package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.query.naive.NaiveFold.Segment;
import org.portfolioledger.serialization.FactType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads over all days, and of facts. */
final class HistoryReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/initiatives/{initiative}/timeline", HistoryReads::timeline,
            "/api/v1/initiatives/{initiative}/history", HistoryReads::history,
            "/api/v1/audit/facts", HistoryReads::facts,
            "/api/v1/facts/{position}", HistoryReads::fact);

    private HistoryReads() {}

    private static Optional<ObjectNode> timeline(Asked asked) {
        NaiveFold fold = asked.fold();
        String id = asked.name("initiative");
        List<ObjectNode> segments = new ArrayList<>();
        segments.addAll(shown(fold, "initiative", id, fold.segments("initiative", id)));
        segments.addAll(shown(fold, "appointments", id, fold.segments("appointments", id)));
        segments.addAll(shown(fold, "rag", id, ratings(fold, id)));
        for (String businessCase : fold.facts.ids("business-case")) {
            List<Segment> all = fold.segments("business-case", businessCase);
            if (!all.isEmpty() && concerns(all.getFirst().state(), id))
                segments.addAll(shown(fold, "business-case", businessCase, all));
        }
        segments.sort(
                Comparator.<ObjectNode, String>comparing(one -> one.get("from").asString())
                        .thenComparing(one -> one.get("kind").asString())
                        .thenComparing(one -> one.get("id").asString()));
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        segments.stream().filter(one -> asked.is("kind", one.get("kind"))).forEach(items::add);
        return Optional.of(page);
    }

    private static boolean concerns(JsonNode businessCase, String initiative) {
        return businessCase.get("initiative").asString().equals(initiative);
    }

    /** How an initiative was rated: that changes also where it moves, and by what its portfolio decides. */
    private static List<Segment> ratings(NaiveFold fold, String initiative) {
        SortedSet<LocalDate> days = new TreeSet<>(fold.days("rag", initiative));
        if (days.isEmpty()) return List.of();
        // Of all facts: what an initiative was before its opening was retracted counts too.
        for (Noted fact : fold.facts.all())
            if (fact.content() != null) days.add(fact.content().provenance().effectiveOn());
        return NaiveFold.segments(
                days,
                day -> NaiveShownRatings.of(fold, initiative, day).map(ratings -> {
                    ObjectNode state = Words.JSON.createObjectNode().put("initiative", initiative);
                    state.set("ratings", ratings);
                    return state;
                }));
    }

    private static List<ObjectNode> shown(NaiveFold fold, String kind, String id, List<Segment> segments) {
        List<ObjectNode> shown = new ArrayList<>();
        for (Segment segment : segments) {
            ObjectNode one = Words.JSON.createObjectNode().put("kind", kind).put("id", id);
            one.put("from", segment.from().toString());
            one.put("to", segment.to() == null ? null : segment.to().toString());
            one.set(kind, new NaiveGrounds(fold).seen(segment.state().deepCopy(), segment.from()));
            shown.add(one);
        }
        return shown;
    }

    private static Optional<ObjectNode> history(Asked asked) {
        NaiveFold fold = asked.fold();
        String id = asked.name("initiative");
        Set<String> own = new HashSet<>(Set.of("initiative-" + id, "appointments-" + id, "rag-" + id));
        for (String businessCase : fold.facts.ids("business-case"))
            if (everConcerned(fold, businessCase, id)) own.add("business-case-" + businessCase);
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (Noted fact : fold.facts.all()) {
            if (!own.contains(fact.stream()) && !replacesScheme(fold, fact, id)) continue;
            ObjectNode item = view(fact);
            item.set("difference", difference(fold, fact));
            if (correction(fold.facts, fact) instanceof ObjectNode corrected) item.set("corrected", corrected);
            items.add(item);
        }
        return Optional.of(page);
    }

    /** Whether a case was known to concern an initiative at any time up to the point. */
    private static boolean everConcerned(NaiveFold fold, String businessCase, String initiative) {
        String stream = "business-case-" + businessCase;
        return fold.facts.stream(stream).stream()
                .map(fact -> new NaiveFold(fold.facts.of(stream, fact.position())))
                .flatMap(then -> then.segments("business-case", businessCase).stream())
                .anyMatch(segment -> concerns(segment.state(), initiative));
    }

    /** Whether a fact replaces a scheme by which the initiative is rated on some day, in a portfolio in which it lies on some day. */
    private static boolean replacesScheme(NaiveFold fold, Noted fact, String initiative) {
        if (!(fact.fact() instanceof RatingSchemeReplaced replaced)) return false;
        boolean rated = fold.segments("rag", initiative).stream()
                .flatMap(segment -> segment.state().get("ratings").valueStream())
                .anyMatch(rating -> rating.at("/value/scheme").asString().equals(replaced.scheme()));
        return rated && NaivePortfoliosEver.of(fold, initiative).contains(replaced.portfolio());
    }

    /** What a fact changed of its entity. */
    private static ArrayNode difference(NaiveFold fold, Noted fact) {
        String kind = NaiveFold.FAMILIES.keySet().stream()
                .filter(name -> fact.stream().startsWith(name + "-"))
                .findFirst()
                .orElseThrow();
        return NaiveDifference.between(
                kind,
                fact.stream().substring(kind.length() + 1),
                new NaiveFold(fold.facts.of(fact.stream(), fact.position() - 1)),
                new NaiveFold(fold.facts.of(fact.stream(), fact.position())),
                null);
    }

    private static Optional<ObjectNode> facts(Asked asked) {
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (Noted fact : asked.fold().facts.all()) {
            ObjectNode view = view(fact);
            // Whoever recorded the hostile facts is a person.
            boolean wanted = asked.is("actorKind", Words.JSON.getNodeFactory().stringNode("PERSON"))
                    && asked.is("stream", view.get("stream"))
                    && asked.is("type", view.get("type"));
            if (wanted) items.add(view);
        }
        return Optional.of(page);
    }

    private static Optional<ObjectNode> fact(Asked asked) {
        KnownFacts known = asked.fold().facts;
        Noted fact = known.at(Long.parseLong(asked.name("position")));
        if (fact == null) return Optional.empty();
        ObjectNode view = Words.JSON.createObjectNode();
        view.set("fact", view(fact));
        List<Long> lineage = known.lineage(fact).stream().map(Noted::position).toList();
        view.set("lineage", Words.JSON.valueToTree(lineage));
        view.set("corrected", correction(known, fact));
        view.putNull("inForce");
        for (Words words : known.words(fact.stream())) {
            if (!lineage.contains(words.place()) || words.retracted() != null) continue;
            view.putObject("inForce")
                    .put("position", words.fact())
                    .put("effectiveOn", words.from().toString())
                    .set("fact", Words.JSON.valueToTree(words.content()));
        }
        view.set("restingOnIt", Words.JSON.valueToTree(NaiveReferences.restingOn(known, fact)));
        return Optional.of(view);
    }

    /** The members of a fact that do not depend on how and when it was recorded. */
    private static ObjectNode view(Noted fact) {
        ObjectNode view = Words.JSON
                .createObjectNode()
                .put("position", fact.position())
                .put("register", fact.register())
                .put("stream", fact.stream())
                .put("sequence", fact.sequence())
                .put("type", FactType.of(fact.fact().getClass()).typeName())
                .put("effectiveOn", fact.fact().provenance().effectiveOn().toString())
                .put("knownAt", fact.knownAt().toString());
        view.set("payload", Words.JSON.valueToTree(fact.fact()));
        view.set(
                "metadata",
                Words.JSON.valueToTree(
                        fact.unmetRules().isEmpty() ? Map.of() : Map.of("unmetRules", fact.unmetRules())));
        return view;
    }

    private static JsonNode correction(KnownFacts known, Noted fact) {
        Noted by = known.correctionOf(fact);
        if (by == null) return Words.JSON.nullNode();
        return Words.JSON
                .createObjectNode()
                .put("fact", fact.position())
                .put("correctedBy", by.position())
                .put("reason", ((Corrected) by.fact()).reason())
                .put("retracted", by.content() == null);
    }
}

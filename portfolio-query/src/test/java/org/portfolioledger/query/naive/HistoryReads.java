package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.query.naive.NaiveFold.Segment;
import org.portfolioledger.serialization.FactType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads over all days, and of facts. */
final class HistoryReads {

    static final Map<String, NaiveRead> ALL = all();

    private HistoryReads() {}

    private static Map<String, NaiveRead> all() {
        Map<String, NaiveRead> all = new TreeMap<>();
        for (String item : EntityReads.ALL.keySet()) {
            if (!item.endsWith("}")) continue;
            String variable = item.substring(item.indexOf('{') + 1, item.length() - 1);
            all.put(item + "/history", asked -> ownHistory(asked, variable));
        }
        all.put("/api/v1/initiatives/{initiative}/timeline", HistoryReads::timeline);
        all.put("/api/v1/initiatives/{initiative}/history", HistoryReads::history);
        all.put("/api/v1/audit/facts", HistoryReads::facts);
        all.put("/api/v1/facts/{position}", HistoryReads::fact);
        return Map.copyOf(all);
    }

    private static Optional<ObjectNode> timeline(Asked asked) {
        NaiveFold fold = asked.fold();
        String id = asked.name("initiative");
        NaiveBelongings belonging = new NaiveBelongings(fold, id);
        List<ObjectNode> segments = new ArrayList<>();
        segments.addAll(shown(fold, "initiative", id, fold.segments("initiative", id)));
        segments.addAll(shown(fold, "appointments", id, roles(fold, id)));
        segments.addAll(shown(fold, "rag", id, ratings(fold, id)));
        segments.addAll(shown(fold, "milestones", id, fold.segments("milestones", id)));
        belonging.parts().forEach(part -> {
            String kind = NaiveFold.kindOf(part);
            String of = part.substring(kind.length() + 1);
            List<Segment> own = fold.segments(kind, of).stream()
                    .filter(segment -> belonging.isPart(kind, segment.state()))
                    .toList();
            segments.addAll(shown(fold, kind, of, own));
        });
        segments.sort(
                Comparator.<ObjectNode, String>comparing(one -> one.get("from").asString())
                        .thenComparing(one -> one.get("kind").asString())
                        .thenComparing(one -> one.get("id").asString()));
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        segments.stream().filter(one -> asked.is("kind", one.get("kind"))).forEach(items::add);
        return Optional.of(page);
    }

    /** Who held the roles of an initiative: that changes also where a post gets another holder. */
    private static List<Segment> roles(NaiveFold fold, String initiative) {
        SortedSet<LocalDate> days = new TreeSet<>(fold.days("appointments", initiative));
        if (days.isEmpty()) return List.of();
        for (String post : fold.facts.ids("post")) days.addAll(fold.days("post", post));
        return NaiveFold.segments(days, day -> NaiveAppointments.at(fold, initiative, day));
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

    private static Optional<ObjectNode> ownHistory(Asked asked, String variable) {
        String kind = variable.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String stream = kind + "-" + asked.name(variable);
        return history(asked, asked.fold().facts.stream(stream));
    }

    private static Optional<ObjectNode> history(Asked asked) {
        NaiveBelongings belonging = new NaiveBelongings(asked.fold(), asked.name("initiative"));
        return history(
                asked,
                asked.fold().facts.all().stream().filter(belonging::isAbout).toList());
    }

    private static Optional<ObjectNode> history(Asked asked, List<Noted> facts) {
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (Noted fact : facts) {
            String kind = NaiveFold.kindOf(fact.stream());
            ObjectNode item = view(fact).put("kind", kind);
            item.put("id", fact.stream().substring(kind.length() + 1));
            item.set("difference", difference(asked.fold(), fact));
            if (correction(asked.fold().facts, fact) instanceof ObjectNode corrected) item.set("corrected", corrected);
            if (asked.is("kind", item.get("kind"))) items.add(item);
        }
        return Optional.of(page);
    }

    /** What a fact changed of its entity. */
    static ArrayNode difference(NaiveFold fold, Noted fact) {
        String kind = NaiveFold.kindOf(fact.stream());
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

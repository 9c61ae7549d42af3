package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where initiatives lie on a day. */
final class NaivePlacement {

    private final NaiveFold fold;
    private final LocalDate day;

    NaivePlacement(NaiveFold fold, LocalDate day) {
        this.fold = fold;
        this.day = day;
    }

    /** Ids of the initiatives that lie in a portfolio or lay there last, directly or through those above them. */
    List<String> members(String portfolio) {
        return fold.facts.ids("initiative").stream()
                .filter(id -> portfolio.equals(portfolioAbove(id, new HashSet<>())))
                .toList();
    }

    /** Whether an initiative lay in a portfolio on the day; before its first one, whether it lay there first. */
    boolean belongs(String portfolio, String initiative) {
        return portfolio.equals(way(initiative).getLast());
    }

    /** Whether an initiative is another, or lay below it on the day. */
    boolean isBelow(String initiative, String above) {
        List<String> way = way(initiative);
        return way.subList(0, way.size() - 1).contains(above);
    }

    /** The initiatives from one upwards, and the portfolio to which they lead; an empty text: to none. */
    private List<String> way(String initiative) {
        List<String> way = new ArrayList<>();
        String at = initiative;
        while (!way.contains(at)) {
            way.add(at);
            JsonNode placement =
                    stayed(at).map(state -> state.at("/placement/value")).orElseGet(Words.JSON::missingNode);
            if (placement.has("portfolio")) {
                way.add(placement.get("portfolio").asString());
                return way;
            }
            at = placement.path("parent").asString("");
            if (at.isEmpty()) break;
        }
        way.add("");
        return way;
    }

    /** The same as its last state; before the first, what it was first. */
    private Optional<ObjectNode> stayed(String initiative) {
        Optional<ObjectNode> then = lastState(initiative);
        if (then.isPresent()) return then;
        List<NaiveFold.Segment> segments = fold.segments("initiative", initiative);
        if (!segments.isEmpty()) return Optional.of(segments.getFirst().state());
        for (Noted fact : fold.facts.stream("initiative-" + initiative).reversed()) {
            NaiveFold before = new NaiveFold(fold.facts.of(fact.stream(), fact.position() - 1));
            List<NaiveFold.Segment> were = before.segments("initiative", initiative);
            if (!were.isEmpty()) return Optional.of(were.getFirst().state());
        }
        return Optional.empty();
    }

    /** Those of them that are not closed. */
    List<String> openMembers(String portfolio) {
        return members(portfolio).stream()
                .filter(id -> !lastState(id).orElseThrow().has("closure"))
                .toList();
    }

    /** The portfolio in which an initiative lies, if it is there. */
    Optional<ObjectNode> portfolioOf(String initiative) {
        return Optional.ofNullable(portfolioAbove(initiative, new HashSet<>()))
                .flatMap(id -> fold.state("portfolio", id, day));
    }

    @Nullable
    String portfolioAbove(String initiative) {
        return portfolioAbove(initiative, new HashSet<>());
    }

    private @Nullable String portfolioAbove(String initiative, Set<String> passed) {
        if (!passed.add(initiative)) return null;
        JsonNode placement =
                lastState(initiative).map(state -> state.at("/placement/value")).orElse(null);
        if (placement == null) return null;
        if (placement.has("portfolio")) return placement.get("portfolio").asString();
        return placement.has("parent") ? portfolioAbove(placement.get("parent").asString(), passed) : null;
    }

    /** What it is; where its opening was retracted, what it was known to be before. */
    Optional<ObjectNode> lastState(String initiative) {
        KnownFacts known = fold.facts;
        if (!fold.segments("initiative", initiative).isEmpty()) return fold.state("initiative", initiative, day);
        for (Noted fact : known.stream("initiative-" + initiative).reversed()) {
            NaiveFold before = new NaiveFold(known.of(fact.stream(), fact.position() - 1));
            Optional<ObjectNode> was = before.state("initiative", initiative, day);
            if (was.isPresent()) return was;
        }
        return Optional.empty();
    }
}

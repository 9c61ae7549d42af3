package org.portfolioledger.query.naive;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a protective marking. */
final class NaiveProtectiveMarking {

    private NaiveProtectiveMarking() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case EntityMarked marked -> {
                state.put("id", marked.protectiveMarking()).put("register", marked.register());
                words.put(state, "entity", marked.entity());
                words.put(state, "marking", marked.marking());
                // What was stated for an earlier day stays where this states nothing.
                published(state, words, marked.publication(), marked.section());
                words.put(state, "reason", marked.reason());
            }
            case ProtectiveMarkingChanged changed -> {
                if (changed.marking() != null) words.put(state, "marking", changed.marking());
                published(state, words, changed.publication(), changed.section());
                words.put(state, "reason", changed.reason());
            }
            case ProtectiveMarkingLifted _ -> words.put(state, "closure", words.members("protectiveMarking"));
            default -> throw new AssertionError(words);
        }
    }

    private static void published(
            ObjectNode state, Words words, @Nullable Publication publication, @Nullable String section) {
        if (publication == null) return;
        ObjectNode decision = Words.JSON.createObjectNode().put("decision", publication.name());
        if (section != null) decision.put("section", section);
        words.put(state, "publication", decision);
    }

    /** Adds to an answer the markings that entities of a kind bear, if any does. */
    static void show(Asked asked, ObjectNode answer, String kind, Collection<String> entities) {
        ArrayNode borne = Words.JSON.createArrayNode();
        for (String entity : entities)
            for (String id : asked.fold().facts.ids("protective-marking"))
                asked.fold()
                        .state("protective-marking", id, asked.asOf())
                        .filter(state -> !state.has("closure"))
                        .filter(state -> state.at("/entity/value").asString().equals(kind + "-" + entity))
                        .map(state -> new NaiveGrounds(asked.fold()).seen(state, asked.asOf()))
                        .ifPresent(borne::add);
        if (!borne.isEmpty()) answer.set("protectiveMarkings", borne);
    }

    static boolean isAsked(Asked asked, ObjectNode state) {
        return asked.is("entity", state.at("/entity/value"))
                && asked.is("marking", state.at("/marking/value"))
                && asked.is("publication", state.at("/publication/value/decision"))
                && NaiveMeasure.isOpenAsAsked(asked, state);
    }

    /** Ids of the items of a list. */
    static Collection<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.get("id").asString()).toList();
    }
}

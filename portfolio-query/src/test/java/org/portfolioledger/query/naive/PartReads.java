package org.portfolioledger.query.naive;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists that are parts of what one entity is, and their items. */
final class PartReads {

    static final Map<String, NaiveRead> ALL = Map.ofEntries(
            Map.entry("/api/v1/initiatives/{initiative}/appointments", asked -> list(asked, appointments(asked))),
            Map.entry(
                    "/api/v1/initiatives/{initiative}/appointments/{appointment}",
                    asked -> one(asked, appointments(asked), "appointment")),
            Map.entry("/api/v1/initiatives/{initiative}/rag-assessments", asked -> list(asked, ratings(asked))),
            Map.entry(
                    "/api/v1/initiatives/{initiative}/rag-assessments/{rating}",
                    asked -> one(asked, ratings(asked), "rating")),
            Map.entry("/api/v1/initiatives/{initiative}/milestones", PartReads::milestonesAskedFor),
            Map.entry(
                    "/api/v1/initiatives/{initiative}/milestones/{milestone}",
                    asked -> one(asked, milestones(asked), "milestone")),
            Map.entry("/api/v1/initiatives/{initiative}/baselines", asked -> list(asked, baselines(asked))),
            Map.entry(
                    "/api/v1/initiatives/{initiative}/baselines/{baseline}",
                    asked -> one(asked, baselines(asked), "baseline")),
            Map.entry("/api/v1/portfolios/{portfolio}/rating-schemes", asked -> list(asked, schemes(asked))),
            Map.entry(
                    "/api/v1/portfolios/{portfolio}/rating-schemes/{scheme}",
                    asked -> one(asked, schemes(asked), "scheme")),
            Map.entry("/api/v1/portfolios/{portfolio}/role-descriptions", asked -> list(asked, descriptions(asked))),
            Map.entry(
                    "/api/v1/portfolios/{portfolio}/role-descriptions/{role}",
                    asked -> one(asked, descriptions(asked), "role")),
            Map.entry("/api/v1/boards/{board}/decisions", asked -> list(asked, decisionsOfBoard(asked))),
            Map.entry(
                    "/api/v1/boards/{board}/decisions/{decision}",
                    asked -> one(asked, decisionsOnMatters(asked), "decision")),
            Map.entry("/api/v1/boards/{board}/delegations", asked -> list(asked, delegations(asked))),
            Map.entry(
                    "/api/v1/boards/{board}/delegations/{delegation}",
                    asked -> one(asked, delegations(asked), "delegation")),
            Map.entry("/api/v1/business-cases/{businessCase}/versions", asked -> list(asked, versions(asked))),
            Map.entry(
                    "/api/v1/business-cases/{businessCase}/versions/{version}",
                    asked -> one(asked, versions(asked), "version")),
            Map.entry("/api/v1/business-cases/{businessCase}/submissions", asked -> list(asked, submissions(asked))),
            Map.entry("/api/v1/business-cases/{businessCase}/decisions", asked -> list(asked, outcomes(asked))),
            Map.entry(
                    "/api/v1/business-cases/{businessCase}/decisions/{decision}",
                    asked -> one(asked, outcomes(asked), "decision")),
            Map.entry("/api/v1/delivery-plans/{deliveryPlan}/items", PartReads::itemsAskedFor),
            Map.entry("/api/v1/delivery-plans/{deliveryPlan}/items/{item}", asked -> one(asked, items(asked), "item")),
            Map.entry("/api/v1/business-cases/{businessCase}/conditions", asked -> list(asked, conditions(asked))),
            Map.entry(
                    "/api/v1/business-cases/{businessCase}/conditions/{condition}",
                    asked -> one(asked, conditions(asked), "condition")),
            Map.entry("/api/v1/boards/{board}/waiting", asked -> EntityReads.page(asked, waiting(asked))),
            Map.entry("/api/v1/recommendations", NaiveReview::all),
            Map.entry("/api/v1/reviews/{review}/recommendations", asked -> list(asked, recommendations(asked))),
            Map.entry(
                    "/api/v1/reviews/{review}/recommendations/{recommendation}",
                    asked -> one(asked, recommendations(asked), "recommendation")));

    private PartReads() {}

    private static Optional<ObjectNode> list(Asked asked, ArrayNode parts) {
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (JsonNode part : parts)
            if (asked.is("role", part.path("role"))
                    && asked.is("criterion", part.path("criterion"))
                    && asked.is("assessor", part.path("assessor"))
                    && NaiveReview.isAskedFor(asked, part)) wanted.add(part);
        return EntityReads.page(asked, wanted);
    }

    /** The first of an id, whatever the case of its letters. */
    private static Optional<ObjectNode> one(Asked asked, ArrayNode parts, String variable) {
        String id = asked.name(variable).toLowerCase(Locale.ROOT);
        return parts.valueStream()
                .filter(part ->
                        part.get("id").asString().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .map(part -> new NaiveGrounds(asked.fold()).seen((ObjectNode) part, asked.asOf()))
                .map(part -> {
                    NaiveAlerts.add(asked, part);
                    return part;
                });
    }

    private static Optional<ObjectNode> itemsAskedFor(Asked asked) {
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (JsonNode item : items(asked)) if (NaiveDeliveryPlan.isAskedFor(asked, item)) wanted.add(item);
        return EntityReads.page(asked, wanted);
    }

    private static ArrayNode items(Asked asked) {
        return asked.fold()
                .state("delivery-plan", asked.name("deliveryPlan"), asked.asOf())
                .map(plan -> NaiveDeliveryPlan.items(plan, asked.asOf()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static Optional<ObjectNode> milestonesAskedFor(Asked asked) {
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (JsonNode milestone : milestones(asked))
            if (NaiveMilestones.isAskedFor(asked, milestone)) wanted.add(milestone);
        return EntityReads.page(asked, wanted);
    }

    private static ArrayNode milestones(Asked asked) {
        return asked.fold()
                .state("milestones", asked.name("initiative"), asked.asOf())
                .map(state -> NaiveMilestones.listed(
                        state, asked.filters().get("baseline"), asked.filters().get("against"), asked.asOf()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode baselines(Asked asked) {
        return asked.fold()
                .state("milestones", asked.name("initiative"), asked.asOf())
                .map(NaiveMilestones::baselines)
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode recommendations(Asked asked) {
        return asked.fold()
                .state("review", asked.name("review"), asked.asOf())
                .map(review -> NaiveReview.recommendations(review, asked.asOf()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode appointments(Asked asked) {
        return NaiveAppointments.at(asked.fold(), asked.name("initiative"), asked.asOf())
                .map(PartReads::running)
                .orElseGet(Words.JSON::createArrayNode);
    }

    /** Those of some roles that have not ended. */
    static ArrayNode running(ObjectNode appointments) {
        ArrayNode running = Words.JSON.createArrayNode();
        for (Role role : Role.values()) {
            JsonNode holding = appointments.get("roles").path(role.name());
            if (!NaiveAppointments.isRunning(holding.path("value"))) continue;
            running.add(
                    part(holding.at("/value/appointment").asString(), holding).put("role", role.name()));
        }
        return running;
    }

    private static ArrayNode ratings(Asked asked) {
        return NaiveShownRatings.of(asked.fold(), asked.name("initiative"), asked.asOf())
                .map(ratings -> keyed(ratings, Comparator.naturalOrder()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode schemes(Asked asked) {
        return asked.fold()
                .state("portfolio", asked.name("portfolio"), asked.asOf())
                .map(portfolio -> keyed(portfolio.get("schemes"), Comparator.naturalOrder()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode descriptions(Asked asked) {
        return asked.fold()
                .state("portfolio", asked.name("portfolio"), asked.asOf())
                .map(portfolio -> keyed(portfolio.get("roles"), Comparator.comparing(Role::valueOf)))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode delegations(Asked asked) {
        return asked.fold()
                .state("board", asked.name("board"), asked.asOf())
                .map(board -> keyed(board.get("delegations"), Comparator.naturalOrder()))
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode versions(Asked asked) {
        return ofCase(
                asked, businessCase -> keyed(businessCase.get("versions"), Comparator.comparing(Integer::valueOf)));
    }

    private static ArrayNode submissions(Asked asked) {
        return ofCase(asked, businessCase -> numbered(businessCase.get("submissions")));
    }

    private static ArrayNode outcomes(Asked asked) {
        return ofCase(asked, PartReads::decided);
    }

    private static ArrayNode conditions(Asked asked) {
        return ofCase(asked, businessCase -> keyed(businessCase.get("conditions"), Comparator.naturalOrder()));
    }

    private static ArrayNode waiting(Asked asked) {
        ArrayNode waiting = Words.JSON.createArrayNode();
        for (String id : asked.fold().facts.ids("business-case"))
            asked.fold()
                    .state("business-case", id, asked.asOf())
                    .ifPresent(businessCase -> waiting.addAll(new NaiveWaiting(asked, businessCase).items()));
        return waiting;
    }

    private static ArrayNode ofCase(Asked asked, Function<ObjectNode, ArrayNode> parts) {
        return asked.fold()
                .state("business-case", asked.name("businessCase"), asked.asOf())
                .map(parts)
                .orElseGet(Words.JSON::createArrayNode);
    }

    /** All that boards decided on a case, also what was retracted, in order. */
    static ArrayNode decided(ObjectNode businessCase) {
        ArrayNode all = numbered(businessCase.get("outcomes"));
        all.addAll(numbered(businessCase.get("retractedOutcomes")));
        return inOrder(all);
    }

    /** All that a board decided on other matters, what was retracted last. */
    static ArrayNode onMatters(ObjectNode board) {
        ArrayNode decisions = keyed(board.get("decisions"), Comparator.naturalOrder());
        for (JsonNode retracted : board.get("retractedDecisions"))
            decisions.add(part(retracted.at("/value/decision").asString(), retracted));
        return decisions;
    }

    /** All that boards decided on a request to fill a post. */
    static ArrayNode onVacancy(ObjectNode vacancy) {
        ArrayNode all = Words.JSON.createArrayNode();
        for (JsonNode ask : vacancy.get("asks"))
            if (ask.has("decision")) all.add(part(Long.toString(place(ask.get("decision"))), ask.get("decision")));
        all.addAll(numbered(vacancy.get("retractedDecisions")));
        return all;
    }

    private static ArrayNode decisionsOnMatters(Asked asked) {
        return asked.fold()
                .state("board", asked.name("board"), asked.asOf())
                .map(PartReads::onMatters)
                .orElseGet(Words.JSON::createArrayNode);
    }

    private static ArrayNode decisionsOfBoard(Asked asked) {
        ArrayNode decisions = decisionsOnMatters(asked);
        for (String id : asked.fold().facts.ids("business-case"))
            asked.fold().state("business-case", id, asked.asOf()).ifPresent(businessCase -> {
                for (JsonNode outcome : decided(businessCase))
                    if (outcome.path("board").asString("").equals(asked.name("board")))
                        decisions.add(((ObjectNode) outcome).put("businessCase", id));
            });
        for (String id : asked.fold().facts.ids("vacancy-request"))
            asked.fold().state("vacancy-request", id, asked.asOf()).ifPresent(vacancy -> {
                for (JsonNode decided : onVacancy(vacancy))
                    if (decided.path("board").asString("").equals(asked.name("board")))
                        decisions.add(((ObjectNode) decided).put("vacancyRequest", id));
            });
        return inOrder(decisions);
    }

    private static ArrayNode keyed(JsonNode values, Comparator<String> order) {
        ArrayNode parts = Words.JSON.createArrayNode();
        values.propertyNames().stream().sorted(order).forEach(key -> parts.add(part(key, values.get(key))));
        return parts;
    }

    /** Each is named by the position of the first fact of its lineage. */
    private static ArrayNode numbered(JsonNode values) {
        ArrayNode parts = Words.JSON.createArrayNode();
        for (JsonNode grounded : values) parts.add(part(Long.toString(place(grounded)), grounded));
        return parts;
    }

    private static ArrayNode inOrder(ArrayNode parts) {
        ArrayNode ordered = Words.JSON.createArrayNode();
        parts.valueStream()
                .sorted(Comparator.<JsonNode, String>comparing(
                                part -> part.get("since").asString())
                        .thenComparingLong(PartReads::place))
                .forEach(ordered::add);
        return ordered;
    }

    static long place(JsonNode grounded) {
        return grounded.has("inPlaceOf")
                ? grounded.get("inPlaceOf").asLong()
                : grounded.get("fact").asLong();
    }

    /** A grounded value as an item: id, value and grounds beside each other. */
    static ObjectNode part(String id, JsonNode grounded) {
        ObjectNode part = (ObjectNode) grounded.get("value").deepCopy();
        grounded.properties().forEach(member -> {
            if (!member.getKey().equals("value")) part.set(member.getKey(), member.getValue());
        });
        return part.put("id", id);
    }
}

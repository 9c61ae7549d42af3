package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What should not be overlooked, found in what is shown and in what it refers to. */
final class NaiveAlerts {

    private static final Map<String, String> BY_MEMBER = Map.of(
            "unmetRules", "UNMET_RULES",
            "restsOnCorrected", "RESTS_ON_CORRECTED_FACT",
            "restsOnSuperseded", "RESTS_ON_SUPERSEDED_FACT",
            "ultraVires", "ULTRA_VIRES",
            "waiver", "WAIVED",
            "retracted", "DECISION_RETRACTED");

    private NaiveAlerts() {}

    /** Adds to something that is shown the alerts that are found in it. */
    static void add(Asked asked, ObjectNode shown) {
        add(shown, in(asked, shown));
    }

    /** The alerts that are found in something that is shown. */
    static ArrayNode of(Asked asked, JsonNode shown) {
        return Words.JSON.valueToTree(in(asked, shown));
    }

    private static void add(ObjectNode shown, SortedSet<String> found) {
        ArrayNode alerts = shown.putArray("alerts");
        found.forEach(alerts::add);
    }

    private static SortedSet<String> in(Asked asked, JsonNode shown) {
        SortedSet<String> alerts = new TreeSet<>();
        collect(asked, shown, alerts);
        return alerts;
    }

    private static void collect(Asked asked, JsonNode tree, SortedSet<String> alerts) {
        LocalDate day = asked.asOf();
        // Of what a post holds it is the appointment that refers, which is further in.
        boolean byPost = tree.at("/value/heldByPost").isObject()
                || tree.path("heldByPost").isObject();
        if (tree.has("fact") && tree.has("since") && !byPost)
            alerts.addAll(ofReferences(asked, tree.get("fact").asLong()));
        if (tree.has("contradictedBy"))
            alerts.addAll(NaiveContradictions.of(asked.fold(), tree.get("fact").asLong(), day)
                    .keySet());
        BY_MEMBER.forEach((member, alert) -> {
            if (tree.has(member)) alerts.add(alert);
        });
        String kind = tree.path("kind").asString("");
        if (List.of("ACTING", "INTERIM").contains(kind) && hasCome(tree.path("expectedEnd"), day))
            alerts.add("ACTING_BEYOND_TERM");
        if (hasCome(tree.path("overdueFrom"), day)) alerts.add("RATING_OVERDUE");
        String replacedOn = tree.path("schemeReplacement").path("since").asString("");
        if (!replacedOn.isEmpty() && replacedOn.compareTo(tree.path("givenOn").asString("")) <= 0)
            alerts.add("RATED_IN_REPLACED_SCHEME");
        if (tree instanceof ObjectNode state && state.path("receiver").has("value") && state.has("agreements"))
            alerts.addAll(NaiveDependency.alerts(state, day));
        if (tree.has("backgroundPapers")) {
            if (tree.has("closure")) alerts.add("DOCUMENT_REPLACED");
            else if (hasPassed(tree.at("/reviewBy/value"), day)) alerts.add("DOCUMENT_REVIEW_OVERDUE");
        }
        if (tree.has("origin") && !tree.has("closure") && hasPassed(tree.at("/dueOn/value"), day))
            alerts.add("ACTION_OVERDUE");
        if (tree.has("plannedFor")
                && tree.has("interests")
                && !tree.has("attendance")
                && !tree.has("closure")
                && hasPassed(tree.at("/plannedFor/value"), day)) alerts.add("MEETING_NOT_HELD");
        if (tree.has("recommendations")) alerts.addAll(NaiveReview.alerts(asked, tree));
        if (tree.has("recommendation") && tree.has("text")) {
            if (NaiveReview.isOverdue(tree, day)) alerts.add("RECOMMENDATION_OVERDUE");
            if (tree.has("repeats")) alerts.add("RECOMMENDATION_RECURS");
        }
        addOfOversight(tree, day, alerts);
        if (tree.has("reports") && tree.has("exceptions")) alerts.addAll(NaiveReportingCycle.alerts(asked, tree));
        for (JsonNode part : tree) collect(asked, part, alerts);
    }

    /** What is late or wrong with assessments, requests and plans. */
    private static void addOfOversight(JsonNode tree, LocalDate day, SortedSet<String> alerts) {
        boolean open = !tree.has("closure");
        if (tree.has("subjects") && open && hasPassed(tree.at("/reviewBy/value"), day))
            alerts.add("EQUALITY_REVIEW_OVERDUE");
        if (tree.has("standards")) alerts.addAll(NaiveAccountingAssessment.alerts(tree, day));
        if (tree.has("asks") && open && hasPassed(tree.at("/until/value"), day)) alerts.add("VACANCY_PERIOD_OVER");
        if (tree.path("items").isObject()) {
            if (NaiveDeliveryPlan.hasPassed(tree, day)) alerts.add("PLAN_OVERDUE");
            for (JsonNode item : tree.get("items"))
                if (NaiveDeliveryPlan.isOverdue(tree, item, day)) alerts.add("PLAN_ITEM_OVERDUE");
        }
        if (tree.has("milestones") && tree.has("baselines")) alerts.addAll(NaiveMilestones.alerts(tree, day));
        if (tree.has("milestone") && tree.has("overdue")) alerts.addAll(NaiveMilestones.alerts(tree));
        if (tree.has("deliveryPlan") && tree.path("overdue").asBoolean(false)) alerts.add("PLAN_ITEM_OVERDUE");
        if (tree.has("unit") && tree.has("values")) alerts.addAll(NaiveMeasure.alerts(tree, day));
        if (tree.has("figures") && tree.has("preferred") && tree.has("subject"))
            alerts.addAll(NaiveBudget.alerts(tree));
        if (tree.has("placements")) alerts.addAll(NaiveRisk.alerts(tree, day));
        if (tree.has("profiles") && tree.has("measurements")) alerts.addAll(NaiveBenefit.alerts(tree, day));
        if (tree.has("changes") && tree.has("subject") && open && hasPassed(tree.at("/lastDay/value"), day))
            alerts.add("CONTRACT_LAST_DAY_PASSED");
        if (tree.has("extensionOptions") && open && NaiveContract.hasLapsedOption(tree, day))
            alerts.add("EXTENSION_OPTION_LAPSED");
        if (tree.has("board") && tree.has("text")) alerts.addAll(NaiveExternalRequest.alerts(tree, day));
    }

    /** What became of that to which a fact refers on the day asked about. */
    private static SortedSet<String> ofReferences(Asked asked, long fact) {
        SortedSet<String> alerts = new TreeSet<>();
        String stream = Objects.requireNonNull(asked.fold().facts.at(fact)).stream();
        String kind = NaiveFold.kindOf(stream);
        ObjectNode state = asked.fold()
                .state(kind, stream.substring(kind.length() + 1), asked.asOf())
                .orElse(null);
        if (state == null) return alerts;
        for (NaiveReferences.Reference reference : NaiveReferences.in(kind, state)) {
            if (reference.fact() != fact) continue;
            if (asked.fold().isRetracted(reference.stream())) alerts.add("REFERENCE_RETRACTED");
            LocalDate closed = asked.fold().closedOn(reference.stream());
            LocalDate open = reference.openOn();
            if (closed != null && open != null && !open.isBefore(closed)) alerts.add("AFTER_CLOSURE");
        }
        return alerts;
    }

    private static boolean hasCome(JsonNode date, LocalDate day) {
        return date.isString() && date.asString().compareTo(day.toString()) <= 0;
    }

    static boolean hasPassed(JsonNode date, LocalDate day) {
        return date.isString() && date.asString().compareTo(day.toString()) < 0;
    }

    /** Adds to an initiative all alerts that there are on it, wherever they come from. */
    static void addAll(Asked asked, ObjectNode initiative) {
        String id = initiative.get("id").asString();
        LocalDate day = asked.asOf();
        NaiveGrounds grounds = new NaiveGrounds(asked.fold());
        SortedSet<String> alerts = in(asked, initiative);
        JsonNode roles = NaiveAppointments.at(asked.fold(), id, day)
                .<JsonNode>map(state -> grounds.seen(state.get("roles"), day))
                .orElseGet(Words.JSON::missingNode);
        alerts.addAll(in(asked, roles));
        if (!initiative.has("closure") && !NaiveAppointments.isHeld(roles.at("/SRO/value"))) alerts.add("NO_SRO");
        NaiveShownRatings.of(asked.fold(), id, day)
                .ifPresent(ratings -> alerts.addAll(in(asked, grounds.seen(ratings, day))));
        alerts.addAll(ofEquality(asked, id));
        for (String assessment : asked.fold().facts.ids("accounting-assessment"))
            asked.fold()
                    .state("accounting-assessment", assessment, day)
                    .filter(state ->
                            NaiveAccountingAssessment.initiative(asked, state).equals(id))
                    .ifPresent(state -> alerts.addAll(NaiveAccountingAssessment.alerts(state, day)));
        for (String businessCase : asked.fold().facts.ids("business-case"))
            asked.fold()
                    .state("business-case", businessCase, day)
                    .filter(state -> state.get("initiative").asString().equals(id))
                    .ifPresent(state -> alerts.addAll(in(asked, grounds.seen(state, day))));
        for (String board : asked.fold().facts.ids("board"))
            asked.fold().state("board", board, day).ifPresent(state -> {
                for (JsonNode decision : state.get("decisions")) {
                    if (!decision.at("/value/initiative").asString("").equals(id)) continue;
                    if (decision.get("value").has("ultraVires")) alerts.add("ULTRA_VIRES");
                    alerts.addAll(NaiveContradictions.of(
                                    asked.fold(), decision.get("fact").asLong(), day)
                            .keySet());
                }
            });
        for (String contract : asked.fold().facts.ids("contract"))
            asked.fold()
                    .state("contract", contract, day)
                    .filter(state -> state.at("/initiative/value").asString("").equals(id))
                    .ifPresent(state -> {
                        NaiveContract.show(asked, state);
                        if (!state.get("endsAfterIt").isEmpty()) alerts.add("CONTRACT_ENDS_BEFORE_INITIATIVE");
                    });
        asked.fold()
                .state("milestones", id, day)
                .ifPresent(state -> alerts.addAll(in(asked, grounds.seen(state, day))));
        for (ObjectNode risk : NaiveRisk.openOf(asked, id)) {
            alerts.addAll(in(asked, grounds.seen(risk, day)));
            if (NaiveRisk.isLate(asked, risk)) alerts.add("RISK_ACTION_OVERDUE");
        }
        if (!hasKnownOwners(asked, id, initiative.at("/owners/value"))) alerts.add("OWNER_UNKNOWN");
        alerts.addAll(ofConflicts(asked, id));
        add(initiative, alerts);
    }

    /** Which equality impact assessments its cases lacked when they were approved. */
    private static SortedSet<String> ofEquality(Asked asked, String initiative) {
        SortedSet<String> alerts = new TreeSet<>();
        for (String id : asked.fold().facts.ids("business-case")) {
            ObjectNode found =
                    asked.fold().state("business-case", id, asked.asOf()).orElse(null);
            if (found == null || !found.get("initiative").asString().equals(initiative)) continue;
            JsonNode approval = NaiveBusinessCase.standing(found);
            if (approval != null)
                alerts.addAll(NaiveEqualityAssessment.gaps(
                        asked, found, LocalDate.parse(approval.get("since").asString())));
        }
        return alerts;
    }

    private static boolean hasKnownOwners(Asked asked, String initiative, JsonNode owners) {
        JsonNode groups = new NaivePlacement(asked.fold(), asked.asOf())
                .portfolioOf(initiative)
                .map(portfolio -> portfolio.get("businessGroups"))
                .orElseGet(Words.JSON::missingNode);
        return owners.valueStream()
                .allMatch(owner -> groups.propertyNames().stream().anyMatch(owner.asString()::equalsIgnoreCase));
    }

    /** Whether an initiative is at an end of a conflict, or further down the way. */
    private static SortedSet<String> ofConflicts(Asked asked, String initiative) {
        String name = "initiative " + initiative;
        NaiveGraph graph = new NaiveGraph(asked.fold(), asked.asOf());
        SortedSet<String> alerts = new TreeSet<>();
        for (ObjectNode edge : graph.edges()) {
            if (!NaiveDependency.isConflict(edge)) continue;
            if (name.equals(NaiveGraph.giver(edge)) || name.equals(NaiveGraph.receiver(edge)))
                alerts.add("DEPENDENCY_CONFLICT");
            if (graph.from(edge.at("/receiver/value")).getOrDefault(name, 0) > 0) alerts.add("DOWNSTREAM_OF_CONFLICT");
        }
        return alerts;
    }
}

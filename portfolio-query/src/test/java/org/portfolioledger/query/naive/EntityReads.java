package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists and the items of kinds. */
final class EntityReads {

    static final Map<String, NaiveRead> ALL = Map.ofEntries(
            Map.entry("/api/v1/registers", asked -> list(asked, "register", (_, _) -> true)),
            Map.entry("/api/v1/registers/{register}", asked -> item(asked, "register", "register")),
            Map.entry("/api/v1/portfolios", asked -> list(asked, "portfolio", (_, _) -> true)),
            Map.entry("/api/v1/portfolios/{portfolio}", asked -> item(asked, "portfolio", "portfolio")),
            Map.entry("/api/v1/initiatives", asked -> list(asked, "initiative", EntityReads::initiative)),
            Map.entry("/api/v1/initiatives/{initiative}", asked -> item(asked, "initiative", "initiative")),
            Map.entry("/api/v1/boards", asked -> list(asked, "board", EntityReads::board)),
            Map.entry("/api/v1/boards/{board}", asked -> item(asked, "board", "board")),
            Map.entry("/api/v1/business-cases", asked -> list(asked, "business-case", EntityReads::businessCase)),
            Map.entry("/api/v1/business-cases/{businessCase}", asked -> item(asked, "business-case", "businessCase")),
            Map.entry("/api/v1/dependencies", asked -> list(asked, "dependency", EntityReads::dependency)),
            Map.entry(
                    "/api/v1/dependencies/{dependency}",
                    asked -> item(asked, "dependency", "dependency").map(state -> downstream(asked, state))),
            Map.entry("/api/v1/documents", asked -> list(asked, "document", EntityReads::document)),
            Map.entry("/api/v1/documents/{document}", asked -> item(asked, "document", "document")),
            Map.entry("/api/v1/actions", asked -> list(asked, "action", EntityReads::action)),
            Map.entry("/api/v1/actions/{action}", asked -> item(asked, "action", "action")),
            Map.entry("/api/v1/posts", asked -> list(asked, "post", EntityReads::post)),
            Map.entry("/api/v1/posts/{post}", asked -> item(asked, "post", "post")),
            Map.entry("/api/v1/reviews", asked -> list(asked, "review", EntityReads::review)),
            Map.entry("/api/v1/reviews/{review}", asked -> item(asked, "review", "review")),
            Map.entry("/api/v1/meetings", asked -> list(asked, "meeting", EntityReads::meeting)),
            Map.entry("/api/v1/meetings/{meeting}", asked -> item(asked, "meeting", "meeting")),
            Map.entry(
                    "/api/v1/equality-assessments",
                    asked -> list(asked, "equality-assessment", EntityReads::equalityAssessment)),
            Map.entry(
                    "/api/v1/equality-assessments/{equalityAssessment}",
                    asked -> item(asked, "equality-assessment", "equalityAssessment")),
            Map.entry(
                    "/api/v1/accounting-assessments",
                    asked -> list(asked, "accounting-assessment", EntityReads::accountingAssessment)),
            Map.entry(
                    "/api/v1/accounting-assessments/{accountingAssessment}",
                    asked -> item(asked, "accounting-assessment", "accountingAssessment")),
            Map.entry("/api/v1/vacancy-requests", asked -> list(asked, "vacancy-request", EntityReads::vacancyRequest)),
            Map.entry(
                    "/api/v1/vacancy-requests/{vacancyRequest}",
                    asked -> item(asked, "vacancy-request", "vacancyRequest")),
            Map.entry("/api/v1/delivery-plans", asked -> list(asked, "delivery-plan", EntityReads::deliveryPlan)),
            Map.entry("/api/v1/delivery-plans/{deliveryPlan}", asked -> item(asked, "delivery-plan", "deliveryPlan")),
            Map.entry(
                    "/api/v1/external-requests",
                    asked -> list(asked, "external-request", EntityReads::externalRequest)),
            Map.entry(
                    "/api/v1/external-requests/{externalRequest}",
                    asked -> item(asked, "external-request", "externalRequest")),
            Map.entry("/api/v1/reporting-cycles", asked -> list(asked, "reporting-cycle", EntityReads::reportingCycle)),
            Map.entry(
                    "/api/v1/reporting-cycles/{reportingCycle}",
                    asked -> item(asked, "reporting-cycle", "reportingCycle")),
            Map.entry("/api/v1/contracts", asked -> list(asked, "contract", EntityReads::contract)),
            Map.entry("/api/v1/contracts/{contract}", asked -> item(asked, "contract", "contract")),
            Map.entry(
                    "/api/v1/outside-decisions",
                    asked -> list(asked, "outside-decision", EntityReads::outsideDecision)),
            Map.entry(
                    "/api/v1/outside-decisions/{outsideDecision}",
                    asked -> item(asked, "outside-decision", "outsideDecision")),
            Map.entry(
                    "/api/v1/workforce-controls",
                    asked -> list(asked, "workforce-control", EntityReads::workforceControl)),
            Map.entry(
                    "/api/v1/workforce-controls/{workforceControl}",
                    asked -> item(asked, "workforce-control", "workforceControl")),
            Map.entry("/api/v1/benefits", BenefitReads::benefits),
            Map.entry("/api/v1/benefits/{benefit}", asked -> item(asked, "benefit", "benefit")),
            Map.entry("/api/v1/mappings", asked -> list(asked, "mapping", EntityReads::mapping)),
            Map.entry("/api/v1/mappings/{mapping}", asked -> item(asked, "mapping", "mapping")),
            Map.entry("/api/v1/risks", asked -> list(asked, "risk", EntityReads::risk)),
            Map.entry("/api/v1/risks/{risk}", asked -> item(asked, "risk", "risk")),
            Map.entry("/api/v1/measures", asked -> list(asked, "measure", EntityReads::measure)),
            Map.entry("/api/v1/measures/{measure}", asked -> item(asked, "measure", "measure")),
            Map.entry("/api/v1/budgets", asked -> list(asked, "budget", EntityReads::budget)),
            Map.entry("/api/v1/budgets/{budget}", asked -> item(asked, "budget", "budget")),
            Map.entry(
                    "/api/v1/protective-markings",
                    asked -> list(asked, "protective-marking", NaiveProtectiveMarking::isAsked)),
            Map.entry(
                    "/api/v1/protective-markings/{protectiveMarking}",
                    asked -> item(asked, "protective-marking", "protectiveMarking")));

    private EntityReads() {}

    private static Optional<ObjectNode> list(Asked asked, String kind, BiPredicate<Asked, ObjectNode> wanted) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : asked.fold().facts.ids(kind))
            shown(asked, kind, id).filter(state -> wanted.test(asked, state)).ifPresent(items::add);
        return listed(asked, kind, items);
    }

    /** A list of entities of a kind as it is to be seen, with what they bear. */
    static Optional<ObjectNode> listed(Asked asked, String kind, ArrayNode items) {
        return page(asked, items).map(page -> {
            NaiveProtectiveMarking.show(asked, page, kind, NaiveProtectiveMarking.ids(items));
            return page;
        });
    }

    private static Optional<ObjectNode> item(Asked asked, String kind, String variable) {
        String id = asked.name(variable);
        return shown(asked, kind, id).map(state -> {
            NaiveProtectiveMarking.show(asked, state, kind, List.of(id));
            return state;
        });
    }

    /** An entity as it is to be seen. */
    static Optional<ObjectNode> shown(Asked asked, String kind, String id) {
        return asked.fold().state(kind, id, asked.asOf()).map(state -> {
            if (kind.equals("register")) becameLive(asked, state);
            if (kind.equals("business-case")) {
                state.set("timeAtBoards", new NaiveRound(state).timeAtBoards(asked.asOf()));
                state.set("steps", new NaiveRound(state).steps(asked.asOf()));
            }
            if (kind.equals("risk")) NaiveRisk.holder(asked, state).ifPresent(holder -> state.set("holder", holder));
            ObjectNode seen = new NaiveGrounds(asked.fold()).seen(state, asked.asOf());
            if (kind.equals("initiative")) NaiveAlerts.addAll(asked, seen);
            else NaiveAlerts.add(asked, seen);
            if (kind.equals("risk")) NaiveRisk.show(asked, seen);
            if (kind.equals("benefit")) NaiveBenefit.show(asked, seen);
            if (kind.equals("measure")) NaiveMeasure.show(seen);
            if (kind.equals("budget")) NaiveBudget.show(asked, seen);
            if (kind.equals("contract")) NaiveContract.show(asked, seen);
            return seen;
        });
    }

    /** A list as it is to be seen. */
    static Optional<ObjectNode> page(Asked asked, ArrayNode items) {
        ObjectNode page = Words.JSON.createObjectNode();
        page.set("items", new NaiveGrounds(asked.fold()).seen(items, asked.asOf()));
        for (JsonNode item : items) if (!item.has("alerts")) NaiveAlerts.add(asked, (ObjectNode) item);
        return Optional.of(page);
    }

    /** A register that never migrated is live from its first fact. */
    private static void becameLive(Asked asked, ObjectNode register) {
        String id = register.get("id").asString();
        if (state(register, "live").isObject() || !id.equals(HostileRecord.LIVE)) return;
        Noted first = asked.fold().facts.all().stream()
                .filter(fact -> fact.register().equals(id))
                .findFirst()
                .orElseThrow();
        LocalDate since = first.fact().provenance().effectiveOn();
        if (since.isAfter(asked.asOf())) return;
        register.withObject("/live")
                .put("value", true)
                .put("since", since.toString())
                .put("fact", first.position());
    }

    private static boolean initiative(Asked asked, ObjectNode state) {
        String owner = asked.filters().get("owner");
        String name = asked.filters().get("name");
        String alias = asked.filters().get("alias");
        return asked.is("portfolio", state.at("/placement/value/portfolio"))
                && asked.is("parent", state.at("/placement/value/parent"))
                && asked.is("level", value(state, "level"))
                && (owner == null
                        || value(state, "owners")
                                .valueStream()
                                .anyMatch(each -> each.asString().equalsIgnoreCase(owner)))
                && (alias == null
                        || state.get("aliases")
                                .valueStream()
                                .anyMatch(each -> each.get("value").asString().equalsIgnoreCase(alias)))
                && (name == null
                        || value(state, "name")
                                .asString()
                                .toLowerCase(Locale.ROOT)
                                .contains(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean post(Asked asked, ObjectNode state) {
        return asked.is("portfolio", state.at("/role/value/portfolio"))
                && asked.is("role", state.at("/role/value/role"))
                && asked.is("person", state.at("/holder/value/person"));
    }

    private static boolean board(Asked asked, ObjectNode state) {
        return asked.is("parent", value(state, "parent")) && asked.is("level", value(state, "level"));
    }

    private static boolean businessCase(Asked asked, ObjectNode state) {
        return asked.is("initiative", state(state, "initiative")) && asked.is("stage", value(state, "stage"));
    }

    private static boolean dependency(Asked asked, ObjectNode state) {
        return (asked.is("initiative", state.at("/giver/value/initiative"))
                        || asked.is("initiative", state.at("/receiver/value/initiative")))
                && asked.is("type", value(state, "type"))
                && asked.is("status", value(state, "status"));
    }

    private static boolean document(Asked asked, ObjectNode state) {
        return asked.is("kind", value(state, "kind"))
                && asked.is("marking", value(state, "marking"))
                && asked.is("publication", state.at("/publication/value/decision"))
                && asked.is("replacedBy", state.at("/closure/value/by"))
                && (!asked.filters().containsKey("sha256")
                        || state.get("versions")
                                .valueStream()
                                .anyMatch(version -> asked.is("sha256", version.at("/value/sha256"))));
    }

    private static boolean action(Asked asked, ObjectNode state) {
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("risk", state.at("/origin/value/risk"))
                && asked.is("status", value(state, "status"))
                && isOfOwner(asked, state);
    }

    private static boolean budget(Asked asked, ObjectNode state) {
        return asked.is("initiative", state.at("/subject/value/initiative"))
                && asked.is("portfolio", state.at("/subject/value/portfolio"))
                && asked.is("managedUnder", value(state, "managedUnder"))
                && asked.is("kind", value(state, "kind"))
                && NaiveMeasure.isOpenAsAsked(asked, state);
    }

    private static boolean measure(Asked asked, ObjectNode state) {
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("portfolio", value(state, "portfolio"))
                && asked.is("unit", value(state, "unit"))
                && NaiveMeasure.isOpenAsAsked(asked, state);
    }

    private static boolean risk(Asked asked, ObjectNode state) {
        boolean late = !state.has("closure") && NaiveAlerts.hasPassed(value(state, "reviewBy"), asked.asOf());
        return asked.is("initiative", state.at("/subject/value/initiative"))
                && asked.is("portfolio", state.at("/subject/value/portfolio"))
                && asked.is("board", state.at("/subject/value/board"))
                && asked.is("post", value(state, "heldByPost"))
                && asked.is("kind", value(state, "kind"))
                && asked.is("level", value(state, "level"))
                && asked.is("status", value(state, "status"))
                && isOfOwner(asked, state)
                && asked.isOverdue(late);
    }

    static boolean isOfOwner(Asked asked, ObjectNode state) {
        String owner = asked.filters().get("owner");
        return owner == null
                || owner.equalsIgnoreCase(state.at("/owner/value/person").asString(""))
                || owner.equalsIgnoreCase(state.at("/owner/value/post").asString(""));
    }

    private static boolean equalityAssessment(Asked asked, ObjectNode state) {
        boolean late = !state.has("closure") && NaiveAlerts.hasPassed(value(state, "reviewBy"), asked.asOf());
        return asked.is("kind", value(state, "kind"))
                && isOfSubject(asked, state, "initiative")
                && isOfSubject(asked, state, "businessCase")
                && asked.isOverdue(late);
    }

    private static boolean isOfSubject(Asked asked, ObjectNode state, String filter) {
        return !asked.filters().containsKey(filter)
                || state.get("subjects")
                        .valueStream()
                        .anyMatch(subject -> asked.is(filter, subject.at("/value/" + filter)));
    }

    private static boolean accountingAssessment(Asked asked, ObjectNode state) {
        String notMet = asked.filters().get("notMet");
        return asked.is("businessCase", value(state, "businessCase"))
                && asked.is("status", value(state, "status"))
                && (notMet == null
                        || !state.at("/standards/%s/value/met".formatted(notMet))
                                .asBoolean(true))
                && asked.isOverdue(NaiveAccountingAssessment.isOverdue(state, asked.asOf()));
    }

    private static boolean vacancyRequest(Asked asked, ObjectNode state) {
        boolean late = !state.has("closure") && NaiveAlerts.hasPassed(value(state, "until"), asked.asOf());
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("board", value(state, "board"))
                && asked.is("status", value(state, "status"))
                && asked.is("tenure", value(state, "tenure"))
                && asked.isOverdue(late);
    }

    private static boolean deliveryPlan(Asked asked, ObjectNode state) {
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("review", value(state, "review"))
                && asked.isOverdue(NaiveDeliveryPlan.isOverdue(state, asked.asOf()));
    }

    private static boolean externalRequest(Asked asked, ObjectNode state) {
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("board", value(state, "board"))
                && asked.is("status", value(state, "status"))
                && isOfOwner(asked, state)
                && asked.isOverdue(NaiveExternalRequest.isOverdue(state, asked.asOf()));
    }

    private static boolean contract(Asked asked, ObjectNode state) {
        JsonNode lastDay = value(state, "lastDay");
        boolean late = !state.has("closure") && NaiveAlerts.hasPassed(lastDay, asked.asOf());
        return asked.is("initiative", value(state, "initiative"))
                && asked.is("businessCase", value(state, "businessCase"))
                && (asked.is("supplier", value(state, "supplier"))
                        || state.get("lots")
                                .valueStream()
                                .anyMatch(lot -> asked.is("supplier", lot.at("/value/supplier/value"))))
                && asked.is("status", value(state, "status"))
                && asked.isOverdue(late)
                && NaiveContract.endsWithin(
                        lastDay,
                        asked.filters().get("endsFrom"),
                        asked.filters().get("endsTo"));
    }

    private static boolean outsideDecision(Asked asked, ObjectNode state) {
        return (!asked.filters().containsKey("initiative")
                        || state.at("/initiatives/value")
                                .valueStream()
                                .anyMatch(initiative -> asked.is("initiative", initiative)))
                && asked.is("portfolio", value(state, "portfolio"))
                && asked.is("kind", value(state, "kind"))
                && asked.is("outcome", state.at("/outcome/value/outcome"));
    }

    private static boolean workforceControl(Asked asked, ObjectNode state) {
        return asked.is("portfolio", value(state, "portfolio")) && asked.is("kind", value(state, "kind"));
    }

    private static boolean reportingCycle(Asked asked, ObjectNode state) {
        String board = asked.filters().get("board");
        return asked.is("portfolio", value(state, "portfolio"))
                && (board == null || NaiveReportingCycle.reportsTo(state, board));
    }

    private static boolean mapping(Asked asked, ObjectNode state) {
        return !asked.filters().containsKey("portfolio")
                || state.at("/versions")
                        .valueStream()
                        .anyMatch(version -> asked.is("portfolio", version.at("/value/portfolio")));
    }

    private static boolean meeting(Asked asked, ObjectNode state) {
        return asked.is("board", state.get("board")) && asked.is("status", value(state, "status"));
    }

    private static boolean review(Asked asked, ObjectNode state) {
        return asked.is("kind", value(state, "kind"))
                && asked.is("initiative", state.at("/subject/value/initiative"))
                && asked.is("portfolio", state.at("/subject/value/portfolio"));
    }

    /** A slip names whom it hits. */
    private static ObjectNode downstream(Asked asked, ObjectNode dependency) {
        if (NaiveDependency.isConflict(dependency)) {
            ArrayNode hit = dependency.putArray("downstream");
            new NaiveGraph(asked.fold(), asked.asOf())
                    .from(dependency.at("/receiver/value"))
                    .keySet()
                    .forEach(end -> {
                        JsonNode initiative = NaiveGraph.end(end).path("initiative");
                        if (initiative.isString()) hit.add(initiative);
                    });
        }
        return dependency;
    }

    private static JsonNode state(ObjectNode state, String member) {
        return state.path(member);
    }

    /** The value of a member that has grounds. */
    static JsonNode value(JsonNode state, String member) {
        return state.path(member).path("value");
    }
}

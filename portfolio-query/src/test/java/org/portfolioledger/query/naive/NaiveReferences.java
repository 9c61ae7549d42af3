package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Opening;
import tools.jackson.databind.JsonNode;

/** What refers to what, and which facts rest on which. */
public final class NaiveReferences {

    private NaiveReferences() {}

    /**
     * That a fact refers to an entity.
     *
     * @param stream of the entity
     * @param fact position of the fact that refers to it
     * @param openOn day on which the entity must not have ended; null: it may have
     */
    record Reference(String stream, long fact, @Nullable LocalDate openOn) {}

    /** The references of what an entity is. */
    static List<Reference> in(String kind, JsonNode state) {
        List<Reference> all = new ArrayList<>();
        switch (kind) {
            case "portfolio" -> {
                for (String routes : List.of("routes", "fastRoutes"))
                    for (JsonNode route : state.at("/casePolicy/value/" + routes))
                        add(all, "board", route.get("boards"), state.get("casePolicy"));
                for (JsonNode authority : state.at("/casePolicy/value/mayWaive"))
                    for (String named : List.of("board", "post"))
                        add(all, named, authority.path(named), state.get("casePolicy"));
                for (JsonNode governance : state.get("riskGovernance")) {
                    add(all, "board", governance.at("/value/presentedTo"), governance);
                    add(all, "board", governance.at("/value/gatekeeper/board"), governance);
                }
            }
            case "initiative" -> {
                add(all, "initiative", state.at("/placement/value/parent"), state.get("placement"));
                add(all, "portfolio", state.at("/placement/value/portfolio"), state.get("placement"));
                state.get("predecessors").forEachEntry((id, how) -> addFormer(all, "initiative", text(id), how));
                state.get("successors").forEachEntry((id, how) -> add(all, "initiative", text(id), how));
                add(all, "business-case", state.at("/exit/value/outcome/businessCase"), state.path("exit"));
            }
            case "appointments" -> {
                for (JsonNode holding : state.get("roles"))
                    if (NaiveAppointments.isRunning(holding.get("value"))) {
                        add(all, "initiative", state.get("initiative"), holding);
                        add(all, "post", holding.at("/value/heldByPost/value"), holding);
                    } else addFormer(all, "initiative", state.get("initiative"), holding);
            }
            case "post" -> {
                addFormer(all, "portfolio", state.at("/role/value/portfolio"), state.path("role"));
                add(all, "post", state.at("/closure/value/successor"), state.path("closure"));
            }
            case "milestones" -> {
                for (JsonNode milestone : state.get("milestones"))
                    for (String member : List.of("name", "forecast", "actual"))
                        if (milestone.has(member))
                            add(all, "initiative", state.get("initiative"), milestone.get(member));
                for (JsonNode baseline : state.get("baselines")) {
                    add(all, "initiative", state.get("initiative"), baseline);
                    addFormer(all, "business-case", baseline.at("/value/businessCase"), baseline);
                }
            }
            case "rag" -> addEach(all, "initiative", state.get("initiative"), state.get("ratings"));
            case "board" -> {
                add(all, "board", state.at("/parent/value"), state.path("parent"));
                add(all, "board", state.at("/closure/value/successor"), state.path("closure"));
                add(all, "post", state.at("/membership/value/chair/heldByPost"), state.get("membership"));
                add(all, "post", state.at("/membership/value/secretary/heldByPost"), state.get("membership"));
                for (JsonNode seat : state.at("/membership/value/members"))
                    add(all, "post", seat.path("heldByPost"), state.get("membership"));
                for (JsonNode delegation : state.get("delegations"))
                    add(all, "post", delegation.at("/value/heldByPost"), delegation);
                for (JsonNode decisions : List.of(state.get("decisions"), state.get("retractedDecisions"))) {
                    addEach(all, "board", state.get("id"), decisions);
                    for (JsonNode decision : decisions) {
                        add(all, "initiative", decision.at("/value/initiative"), decision);
                        add(all, "meeting", decision.at("/value/meeting"), decision);
                    }
                }
            }
            case "business-case" -> {
                add(all, "initiative", state.get("initiative"), state.get("title"));
                add(all, "board", state.at("/route/value"), state.get("route"));
                add(all, "business-case", state.at("/precedingCase/value"), state.path("precedingCase"));
                for (String parts : List.of("versions", "submissions", "outcomes", "retractedOutcomes")) {
                    addEach(all, "initiative", state.get("initiative"), state.get(parts));
                    for (JsonNode part : state.get(parts)) {
                        add(all, "board", part.at("/value/board"), part);
                        addFormer(all, "board", part.at("/value/successorOf"), part);
                        add(all, "meeting", part.at("/value/meeting"), part);
                        add(all, "board", part.at("/value/referredTo"), part);
                        add(all, "board", part.at("/value/route/boards"), part);
                    }
                }
                for (JsonNode condition : state.get("conditions")) addCited(all, condition.at("/value/ending"));
            }
            case "dependency" -> {
                add(all, "initiative", state.at("/giver/value/initiative"), state.get("giver"));
                add(all, "initiative", state.at("/receiver/value/initiative"), state.get("receiver"));
            }
            case "document" -> {
                for (JsonNode paper : state.at("/backgroundPapers/value"))
                    addFormer(all, "document", paper.path("document"), state.get("backgroundPapers"));
                add(all, "document", state.at("/closure/value/by"), state.path("closure"));
            }
            case "action" -> {
                add(all, "initiative", state.at("/initiative/value"), state.path("initiative"));
                add(all, "review", state.at("/origin/value/recommendation/review"), state.get("origin"));
                add(all, "meeting", state.at("/origin/value/meeting"), state.get("origin"));
                add(all, "risk", state.at("/origin/value/risk"), state.get("origin"));
                addCited(all, state.path("closure"));
            }
            case "meeting" -> {
                add(all, "board", state.get("board"), state.get("plannedFor"));
                for (JsonNode item : state.at("/agenda/value")) {
                    add(all, "business-case", item.path("businessCase"), state.get("agenda"));
                    add(all, "initiative", item.path("initiative"), state.get("agenda"));
                }
            }
            case "review" -> {
                add(all, "initiative", state.at("/subject/value/initiative"), state.get("subject"));
                add(all, "portfolio", state.at("/subject/value/portfolio"), state.get("subject"));
                add(all, "review", state.at("/actionPlanOf/value"), state.path("actionPlanOf"));
                add(all, "document", state.at("/report/value/document"), state.path("report"));
                for (JsonNode recommendation : state.get("recommendations")) {
                    addFormer(
                            all, "review", recommendation.at("/repeats/value/review"), recommendation.path("repeats"));
                    for (String ending : List.of("claim", "verification", "ending"))
                        addCited(all, recommendation.path(ending));
                }
            }
            case "equality-assessment" -> {
                for (JsonNode subject : state.get("subjects")) {
                    add(all, "initiative", subject.at("/value/initiative"), subject);
                    add(all, "business-case", subject.at("/value/businessCase"), subject);
                }
            }
            case "accounting-assessment" -> {
                add(all, "business-case", state.at("/businessCase/value"), state.get("businessCase"));
                addFormer(all, "document", state.at("/summary/value"), state.path("summary"));
            }
            case "vacancy-request" -> {
                add(all, "board", state.at("/board/value"), state.get("board"));
                add(all, "initiative", state.at("/initiative/value"), state.path("initiative"));
                for (JsonNode ask : state.get("asks")) decided(all, ask.path("decision"));
                for (JsonNode retracted : state.get("retractedDecisions")) decided(all, retracted);
            }
            case "delivery-plan" -> {
                add(all, "initiative", state.at("/initiative/value"), state.path("initiative"));
                addFormer(all, "review", state.at("/review/value"), state.path("review"));
                for (JsonNode item : state.get("items")) addCited(all, item.path("achievement"));
            }
            case "external-request" -> {
                add(all, "board", state.at("/board/value"), state.get("board"));
                addFormer(all, "document", state.at("/document/value"), state.path("document"));
                addFormer(all, "initiative", state.at("/initiative/value"), state.path("initiative"));
                addFormer(all, "document", state.at("/answer/value/document"), state.path("answer"));
            }
            case "reporting-cycle" -> {
                add(all, "portfolio", state.at("/portfolio/value"), state.get("portfolio"));
                add(all, "initiative", state.at("/scope/value"), state.get("scope"));
                for (JsonNode report : state.at("/reports/value"))
                    add(all, "board", report.get("board"), state.get("reports"));
                state.get("submissions").properties().forEach(submitted -> {
                    add(all, "initiative", text(submitted.getKey()), submitted.getValue());
                    for (JsonNode paper : submitted.getValue().at("/value/papers"))
                        addFormer(all, "document", paper.path("document"), submitted.getValue());
                });
                for (JsonNode raised : state.get("exceptions"))
                    add(all, "initiative", raised.at("/value/initiative"), raised);
            }
            case "contract" -> {
                addFormer(all, "initiative", state.at("/initiative/value"), state.path("initiative"));
                addFormer(all, "business-case", state.at("/businessCase/value"), state.path("businessCase"));
                for (String changes : List.of("supplierChanges", "changes"))
                    for (JsonNode change : state.get(changes))
                        addFormer(all, "document", change.at("/value/document"), change);
                addFormer(all, "contract", state.at("/closure/value/replacedBy"), state.path("closure"));
            }
            case "outside-decision" -> {
                addFormer(all, "initiative", state.at("/initiatives/value"), state.get("initiatives"));
                addFormer(all, "portfolio", state.at("/portfolio/value"), state.path("portfolio"));
                addCited(all, state.get("outcome"));
                addFormer(all, "outside-decision", state.at("/closure/value/by"), state.path("closure"));
            }
            case "benefit" -> {
                add(all, "initiative", state.at("/subject/value/initiative"), state.get("subject"));
                add(all, "portfolio", state.at("/subject/value/portfolio"), state.get("subject"));
                addFormer(all, "business-case", state.at("/businessCase/value"), state.path("businessCase"));
                addFormer(all, "benefit", state.at("/partOf/value"), state.path("partOf"));
                for (JsonNode profile : state.get("profiles")) {
                    addFormer(all, "document", profile.at("/last/value/document"), profile.get("last"));
                    addFormer(all, "board", profile.at("/last/value/board"), profile.get("last"));
                }
            }
            case "risk" -> {
                for (String of : List.of("initiative", "portfolio", "board"))
                    add(all, of, state.at("/subject/value/" + of), state.get("subject"));
                add(all, "post", state.at("/heldByPost/value"), state.path("heldByPost"));
                for (JsonNode placement : state.get("placements"))
                    add(all, "board", placement.at("/value/gatekeeper/board"), placement);
                for (JsonNode link : state.get("links")) {
                    addFormer(all, "risk", link.at("/value/otherRisk"), link);
                    addFormer(all, "dependency", link.at("/value/dependency"), link);
                }
            }
            case "measure" -> {
                for (String of : List.of("initiative", "portfolio"))
                    add(all, of, state.at("/" + of + "/value"), state.path(of));
            }
            case "budget" -> {
                for (String of : List.of("initiative", "portfolio"))
                    add(all, of, state.at("/subject/value/" + of), state.path("subject"));
                addFormer(all, "budget", state.at("/managedUnder/value"), state.path("managedUnder"));
            }
            case "mapping" ->
                state.get("versions")
                        .forEach(version -> add(all, "portfolio", version.at("/value/portfolio"), version));
            case "protective-marking" ->
                all.add(new Reference(
                        state.at("/entity/value").asString(),
                        state.at("/entity/fact").asLong(),
                        null));
            case "workforce-control" ->
                addFormer(all, "portfolio", state.at("/portfolio/value"), state.path("portfolio"));
            default -> {}
        }
        return all;
    }

    private static void decided(List<Reference> all, JsonNode decision) {
        add(all, "board", decision.at("/value/board"), decision);
        add(all, "meeting", decision.at("/value/meeting"), decision);
    }

    private static JsonNode text(String id) {
        return Words.JSON.getNodeFactory().stringNode(id);
    }

    private static void addCited(List<Reference> all, JsonNode grounded) {
        for (JsonNode cited : grounded.at("/value/evidence"))
            addFormer(all, "document", cited.path("document"), grounded);
    }

    /** The streams to which what an entity is refers, sorted. */
    public static SortedSet<String> streams(String kind, JsonNode state) {
        SortedSet<String> streams = new TreeSet<>();
        in(kind, state).forEach(reference -> streams.add(reference.stream()));
        return streams;
    }

    private static void addEach(List<Reference> all, String kind, JsonNode id, JsonNode grounded) {
        for (JsonNode one : grounded) add(all, kind, id, one);
    }

    /** To what has to be there on the day: an id, each of a list of ids, or nothing. */
    private static void add(List<Reference> all, String kind, JsonNode ids, JsonNode grounded) {
        add(all, kind, ids, grounded, true);
    }

    /** To what may have ended before. */
    private static void addFormer(List<Reference> all, String kind, JsonNode ids, JsonNode grounded) {
        add(all, kind, ids, grounded, false);
    }

    private static void add(List<Reference> all, String kind, JsonNode ids, JsonNode grounded, boolean open) {
        if (ids.isString())
            all.add(new Reference(
                    kind + "-" + ids.asString(),
                    grounded.get("fact").asLong(),
                    open ? LocalDate.parse(grounded.get("since").asString()) : null));
        for (JsonNode id : ids) add(all, kind, id, grounded, open);
    }

    /** Positions of the facts that rest on a fact, or refer to what it opened, as far as they were ever seen. */
    static SortedSet<Long> restingOn(KnownFacts known, Noted fact) {
        SortedSet<Long> resting = new TreeSet<>();
        for (Noted last : known.all()) {
            NaiveFold then = new NaiveFold(known.of(last.stream(), last.position()));
            for (String kind : NaiveFold.FAMILIES.keySet())
                for (String id : then.facts.ids(kind))
                    for (LocalDate day : then.days(kind, id))
                        then.state(kind, id, day).ifPresent(state -> {
                            collect(state, fact.position(), resting);
                            if (!(fact.fact() instanceof Opening)) return;
                            for (Reference reference : in(kind, state))
                                if (reference.stream().equals(fact.stream())) resting.add(reference.fact());
                        });
        }
        return resting;
    }

    private static void collect(JsonNode tree, long basis, SortedSet<Long> resting) {
        for (JsonNode position : tree.path("restsOn"))
            if (position.asLong() == basis) resting.add(tree.get("fact").asLong());
        for (JsonNode part : tree) collect(part, basis, resting);
    }
}

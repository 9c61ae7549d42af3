package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.Paper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decision with its circumstances, and what members have before them. */
final class BoardReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/decisions/{position}", BoardReads::decision,
            "/api/v1/boards/{board}/pack", BoardReads::pack,
            "/api/v1/reporting-cycles/{reportingCycle}/submissions", NaiveReportingCycle::submissions,
            "/api/v1/reporting-cycles/{reportingCycle}/pack", NaiveReportingCycle::pack);

    private BoardReads() {}

    private static Optional<ObjectNode> decision(Asked asked) {
        KnownFacts known = asked.fold().facts;
        Noted fact = known.at(Long.parseLong(asked.name("position")));
        if (fact == null) return Optional.empty();
        List<Long> lineage = known.lineage(fact).stream().map(Noted::position).toList();
        return known.words(fact.stream()).stream()
                .filter(words -> lineage.contains(words.place()))
                .findFirst()
                .flatMap(words -> decision(asked, fact, words));
    }

    private static Optional<ObjectNode> decision(Asked asked, Noted fact, Words said) {
        Asked then = new Asked(
                asked.fold(), said.from(), asked.before(), asked.asOfBefore(), asked.names(), asked.filters());
        ObjectNode view = Words.JSON.createObjectNode().put("day", said.from().toString());
        String meeting;
        List<Paper> papers;
        switch (said.content()) {
            case BoardDecided decided -> {
                then.fold().state("board", decided.board(), then.asOf()).ifPresent(board -> {
                    decided(then, said, PartReads.onMatters(board)).ifPresent(part -> view.set("decision", part));
                    view.set("authority", authority(then, board, decided.delegation()));
                });
                meeting = decided.meeting();
                papers = decided.papers();
            }
            case BusinessCaseDecided decided -> {
                String named = decided.board();
                then.fold()
                        .state("business-case", decided.businessCase(), then.asOf())
                        .ifPresent(found -> {
                            ArrayNode all = PartReads.decided(found);
                            all.forEach(each -> ((ObjectNode) each).put("businessCase", decided.businessCase()));
                            decided(then, said, all).ifPresent(part -> view.set("decision", part));
                            step(found, said).ifPresent(step -> view.set("step", step));
                        });
                if (named != null)
                    then.fold()
                            .state("board", named, then.asOf())
                            .ifPresent(board -> view.set("authority", authority(then, board, decided.delegation())));
                meeting = decided.meeting();
                papers = decided.papers();
            }
            case VacancyDecided decided -> {
                String named = decided.board();
                then.fold()
                        .state("vacancy-request", decided.vacancyRequest(), then.asOf())
                        .ifPresent(found -> {
                            ArrayNode all = PartReads.onVacancy(found);
                            all.forEach(each -> ((ObjectNode) each).put("vacancyRequest", decided.vacancyRequest()));
                            decided(then, said, all).ifPresent(part -> view.set("decision", part));
                        });
                if (named != null)
                    then.fold()
                            .state("board", named, then.asOf())
                            .ifPresent(board -> view.set("authority", authority(then, board, decided.delegation())));
                meeting = decided.meeting();
                papers = List.of();
            }
            default -> {
                return Optional.empty();
            }
        }
        ObjectNode there = meeting == null
                ? null
                : EntityReads.shown(then, "meeting", meeting).orElse(null);
        if (there != null) view.set("meeting", there);
        view.set("papers", papers(then, papers, there));
        view.set("difference", HistoryReads.difference(asked.fold(), fact));
        ArrayNode resting = view.putArray("resting");
        for (long position : NaiveReferences.restingOn(asked.fold().facts, fact))
            Optional.ofNullable(asked.fold().facts.at(position))
                    .map(BoardReads::inShort)
                    .ifPresent(resting::add);
        ArrayNode together = view.putArray("recordedTogether");
        for (Noted other : asked.fold().facts.all())
            if (other.command() == fact.command()) together.add(inShort(other));
        return Optional.of(view);
    }

    private static Optional<ObjectNode> decided(Asked then, Words said, ArrayNode parts) {
        return parts.valueStream()
                .filter(part -> PartReads.place(part) == said.place())
                .findFirst()
                .map(part -> new NaiveGrounds(then.fold()).seen((ObjectNode) part, then.asOf()))
                .map(part -> {
                    NaiveAlerts.add(then, part);
                    return part;
                });
    }

    private static ObjectNode authority(Asked then, ObjectNode board, @Nullable String delegation) {
        ObjectNode authority = new NaiveGrounds(then.fold()).seen(board.deepCopy(), then.asOf());
        JsonNode delegated = delegation == null
                ? Words.JSON.missingNode()
                : authority.path("delegations").path(delegation);
        authority
                .put("board", board.get("id").asString())
                .retain(
                        "board",
                        "name",
                        "level",
                        "remit",
                        "limit",
                        "limitValidUntil",
                        "standingOrders",
                        "membership",
                        "parent");
        String day = then.asOf().toString();
        if (isBefore(authority.at("/limitValidUntil/value"), day)) authority.remove("limit");
        boolean holds = delegated.isObject()
                && !delegated.at("/value/revoked").asBoolean()
                && !isBefore(delegated.at("/value/validUntil"), day);
        if (holds) authority.set("delegation", delegated);
        return authority;
    }

    private static boolean isBefore(JsonNode date, String day) {
        return date.isString() && date.asString().compareTo(day) < 0;
    }

    /** Which of the boards that decided on the version, as it stood before the decision, is the one that made it. */
    private static Optional<ObjectNode> step(ObjectNode businessCase, Words said) {
        for (String members : List.of("outcomes", "retractedOutcomes"))
            for (JsonNode outcome : businessCase.get(members)) {
                if (PartReads.place(outcome) != said.place()) continue;
                ObjectNode step = Words.JSON.createObjectNode();
                JsonNode value = outcome.get("value");
                ArrayNode route = step.putArray("route");
                new NaiveRound(businessCase, outcome)
                        .boards(NaiveRound.version(value))
                        .forEach(route::add);
                for (int i = route.size(); i > 0; i--)
                    if (route.get(i - 1).equals(value.path("board"))) step.put("number", i);
                return Optional.of(step);
            }
        return Optional.empty();
    }

    private static ArrayNode papers(Asked asked, List<Paper> papers, @Nullable ObjectNode meeting) {
        ArrayNode all = Words.JSON.createArrayNode();
        for (Paper paper : papers) {
            ObjectNode one = all.addObject();
            one.set("paper", Words.JSON.valueToTree(paper));
            if (meeting != null)
                for (JsonNode circulated : meeting.get("papers"))
                    if (circulated.at("/value/paper/sha256").asString().equals(paper.sha256())
                            && !one.has("circulatedOn")) one.set("circulatedOn", circulated.get("since"));
            ArrayNode documents = one.putArray("documents");
            for (String id : asked.fold().facts.ids("document"))
                asked.fold()
                        .state("document", id, asked.asOf())
                        .ifPresent(document -> versions(document, paper.sha256(), documents));
        }
        return all;
    }

    private static void versions(ObjectNode document, String sha256, ArrayNode documents) {
        List<Integer> versions = new ArrayList<>();
        for (JsonNode version : document.get("versions"))
            if (version.at("/value/sha256").asString("").equals(sha256))
                versions.add(version.at("/value/version").asInt());
        versions.stream()
                .sorted()
                .forEach(version -> documents
                        .addObject()
                        .put("document", document.get("id").asString())
                        .put("version", version));
    }

    private static ObjectNode inShort(Noted fact) {
        LocalDate on = fact.fact().provenance().effectiveOn();
        return Words.JSON
                .createObjectNode()
                .put("position", fact.position())
                .put("type", FactType.of(fact.fact().getClass()).typeName())
                .put("stream", fact.stream())
                .put("effectiveOn", on.toString());
    }

    private static Optional<ObjectNode> pack(Asked asked) {
        if (asked.fold().state("board", asked.name("board"), asked.asOf()).isEmpty()) return Optional.empty();
        ObjectNode pack = Words.JSON.createObjectNode();
        ArrayNode meetings = pack.putArray("meetings");
        SortedSet<String> cases = new TreeSet<>();
        NavigableSet<String> initiatives = new TreeSet<>();
        for (String id : asked.fold().facts.ids("meeting"))
            EntityReads.shown(asked, "meeting", id)
                    .filter(meeting -> isOf(asked, meeting))
                    .ifPresent(meeting -> {
                        ObjectNode one = meetings.addObject();
                        one.set("meeting", meeting);
                        one.set("papers", papers(asked, latest(meeting), meeting));
                        for (JsonNode item : meeting.at("/agenda/value")) {
                            if (item.has("businessCase"))
                                cases.add(item.get("businessCase").asString());
                            if (item.has("initiative"))
                                initiatives.add(item.get("initiative").asString());
                        }
                    });
        ArrayNode businessCases = pack.putArray("businessCases");
        for (String id : cases)
            EntityReads.shown(asked, "business-case", id).ifPresent(found -> {
                businessCases.add(found);
                initiatives.add(found.get("initiative").asString());
            });
        ArrayNode status = pack.putArray("initiatives");
        for (String id : initiatives)
            if (asked.fold().state("initiative", id, asked.asOf()).isPresent())
                status.add(new NaiveGrounds(asked.fold()).seen(PortfolioReads.status(asked, id), asked.asOf()));
        NavigableSet<String> portfolios = new TreeSet<>();
        for (String portfolio : asked.fold().facts.ids("portfolio"))
            if (new NaivePlacement(asked.fold(), asked.asOf())
                    .members(portfolio).stream().anyMatch(initiatives::contains)) portfolios.add(portfolio);
        pack.set("recommendations", recommendations(asked, initiatives, portfolios));
        return Optional.of(pack);
    }

    /** What reviews of some initiatives and portfolios recommended, as far as it is not followed to its end. */
    static ArrayNode recommendations(Asked asked, Collection<String> initiatives, Collection<String> portfolios) {
        ArrayNode open = Words.JSON.createArrayNode();
        for (String id : asked.fold().facts.ids("review"))
            asked.fold()
                    .state("review", id, asked.asOf())
                    .filter(review -> initiatives.contains(
                                    review.at("/subject/value/initiative").asString(""))
                            || portfolios.contains(
                                    review.at("/subject/value/portfolio").asString("")))
                    .ifPresent(review -> NaiveReview.recommendations(review, asked.asOf())
                            .forEach(each -> {
                                if (NaiveReview.isOpen(each)) open.add(each);
                            }));
        return (ArrayNode) EntityReads.page(asked, open).orElseThrow().get("items");
    }

    private static boolean isOf(Asked asked, ObjectNode meeting) {
        String day = meeting.has("attendance")
                ? meeting.at("/attendance/since").asString()
                : meeting.at("/plannedFor/value").asString();
        return meeting.get("board").asString().equals(asked.name("board"))
                && day.equals(asked.asOf().toString());
    }

    private static List<Paper> latest(ObjectNode meeting) {
        List<String> replaced = new ArrayList<>();
        for (JsonNode paper : meeting.get("papers"))
            if (paper.at("/value/replaces").isString())
                replaced.add(paper.at("/value/replaces").asString());
        List<Paper> latest = new ArrayList<>();
        for (JsonNode paper : meeting.get("papers"))
            if (!replaced.contains(paper.at("/value/paper/sha256").asString()))
                latest.add(Words.JSON.treeToValue(paper.at("/value/paper"), Paper.class));
        return latest;
    }
}

package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about rounds of reporting, and puts their packs together. */
final class NaiveReportingCycle {

    private static final List<String> LATE = List.of("MISSING", "INCOMPLETE", "LATE");

    private NaiveReportingCycle() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case ReportingCycleOpened opened -> {
                state.put("id", opened.reportingCycle()).put("register", opened.register());
                words.put(state, "portfolio", opened.portfolio());
                words.put(state, "name", opened.name());
                words.put(state, "from", opened.from());
                words.put(state, "to", opened.to());
                words.put(state, "dueOn", opened.dueOn());
                words.put(state, "scope", opened.scope());
                words.put(state, "parts", opened.parts());
                words.put(state, "reports", opened.reports());
                words.put(state, "attributes", opened.attributes());
                state.withObject("/submissions");
                state.withArray("/exceptions");
            }
            case SubmissionsRescheduled rescheduled -> words.put(state, "dueOn", rescheduled.dueOn());
            case SubmissionReceived received ->
                words.put(
                        state.withObject("/submissions"),
                        received.initiative(),
                        words.members("reportingCycle", "initiative"));
            case ExceptionRaised _ -> state.withArray("/exceptions").add(words.ground(words.members("reportingCycle")));
            case ReportingCycleClosed _ -> words.put(state, "closure", words.members("reportingCycle"));
            default -> {}
        }
    }

    static boolean reportsTo(JsonNode cycle, String board) {
        return cycle.at("/reports/value")
                .valueStream()
                .anyMatch(report -> report.get("board").asString().equalsIgnoreCase(board));
    }

    /** What should not be overlooked of a cycle. */
    static SortedSet<String> alerts(Asked asked, JsonNode cycle) {
        SortedSet<String> alerts = new TreeSet<>();
        Asked fixed = fixed(asked, cycle);
        String id = cycle.get("id").asString();
        fixed.fold().state("reporting-cycle", id, fixed.asOf()).ifPresent(then -> {
            for (String initiative : reportedOn(fixed, then))
                if (status(then, initiative, fixed.asOf()).equals("MISSING")) alerts.add("SUBMISSION_MISSING");
        });
        for (JsonNode report : cycle.at("/reports/value"))
            if (!cycle.has("closure") && NaiveAlerts.hasPassed(report.path("dueOn"), asked.asOf()))
                alerts.add("REPORT_OVERDUE");
        return alerts;
    }

    /** The cycles of a portfolio that are not closed, by id. */
    static List<ObjectNode> openOf(Asked asked, String portfolio) {
        List<ObjectNode> open = new ArrayList<>();
        for (String id : asked.fold().facts.ids("reporting-cycle"))
            asked.fold()
                    .state("reporting-cycle", id, asked.asOf())
                    .filter(cycle -> !cycle.has("closure")
                            && cycle.at("/portfolio/value").asString().equals(portfolio))
                    .ifPresent(open::add);
        return open;
    }

    /** For which open cycles of a portfolio an initiative is late. */
    static ArrayNode late(Asked asked, String portfolio, String initiative) {
        ArrayNode late = Words.JSON.createArrayNode();
        for (ObjectNode cycle : openOf(asked, portfolio)) {
            String status = status(cycle, initiative, asked.asOf());
            if (!reportedOn(asked, cycle).contains(initiative) || !LATE.contains(status)) continue;
            ObjectNode shown = late.addObject().put("status", status);
            shown.set("reportingCycle", cycle.get("id"));
            if (cycle.has("dueOn")) shown.set("dueOn", cycle.get("dueOn"));
            JsonNode submitted = cycle.get("submissions").path(initiative);
            if (submitted.isObject()) shown.set("submitted", submitted);
        }
        return late;
    }

    /** How many submissions to each open cycle of a portfolio are late, by how; of those to which any is. */
    static ArrayNode lateCounts(Asked asked, String portfolio) {
        ArrayNode late = Words.JSON.createArrayNode();
        for (ObjectNode cycle : openOf(asked, portfolio)) {
            ObjectNode counts = Words.JSON.createObjectNode();
            for (String status : LATE) counts.put(status.toLowerCase(Locale.ROOT), 0);
            int all = 0;
            for (String initiative : reportedOn(asked, cycle)) {
                String status = status(cycle, initiative, asked.asOf());
                if (!LATE.contains(status)) continue;
                String member = status.toLowerCase(Locale.ROOT);
                counts.put(member, counts.get(member).asInt() + 1);
                all++;
            }
            if (all == 0) continue;
            String id = cycle.get("id").asString();
            late.add(counts.put("reportingCycle", id)
                    .put("href", "/api/v1/reporting-cycles/" + id + "/submissions?asOf=" + asked.asOf()));
        }
        return late;
    }

    private static String status(JsonNode cycle, String initiative, LocalDate day) {
        JsonNode submitted = cycle.get("submissions").path(initiative);
        String due = cycle.at("/dueOn/value").asString("9999-12-31");
        if (submitted.isMissingNode()) return day.toString().compareTo(due) > 0 ? "MISSING" : "AWAITED";
        if (!submitted.at("/value/missing").isEmpty()) return "INCOMPLETE";
        return submitted.get("since").asString().compareTo(due) > 0 ? "LATE" : "COMPLETE";
    }

    /** Of its scope, or else open in its portfolio; and whoever submitted or is an exception. */
    private static NavigableSet<String> reportedOn(Asked asked, JsonNode cycle) {
        NavigableSet<String> initiatives = new TreeSet<>();
        for (JsonNode initiative : cycle.at("/scope/value")) initiatives.add(initiative.asString());
        if (initiatives.isEmpty())
            new NaivePlacement(asked.fold(), asked.asOf())
                    .openMembers(cycle.at("/portfolio/value").asString()).stream()
                            .filter(id -> isThere(asked, id))
                            .forEach(initiatives::add);
        initiatives.addAll(cycle.get("submissions").propertyNames());
        for (JsonNode raised : cycle.get("exceptions"))
            initiatives.add(raised.at("/value/initiative").asString());
        return initiatives;
    }

    private static boolean isThere(Asked asked, String initiative) {
        return asked.fold().state("initiative", initiative, asked.asOf()).isPresent();
    }

    private static Optional<ObjectNode> state(Asked asked) {
        return asked.fold().state("reporting-cycle", asked.name("reportingCycle"), asked.asOf());
    }

    private static ArrayNode submissions(Asked asked, JsonNode cycle) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String initiative : reportedOn(asked, cycle)) {
            ObjectNode item = items.addObject().put("id", initiative);
            item.put("status", status(cycle, initiative, asked.asOf()));
            JsonNode submitted = cycle.get("submissions").path(initiative);
            item.set("submitted", submitted.isMissingNode() ? Words.JSON.nullNode() : submitted.deepCopy());
        }
        return new NaiveGrounds(asked.fold()).seen(items, asked.asOf());
    }

    static Optional<ObjectNode> submissions(Asked asked) {
        return whenClosed(asked, (then, cycle) -> {
            ObjectNode page = Words.JSON.createObjectNode();
            ArrayNode items = page.putArray("items");
            for (JsonNode item : submissions(then, cycle)) if (then.is("status", item.get("status"))) items.add(item);
            return page;
        });
    }

    static Optional<ObjectNode> pack(Asked asked) {
        return whenClosed(asked, NaiveReportingCycle::pack);
    }

    /** Of a closed cycle as it was known when it was closed, of that day. */
    private static Optional<ObjectNode> whenClosed(Asked asked, BiFunction<Asked, JsonNode, ObjectNode> read) {
        ObjectNode now = state(asked).orElse(null);
        if (now == null) return Optional.empty();
        Asked fixed = fixed(asked, now);
        return state(fixed).map(cycle -> {
            ObjectNode view = read.apply(fixed, cycle);
            return now.has("closure")
                    ? view.put("position", now.at("/closure/fact").asLong())
                            .put("asOf", fixed.asOf().toString())
                    : view;
        });
    }

    private static Asked fixed(Asked asked, JsonNode cycle) {
        JsonNode closure = cycle.path("closure");
        if (!closure.isObject()) return asked;
        long position = closure.get("fact").asLong();
        String register = cycle.get("register").asString();
        NaiveFold known = new NaiveFold(new KnownFacts(asked.fold().facts.all().stream()
                .filter(fact -> fact.position() <= position && fact.register().equals(register))
                .toList()));
        LocalDate day = LocalDate.parse(closure.get("since").asString());
        return new Asked(known, day, known, day, asked.names(), asked.filters());
    }

    private static ObjectNode pack(Asked asked, JsonNode cycle) {
        ObjectNode pack = Words.JSON.createObjectNode();
        pack.set(
                "reportingCycle",
                EntityReads.shown(asked, "reporting-cycle", asked.name("reportingCycle"))
                        .orElseThrow());
        NavigableSet<String> members = reportedOn(asked, cycle);
        ArrayNode submissions = submissions(asked, cycle);
        pack.set("submissions", submissions);
        ArrayNode initiatives = pack.putArray("initiatives");
        for (String id : members)
            if (isThere(asked, id))
                initiatives.add(new NaiveGrounds(asked.fold()).seen(PortfolioReads.status(asked, id), asked.asOf()));
        SortedSet<String> portfolio =
                new TreeSet<>(List.of(cycle.at("/portfolio/value").asString()));
        ArrayNode recommendations = BoardReads.recommendations(asked, members, portfolio);
        ArrayNode boards = pack.putArray("boards");
        for (JsonNode report : cycle.at("/reports/value")) {
            ObjectNode board = boards.addObject();
            for (String member : new String[] {"board", "coverage", "dueOn"})
                if (report.has(member)) board.set(member, report.get(member));
            ArrayNode exceptions = board.putArray("exceptions");
            for (String id : members) {
                JsonNode there = initiatives
                        .valueStream()
                        .filter(each -> each.get("id").asString().equals(id))
                        .findFirst()
                        .orElseGet(() -> nowhere(id));
                ObjectNode exception = exception(asked, cycle, report, there, submissions);
                if (!exception.get("grounds").isEmpty()
                        || !exception.get("raised").isEmpty()) exceptions.add(exception);
            }
        }
        pack.set("recommendations", recommendations);
        return pack;
    }

    /** Nothing but its name is known of an initiative that is not there. */
    private static JsonNode nowhere(String id) {
        ObjectNode initiative = Words.JSON.createObjectNode().put("id", id);
        initiative.putArray("alerts");
        initiative.putArray("ratings");
        return initiative;
    }

    private static ObjectNode exception(
            Asked asked, JsonNode cycle, JsonNode report, JsonNode initiative, ArrayNode submissions) {
        String id = initiative.get("id").asString();
        ObjectNode exception = Words.JSON.createObjectNode().put("initiative", id);
        ArrayNode grounds = exception.putArray("grounds");
        for (JsonNode ground : report.get("grounds")) {
            String word = ground.asString();
            boolean applies = initiative.get("alerts").valueStream().anyMatch(ground::equals);
            if (word.startsWith("SUBMISSION_"))
                for (JsonNode submission : submissions)
                    applies |= submission.get("id").asString().equals(id)
                            && word.endsWith("_" + submission.get("status").asString());
            if (word.equals("RATED_RED"))
                for (JsonNode rating : initiative.get("ratings"))
                    applies |= rating.at("/value/criterion").asString().equals("OVERALL")
                            && rating.at("/value/rating").asString().equals("RED")
                            && NaiveShownRatings.isInForce(rating.get("value"));
            if (word.equals("RECOMMENDATION_OVERDUE")) applies = hasOverdue(asked, id);
            if (applies) grounds.add(word);
        }
        ArrayNode raised = exception.putArray("raised");
        for (JsonNode one : cycle.get("exceptions"))
            if (one.at("/value/initiative").asString().equals(id)
                    && one.at("/value/board").equals(report.get("board")))
                raised.add(new NaiveGrounds(asked.fold()).seen((ObjectNode) one.deepCopy(), asked.asOf()));
        return exception;
    }

    private static boolean hasOverdue(Asked asked, String initiative) {
        for (String id : asked.fold().facts.ids("review"))
            for (JsonNode review : asked.fold().state("review", id, asked.asOf()).stream()
                    .filter(found ->
                            found.at("/subject/value/initiative").asString("").equals(initiative))
                    .toList())
                for (JsonNode recommendation : review.get("recommendations"))
                    if (NaiveReview.isOverdue(recommendation, asked.asOf())) return true;
        return false;
    }
}

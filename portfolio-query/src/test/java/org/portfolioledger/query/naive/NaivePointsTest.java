package org.portfolioledger.query.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.query.Served;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is answered at any point is what a naive reader of the facts makes of them; {@code -Dpoints.seed=N} replays. */
class NaivePointsTest {

    /** Those that take facts of several entities to come together, as long as no answer had them. */
    private static final Set<String> ALERTS = new TreeSet<>(Set.of(
            "DECIDED_BY_SRO", "DECIDED_DESPITE_INTEREST", "DECIDED_WITHOUT_ATTENDING", "DECIDED_ON_REPLACED_PAPER"));

    private static final boolean LONG = "long".equals(System.getProperty("suite.size"));
    private static final int FACTS = LONG ? 1200 : 750;
    /** Beside those at which each read is tried until it answers. */
    private static final int POINTS = LONG ? 10_000 : 0;

    private static final String POSITION = "position:";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = FactSerializer.mapper();

    /** Reads that are not answered from the record at a point. */
    private static final Map<String, String> NOT_AT_A_POINT = Map.ofEntries(
            Map.entry("/api/v1/access-audit", "recorded beside the ledger"),
            Map.entry("/api/v1/alerts", "part of the program"),
            Map.entry("/api/v1/event-types", "part of the program"),
            Map.entry("/api/v1/event-types/{type}/{revision}", "part of the program"),
            Map.entry("/api/v1/data-paths", "part of the program"),
            Map.entry("/api/v1/people", "the directory has no history"),
            Map.entry("/api/v1/people/{id}", "the directory has no history"),
            Map.entry("/api/v1/rows", "how far the rows have come"),
            Map.entry("/api/v1/rows/blocked", "what waits for an operator"),
            Map.entry("/api/v1/rows/generations", "what operators did to the rows"),
            Map.entry("/api/v1/rows/generations/{number}", "what operators did to the rows"),
            Map.entry("/api/v1/audit/row-verifications", "what operators asked of the rows"),
            Map.entry("/api/v1/audit/row-verifications/{number}", "what operators asked of the rows"),
            Map.entry("/problems", "part of the program"),
            Map.entry("/problems/{slug}", "part of the program"));

    private static final String OF_OTHERS = "import org.portfolioledger.";

    private static Served served;
    private static JsonNode document;
    private static HostileRecord record;
    private static List<Noted> noted = List.of();
    // The short suite asks the same every day; the long one looks for what no run has seen.
    private static final long SEED = Long.getLong("points.seed", LONG ? new Random().nextLong() : 11);
    private static final Random RANDOM = new Random(SEED);

    @BeforeAll
    static void record() {
        served = Served.start();
        record = new HostileRecord(RANDOM, served.ledger(), served.history());
        noted = record.write(FACTS);
        document = JSON.readTree(await().atMost(Duration.ofMinutes(1))
                .until(() -> served.ask("/v3/api-docs"), page -> page.statusCode() == 200)
                .body());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void every_read_has_a_naive_reader_or_is_not_answered_at_a_point() {
        Set<String> known = new TreeSet<>(NaiveReads.ALL.keySet());
        known.addAll(NOT_AT_A_POINT.keySet());
        assertThat(gets()).isEqualTo(known);
        assertThat(NaiveReads.ALL).doesNotContainKeys(NOT_AT_A_POINT.keySet().toArray(String[]::new));
    }

    @Test
    void facts_of_every_type_are_on_record() {
        assertThat(new HostileFacts(RANDOM).types())
                .containsExactlyInAnyOrderElementsOf(Stream.of(FactType.values())
                        .map(FactType::factClass)
                        .filter(type -> type != Corrected.class)
                        .toList());
    }

    @Test
    void the_naive_reader_shares_no_code_with_what_it_judges() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/portfolioledger/query/naive"))) {
            for (Path file : files.toList())
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(OF_OTHERS + "state", OF_OTHERS + "timeline");
        }
    }

    @Test
    void at_any_point_every_read_says_what_a_naive_reader_of_the_facts_would() {
        List<String> paths = List.copyOf(new TreeSet<>(NaiveReads.ALL.keySet()));
        for (int n = 0; n < POINTS; n++) compare(paths.get(n % paths.size()));
        for (String path : paths) {
            int tries = 0;
            while (!compare(path)) {
                assertThat(++tries)
                        .as("seed %d: %s answers nothing", SEED, path)
                        .isLessThan(1000);
                // What a read is about may have been retracted, or never have come together.
                if (tries % 100 == 0) record.writeOneOfEach();
            }
        }
        for (int tries = 1; !ALERTS.isEmpty(); tries++) {
            assertThat(tries).as("seed %d: no answer has %s", SEED, ALERTS).isLessThan(1000);
            compare("/api/v1/boards/{board}/decisions");
            if (tries % 50 == 0) record.writeOneOfEach();
        }
    }

    private static Set<String> gets() {
        Set<String> gets = new TreeSet<>();
        document.get("paths").properties().forEach(path -> {
            if (path.getValue().has("get")) gets.add(path.getKey());
        });
        return gets;
    }

    private static Set<String> parameters(String path) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : document.path("paths").path(path).path("get").path("parameters"))
            if (parameter.path("in").asString().equals("query"))
                names.add(parameter.get("name").asString());
        return names;
    }

    /** A point: as it is asked for, and which facts were known at it. */
    private record Point(LocalDate asOf, String knownAt, Predicate<Noted> known) {
        NaiveFold fold() {
            return new NaiveFold(new KnownFacts(noted.stream().filter(known).toList()));
        }

        Point on(LocalDate day) {
            return new Point(day, knownAt, known);
        }

        /** The last position that counts. */
        long position() {
            return knownAt.startsWith(POSITION)
                    ? Long.parseLong(knownAt.substring(POSITION.length()))
                    : noted.stream()
                            .filter(known)
                            .mapToLong(Noted::position)
                            .max()
                            .orElse(0);
        }
    }

    /** Asks one question; whether there was something to answer. */
    private boolean compare(String path) {
        String register = any(HostileRecord.REGISTERS);
        Set<String> parameters = parameters(path);
        Names names = new Names(register);
        Map<String, String> variables = names.inPath(path);
        Map<String, String> filters = names.filters(path, parameters);
        boolean ofRegister = !variables.isEmpty()
                || filters.containsKey("register")
                || (path.contains("/dependencies/")
                        && (filters.containsKey("portfolio") || filters.containsKey("initiative")));
        Point to = point(register, ofRegister);
        Point from = point(register, ofRegister);
        if (from.asOf.isAfter(to.asOf)) {
            LocalDate later = from.asOf;
            from = from.on(to.asOf);
            to = to.on(later);
        }
        if (path.endsWith("/series")) filters.putAll(Names.series());
        Asked asked = new Asked(to.fold(), to.asOf, from.fold(), from.asOf, variables, filters);

        StringBuilder question = new StringBuilder(path + "?");
        variables.forEach((name, value) -> {
            int at = question.indexOf("{" + name + "}");
            question.replace(at, at + name.length() + 2, value);
        });
        Map<String, String> given = new TreeMap<>(filters);
        if (parameters.contains("asOf")) given.put("asOf", to.asOf.toString());
        if (parameters.contains("knownAt")) given.put("knownAt", to.knownAt);
        if (isComparison(parameters)) {
            given.put("from", from.asOf + "@" + from.knownAt);
            given.put("to", to.asOf + "@" + to.knownAt);
        }
        if (parameters.contains("limit")) given.put("limit", RANDOM.nextInt(6) == 0 ? "3" : "1000");
        given.forEach((name, value) -> question.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));

        Optional<JsonNode> answer = ask(question.toString());
        Optional<ObjectNode> expected =
                Objects.requireNonNull(NaiveReads.ALL.get(path)).of(asked);
        if (expected.isPresent()) pointed(expected.get(), parameters, from, to);
        answer.ifPresent(body -> ALERTS.removeIf(alert -> body.toString().contains(alert)));
        String answered = answer.map(body -> Compared.of((ObjectNode) body).toPrettyString())
                .orElse("nothing");
        String naive = expected.map(body -> Compared.of(body).toPrettyString()).orElse("nothing");
        assertThat(answered).as("seed %d: %s", SEED, question).isEqualTo(naive);
        return answer.filter(body -> !body.has("items") || !body.get("items").isEmpty())
                .isPresent();
    }

    /** Adds the points for which it is answered. */
    private static void pointed(ObjectNode expected, Set<String> parameters, Point from, Point to) {
        if (isComparison(parameters)) {
            expected.putObject("from").put("asOf", from.asOf.toString()).put("position", from.position());
            expected.putObject("to").put("asOf", to.asOf.toString()).put("position", to.position());
            return;
        }
        // But for what is fixed to a point of its own.
        if (expected.has("position")) return;
        expected.put("position", to.position());
        if (parameters.contains("asOf")) expected.put("asOf", to.asOf.toString());
    }

    /** Whether from and to are its points. */
    private static boolean isComparison(Set<String> parameters) {
        return parameters.contains("from") && !parameters.contains("knownAt");
    }

    private Point point(String register, boolean ofRegister) {
        LocalDate asOf = RANDOM.nextInt(20) == 0
                ? LocalDate.of(2035, 1, 1)
                : HostileFacts.FIRST_DAY.plusDays(late(HostileFacts.DAYS + 4) - 2);
        List<Noted> own =
                noted.stream().filter(each -> each.register().equals(register)).toList();
        Noted fact = own.get(late(own.size()));
        Predicate<Noted> counts = each -> !ofRegister || each.register().equals(register);
        return switch (RANDOM.nextInt(6)) {
            case 0 -> {
                long position = 1L + late(noted.size());
                yield new Point(asOf, POSITION + position, counts.and(each -> each.position() <= position));
            }
            case 1 -> {
                LocalDate day = LocalDate.ofInstant(fact.knownAt(), LONDON).minusDays(1);
                Instant end = day.plusDays(1).atStartOfDay(LONDON).toInstant();
                yield new Point(
                        asOf, day.toString(), counts.and(each -> each.knownAt().isBefore(end)));
            }
            default -> {
                Instant instant = fact.knownAt().minus(RANDOM.nextInt(4) / 3, ChronoUnit.MICROS);
                yield new Point(
                        asOf,
                        instant.toString(),
                        counts.and(each -> !each.knownAt().isAfter(instant)));
            }
        };
    }

    /** Adds what a further page has. */
    private static void join(ObjectNode first, JsonNode page) {
        for (String part : List.of("items", "protectiveMarkings"))
            if (page.has(part)) first.withArrayProperty(part).addAll((ArrayNode) page.get(part));
    }

    /** The answer with the items of all its pages; empty where it says that there was none. */
    private static Optional<JsonNode> ask(String question) {
        JsonNode first = null;
        String cursor = "";
        while (true) {
            HttpResponse<byte[]> response = served.ask(question + cursor, "Sync-Token", Integer.toString(noted.size()));
            JsonNode body = JSON.readTree(response.body());
            Set<String> absent = Set.of(
                    "/problems/not-known-then",
                    "/problems/not-in-effect-then",
                    "/problems/not-found",
                    "/problems/retracted",
                    "/problems/reversed-range");
            if (first == null && absent.contains(body.path("type").asString(""))) return Optional.empty();
            assertThat(response.statusCode())
                    .as("seed %d: %s answers %s", SEED, question + cursor, body)
                    .isEqualTo(200);
            if (first == null) first = body;
            else join((ObjectNode) first, body);
            if (!body.path("next").isString()) return Optional.of(first);
            cursor = "&cursor=" + body.get("next").asString();
        }
    }

    /** Names that a question may have. */
    private static final class Names {

        private final String register;

        Names(String register) {
            this.register = register;
        }

        Map<String, String> inPath(String path) {
            Map<String, String> variables = new HashMap<>();
            for (String part : path.split("/", -1)) {
                if (!part.startsWith("{")) continue;
                String name = part.substring(1, part.length() - 1);
                boolean placed = (name.equals("decision") && path.contains("business-cases"))
                        || (name.equals("position") && path.contains("decisions"));
                variables.put(name, placed ? decision() : name(name));
            }
            return variables;
        }

        /** Some of the filters of a path. */
        Map<String, String> filters(String path, Set<String> parameters) {
            Map<String, String> filters = new TreeMap<>();
            for (String name : parameters) {
                if (RANDOM.nextInt(6) != 0) continue;
                String value = name.equals("kind") && path.endsWith("/history")
                        ? any(List.copyOf(new TreeSet<>(NaiveBelongings.KINDS)))
                        : filter(name, parameters);
                if (value != null) filters.put(name, value);
            }
            return filters;
        }

        /** Days between which a series is asked for. */
        static Map<String, String> series() {
            LocalDate from = HostileFacts.FIRST_DAY.minusDays(RANDOM.nextInt(40));
            return Map.of(
                    "from",
                    from.toString(),
                    "to",
                    from.plusDays(RANDOM.nextInt(110)).toString());
        }

        private String name(String variable) {
            return switch (variable) {
                case "register" -> register;
                case "item" -> "IT" + RANDOM.nextInt(3);
                case "delegation" -> "DG" + RANDOM.nextInt(3);
                case "milestone" -> "MS" + RANDOM.nextInt(3);
                case "baseline" -> Integer.toString(1 + RANDOM.nextInt(3));
                case "appointment" -> "A" + RANDOM.nextInt(4);
                case "role" -> any(List.of("SRO", "sro", "RISK_OWNER"));
                case "rating" ->
                    any(List.of(
                            "OVERALL:SRO", "COST:PORTFOLIO_OFFICE", "overall:Portfolio_Office", "OVERALL:NOT_STATED"));
                case "scheme" -> any(List.of("MPS_2011:1", "MPS_2011:2", "GMPP:1", "gmpp:2"));
                case "recommendation" -> "R" + RANDOM.nextInt(3);
                case "condition" -> "C" + RANDOM.nextInt(3);
                case "version" -> Integer.toString(1 + RANDOM.nextInt(3));
                case "decision" -> "D" + RANDOM.nextInt(3);
                case "position" -> Long.toString(any(ofRegister()).position());
                default ->
                    new HostileFacts(RANDOM)
                            .entity(variable.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), register);
            };
        }

        private List<Noted> ofRegister() {
            return noted.stream()
                    .filter(each -> each.register().equals(register))
                    .toList();
        }

        private String decision() {
            return Long.toString(any(ofRegister().stream()
                            .filter(each -> each.stream().startsWith("business-case"))
                            .toList())
                    .position());
        }

        /** An alias that some initiative had on some day, if it had any. */
        private @Nullable String alias() {
            NaiveFold all = new NaiveFold(new KnownFacts(noted));
            String id = name("initiative");
            List<String> aliases = all.days("initiative", id).stream()
                    .flatMap(day -> all.state("initiative", id, day).stream())
                    .flatMap(state -> state.get("aliases").valueStream())
                    .map(alias -> alias.get("value").asString())
                    .toList();
            return aliases.isEmpty() ? null : any(aliases);
        }

        /** A source that states a profile of some benefit, in small letters, if any does. */
        private @Nullable String statedIn() {
            NaiveFold all = new NaiveFold(new KnownFacts(noted));
            List<String> sources = all.facts.ids("benefit").stream()
                    .flatMap(id ->
                            all.days("benefit", id).stream().flatMap(day -> all.state("benefit", id, day).stream()))
                    .flatMap(state -> state.get("profiles").propertyNames().stream())
                    .map(source -> source.toLowerCase(Locale.ROOT))
                    .toList();
            return sources.isEmpty() ? null : any(sources);
        }

        /** The number of a baseline that some initiative had on some day, if it had any. */
        private @Nullable String baseline() {
            NaiveFold all = new NaiveFold(new KnownFacts(noted));
            String id = name("initiative");
            List<String> baselines = all.days("milestones", id).stream()
                    .flatMap(day -> all.state("milestones", id, day).stream())
                    .flatMap(state -> state.get("baselines").propertyNames().stream())
                    .toList();
            return baselines.isEmpty() ? null : any(baselines);
        }

        /** A milestone that some initiative had on some day, if it had any. */
        private @Nullable String milestone() {
            NaiveFold all = new NaiveFold(new KnownFacts(noted));
            String id = name("initiative");
            List<String> milestones = all.days("milestones", id).stream()
                    .flatMap(day -> all.state("milestones", id, day).stream())
                    .flatMap(state -> state.get("milestones").propertyNames().stream())
                    .toList();
            return milestones.isEmpty() ? null : any(milestones);
        }

        /** A business group that some portfolio had on some day, if it had any. */
        private @Nullable String businessGroup() {
            NaiveFold all = new NaiveFold(new KnownFacts(noted));
            String id = name("portfolio");
            List<String> groups = all.days("portfolio", id).stream()
                    .flatMap(day -> all.state("portfolio", id, day).stream())
                    .flatMap(state -> state.get("businessGroups").propertyNames().stream())
                    .toList();
            return groups.isEmpty() ? null : any(groups).toLowerCase(Locale.ROOT);
        }

        private @Nullable String hash() {
            List<String> hashes = noted.stream()
                    .flatMap(each -> each.fact() instanceof DocumentRegistered registered
                            ? Stream.ofNullable(registered.sha256())
                            : Stream.empty())
                    .toList();
            return hashes.isEmpty() ? null : any(hashes);
        }

        /** Somebody who took a post. */
        private static String person() {
            return any(noted.stream()
                    .flatMap(each ->
                            each.fact() instanceof PostFilled filled ? Stream.of(filled.person()) : Stream.empty())
                    .toList());
        }

        /** Of entities, of documents, of reviews, or of what a timeline has. */
        private static String kind(Set<String> parameters) {
            if (parameters.contains("contradictory")
                    || parameters.contains("managedUnder")
                    || parameters.contains("year")) return any(List.of("REVENUE", "CAPITAL"));
            if (parameters.contains("from")) return any(List.copyOf(new TreeSet<>(NaiveFold.FAMILIES.keySet())));
            if (parameters.contains("level") && (parameters.contains("status") || parameters.contains("score")))
                return any(List.of("RISK", "ISSUE"));
            if (parameters.contains("marking")) return "REPORT";
            if (parameters.contains("businessCase")) return "INITIAL";
            if (parameters.contains("slippedBy")) return any(List.of("DELIVERY", "GATE", "NOT_STATED"));
            if (parameters.contains("state")) return "PRODUCT";
            if (parameters.contains("outcome")) return "STRATEGY";
            if (parameters.contains("register") && !parameters.contains("initiative")) return "EARLY_DEPARTURE";
            return parameters.contains("asOf")
                    ? "GATE_2"
                    : any(List.of(
                            "appointments", "business-case", "initiative", "rag", "review", "equality-assessment"));
        }

        private static String status(Set<String> parameters) {
            if (parameters.contains("slippedBy")) return any(List.of("PLANNED", "ACHIEVED", "DROPPED"));
            if (parameters.contains("benefitClass")) return any(List.of("EXPECTED", "PLANNED", "REALISED"));
            if (!parameters.contains("sort")) return any(List.of("AWAITED", "MISSING", "INCOMPLETE", "LATE"));
            if (parameters.contains("tenure")) return any(List.of("REQUESTED", "AUTHORISED"));
            boolean ofPortfolio = parameters.contains("overdue") && !parameters.contains("register");
            if (parameters.contains("notMet") || ofPortfolio) return "REASSESSMENT_DUE";
            if (parameters.contains("supplier")) return any(List.of("AWARDED", "EXTENDED"));
            if (parameters.contains("board") && !parameters.contains("overdue")) return "HELD";
            return parameters.contains("type") ? "AT_RISK" : "OPEN";
        }

        private @Nullable String filter(String name, Set<String> parameters) {
            return switch (name) {
                case "register", "portfolio", "initiative", "board", "businessCase", "review", "risk" -> name(name);
                case "partOf" -> name("benefit");
                case "statedIn" -> statedIn();
                case "benefitClass" -> any(List.of("CASHABLE", "DISBENEFIT"));
                case "contradictory", "counts", "inForce" -> any(List.of("TRUE", "FALSE"));
                case "through" -> name("initiative");
                case "businessGroups" -> any(List.of("TP", "scd", "SCD,TP", "NOT_STATED"));
                case "scheme" -> any(List.of("MPS_2011", "gmpp"));
                case "schemeVersion" -> any(List.of("1", "2"));
                case "parent" -> name(parameters.contains("owner") ? "initiative" : "board");
                case "owner" ->
                    parameters.contains("status") ? any(List.of("Commander", "commander")) : any(List.of("TP", "SCD"));
                case "alias" -> alias();
                case "entity" ->
                    parameters.contains("publication")
                            ? any(noted).stream()
                            : any(List.of("RISK", "PEOPLE", "PROJECT_FEATURES"));
                case "fault" -> any(List.of("MISSING", "MALFORMED", "STALE"));
                case "actorKind" -> any(List.of("PERSON", "PERSON", "AGENT"));
                case "name" -> any(List.of("name 1", "NAME 2", "3"));
                case "level" ->
                    parameters.contains("year")
                            ? any(List.of("YEAR", "KIND", "BUSINESS_GROUP"))
                            : parameters.contains("owner") || parameters.contains("score") ? "PROGRAMME" : "CORPORATE";
                case "score" -> any(List.of("RESIDUAL", "INHERENT", "TARGET"));
                case "scoreAtLeast" -> any(List.of("0", "6", "12"));
                case "stage" -> "OBC";
                case "type" -> parameters.contains("actor") ? "initiative-renamed" : "INTER_PROGRAMME";
                case "status" -> status(parameters);
                case "tenure" -> "TEMPORARY";
                case "include" ->
                    any(List.of(
                            "TOTALS",
                            "RISKS,TOTALS",
                            "BENEFITS,TOTALS",
                            "REPORTS,RECOMMENDATIONS,ROLES",
                            "MILESTONES,CONFLICTS"));
                case "every" -> any(List.of("MONTH", "BOARD", "board"));
                case "known" -> any(List.of("THEN", "now"));
                case "conflict" -> any(List.of("TRUE", "FALSE"));
                case "notMet" -> "FEASIBILITY";
                case "grade" -> any(List.of("CRITICAL_DO_NOW", "NOT_STATED"));
                case "state" -> "OPEN";
                case "overdue", "recurs", "open" -> any(List.of("TRUE", "FALSE"));
                case "role" ->
                    parameters.contains("register") ? any(List.of("PORTFOLIO_DIRECTOR", "PORTFOLIO_MANAGER")) : "SRO";
                case "person" -> person();
                case "initiatives" -> any(List.of("ANY", "OPEN", "CLOSED"));
                case "concern" -> any(List.of("ANY", "NO_HOLDER", "FREQUENT_CHANGES", "OVERLAP"));
                case "months" -> any(List.of("1", "120"));
                case "changes" -> any(List.of("1", "2"));
                case "days" -> any(List.of("0", "3", "3650"));
                case "criterion" -> "OVERALL";
                case "assessor" -> any(List.of("SRO", "NOT_STATED"));
                case "rating" -> "RED";
                case "outcome" ->
                    parameters.contains("kind")
                            ? any(List.of("TAKEN", "SUBMITTED"))
                            : any(List.of("APPROVED", "NOT_STATED"));
                case "stream" -> any(noted).stream();
                case "marking" -> "RESTRICTED";
                case "publication" -> "REDACTED";
                case "sha256" -> hash();
                case "replacedBy" -> name("document");
                case "kind" -> kind(parameters);
                case "managedUnder" -> name("budget");
                case "year" -> any(List.of("2011/12", "2012/13"));
                case "businessGroup" -> businessGroup();
                case "unit" -> any(List.of("%", "homes", "Homes"));
                case "supplier" -> any(List.of("Builders", "movers"));
                case "importance" -> any(List.of("NOT_STATED", "MEDIUM", "CRITICAL"));
                case "depth" -> any(List.of("1", "2", "3"));
                case "slipDays" -> any(List.of("1", "7", "400"));
                case "slipsFrom" ->
                    HostileFacts.FIRST_DAY.plusDays(RANDOM.nextInt(25)).toString();
                case "milestone" -> milestone();
                case "part" -> any(List.of("PROGRAMMES", "ENABLING_AREAS"));
                case "theme" -> any(List.of("GIVER", "ENABLING_AREA", "TYPE"));
                case "atLeast" -> any(List.of("1", "3"));
                case "mismatch" -> any(List.of("PROMISED_LATER_THAN_NEEDED", "NOT_AGREED_NEAR_NEED", "MISSED"));
                case "within" -> any(List.of("0", "5"));
                case "baseline", "against" -> baseline();
                case "post" -> name("post");
                case "slippedBy" -> any(List.of("1", "5"));
                case "approvedFrom", "endsFrom", "dueFrom" ->
                    HostileFacts.FIRST_DAY.plusDays(RANDOM.nextInt(5)).toString();
                case "approvedTo", "endsTo", "dueTo" ->
                    HostileFacts.FIRST_DAY.plusDays(5L + RANDOM.nextInt(15)).toString();
                default -> null;
            };
        }
    }

    /** A number below another, the higher the more often: later more is known, and more has begun. */
    private static int late(int bound) {
        return Math.max(RANDOM.nextInt(bound), RANDOM.nextInt(bound));
    }

    private static <T> T any(List<T> list) {
        return list.get(RANDOM.nextInt(list.size()));
    }
}

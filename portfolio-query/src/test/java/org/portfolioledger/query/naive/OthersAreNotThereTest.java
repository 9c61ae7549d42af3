package org.portfolioledger.query.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.point.TimePointResolver.Patience;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a viewer may not see makes no difference to any answer: over another ledger, in which other facts stand at the positions
 * of all those that the viewer does not see, every read answers the same.
 */
class OthersAreNotThereTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final boolean LONG = "long".equals(System.getProperty("suite.size"));
    private static final int FACTS = LONG ? 3_000 : 600;
    private static final int ROUNDS = LONG ? 20 : 1;
    private static final long SEED = Long.getLong("others.seed", LONG ? new Random().nextLong() : 7);
    private static final Random RANDOM = new Random(SEED);

    private static final Set<Marking> UNCLEARED = EnumSet.of(Marking.OFFICIAL, Marking.NOT_PROTECTIVELY_MARKED);

    private static Served one;
    private static JsonNode document;
    private static List<Noted> noted = List.of();

    @BeforeAll
    static void record() {
        one = Served.start();
        noted = new HostileRecord(RANDOM, one.ledger(), one.history()).write(FACTS);
        document = JSON.readTree(await().atMost(Duration.ofMinutes(1))
                .until(() -> one.ask("/v3/api-docs"), page -> page.statusCode() == 200)
                .body());
    }

    @AfterAll
    static void stop() {
        one.close();
    }

    /** An account, with what it may read. */
    record Viewer(String person, Set<Marking> markings, String grant) {

        static Viewer of(String person, String grant) {
            return new Viewer(person, EnumSet.allOf(Marking.class), grant);
        }

        Actor actor() {
            return new Actor("viewer", person, Set.of(Grant.of(grant)), ActorKind.PERSON, null, markings);
        }

        @Override
        public String toString() {
            return person + " " + grant + " " + markings.size();
        }
    }

    private static List<Viewer> viewers() {
        HostileFacts names = new HostileFacts(RANDOM);
        String sro = noted.stream()
                .flatMap(each -> each.fact() instanceof RoleAppointed appointed
                                && appointed.role() == Role.SRO
                                && appointed.holder() != null
                                && appointed.holder().person() != null
                        ? Stream.of(appointed.holder().person())
                        : Stream.empty())
                .distinct()
                .max(Comparator.comparingLong(person -> seenBy(Viewer.of(person, "SRO"))))
                .orElse("P-1");
        List<Viewer> viewers = List.of(
                Viewer.of("p-x", "REPORTING_READER@portfolio-" + names.entity("portfolio", "MPS", 0)),
                new Viewer("p-x", UNCLEARED, "REPORTING_READER"),
                new Viewer(sro, UNCLEARED, "SRO"),
                Viewer.of("p-x", "PORTFOLIO_OFFICE@initiative-" + names.entity("initiative", HostileRecord.LIVE, 1)),
                Viewer.of("p-x", "BOARD_MEMBER@board-" + names.entity("board", "GMPP", 0)),
                Viewer.of(sro, "SRO"),
                new Viewer("p-x", EnumSet.complementOf(EnumSet.of(Marking.RESTRICTED)), "REPORTING_READER"),
                new Viewer("p-x", UNCLEARED, "PORTFOLIO_OFFICE@portfolio-" + names.entity("portfolio", "MPS", 0)),
                new Viewer("p-x", UNCLEARED, "BOARD_MEMBER@board-" + names.entity("board", "GMPP", 0)));
        // SightsTest and MarkedEntitiesTest look at the others in every build.
        return LONG ? viewers : viewers.subList(0, 3);
    }

    private static long seenBy(Viewer viewer) {
        Sight sight = sight(viewer);
        return noted.stream().filter(fact -> sight.sees(fact.stream())).count();
    }

    private static Sight sight(Viewer viewer) {
        return one.part(TimePointResolver.class)
                .sight(viewer.actor(), new Patience(Duration.ofSeconds(30), noted.size()));
    }

    @ParameterizedTest
    @MethodSource("viewers")
    void every_read_answers_as_if_what_the_viewer_may_not_see_were_not_there(Viewer viewer) {
        TestIssuer.shared().knows("viewer", viewer.person(), viewer.markings(), viewer.grant());
        Sight sight = sight(viewer);
        if (!viewer.markings().equals(EnumSet.allOf(Marking.class)) && !sight.isConfined())
            assertThat(withheldKinds(sight))
                    .as("kinds of which some are withheld")
                    .hasSizeGreaterThan(5);
        try (Served other = Served.start()) {
            write(other.history(), sight);
            Set<String> answered = new TreeSet<>();
            List<String> told = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++)
                for (String path : new TreeSet<>(NaiveReads.ALL.keySet())) {
                    String question = question(path);
                    if (isOfWithheld(question, sight)) continue;
                    HttpResponse<byte[]> first = ask(one, question);
                    String expected = shown(first);
                    String found = shown(ask(other, question));
                    int same = Arrays.mismatch(expected.toCharArray(), found.toCharArray());
                    if (same >= 0)
                        told.add("%s%n  here  %s%n  there %s".formatted(question, at(expected, same), at(found, same)));
                    assertThat(first.statusCode()).as(question).isLessThan(500);
                    if (first.statusCode() == 200) answered.add(path);
                }
            assertThat(told).as("seed %d", SEED).isEmpty();
            assertThat(answered).as("paths that answer").hasSizeGreaterThan(sight.isConfined() ? 15 : 30);
        }
    }

    private static Set<String> withheldKinds(Sight sight) {
        return noted.stream()
                .map(Noted::stream)
                .filter(stream -> sight.withholds(stream).isPresent())
                .map(NaiveFold::kindOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<byte[]> ask(Served served, String question) {
        return served.askAs("viewer", question, "Sync-Token", Integer.toString(noted.size()));
    }

    /** Whether it names an entity that is withheld, which says so. */
    private static boolean isOfWithheld(String question, Sight sight) {
        return noted.stream()
                .flatMap(fact -> fact.content() instanceof EntityMarked marked
                        ? Stream.of(fact.stream(), marked.entity())
                        : Stream.of(fact.stream()))
                .filter(stream -> sight.withholds(stream).isPresent())
                .map(stream -> stream.substring(NaiveFold.kindOf(stream).length() + 1))
                .anyMatch(id -> question.matches(".*/" + Pattern.quote(id) + "([/?].*)?"));
    }

    private static String at(String text, int position) {
        return text.substring(0, 4) + " … "
                + text.substring(Math.max(4, position - 150), Math.min(text.length(), position + 150));
    }

    /** Status and body but for when facts were recorded, and by which names their commands are called. */
    private static String shown(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("20[2-9]\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "T")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "U")
                .replaceAll("\"leafHash\":\"[0-9a-f]+\"", "H")
                .replaceAll("\"next\":\"[^\"]*\"", "\"next\":\"N\"");
        return answer.statusCode() + " " + body;
    }

    /** The same ledger but for what is not seen: in its places are documents that are not seen either. */
    private static void write(History history, Sight sight) {
        Set<String> live = new HashSet<>(Set.of(HostileRecord.LIVE));
        for (int n = 0; n < noted.size(); ) {
            Noted first = noted.get(n);
            List<Noted> unit = noted.subList(n, (int) first.command());
            boolean stated = !live.contains(first.register());
            Instant knownAt = stated ? first.knownAt() : null;
            history.in(first.register());
            if (unit.size() == 1) append(history, first, knownAt, sight.sees(first.stream()));
            else {
                List<GovernanceFact> facts = new ArrayList<>();
                List<List<Long>> restsOn = new ArrayList<>();
                long before = first.position() - 1;
                for (Noted each : unit) {
                    boolean seen = sight.sees(each.stream());
                    facts.add(seen ? each.fact() : noise(each));
                    restsOn.add(each.restsOn().stream()
                            .map(position -> position > before ? before - position : position)
                            .toList());
                }
                history.together(knownAt, facts, restsOn);
            }
            unit.stream()
                    .filter(each -> each.fact() instanceof RegisterWentLive)
                    .forEach(each -> live.add(each.register()));
            n += unit.size();
        }
    }

    private static void append(History history, Noted fact, @Nullable Instant knownAt, boolean seen) {
        if (seen) history.append(fact.stream(), fact.fact(), knownAt, fact.unmetRules(), fact.restsOn());
        else history.append(noise(fact), knownAt, List.of(), List.of());
    }

    private static GovernanceFact noise(Noted fact) {
        return new DocumentRegistered(
                "NOISE-" + fact.position(),
                fact.register(),
                DocumentKind.REPORT,
                "Noise",
                null,
                Marking.RESTRICTED,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                Provenance.on(fact.fact().provenance().effectiveOn()));
    }

    /** A question that a path takes, about anything on record at any point. */
    private static String question(String path) {
        String register = any(HostileRecord.REGISTERS);
        StringBuilder question = new StringBuilder(path);
        for (String part : path.split("/", -1)) {
            if (!part.startsWith("{")) continue;
            int at = question.indexOf(part);
            question.replace(at, at + part.length(), variable(path, part.substring(1, part.length() - 1), register));
        }
        Map<String, String> given = new TreeMap<>();
        Set<String> takes = new TreeSet<>();
        for (JsonNode parameter : document.path("paths").path(path).path("get").path("parameters"))
            if (parameter.path("in").asString().equals("query"))
                takes.add(parameter.get("name").asString());
        for (String name : takes) {
            String value = RANDOM.nextInt(3) == 0 ? filter(name, register) : null;
            if (value != null) given.put(name, value);
        }
        LocalDate day = HostileFacts.FIRST_DAY.plusDays(RANDOM.nextInt(HostileFacts.DAYS));
        String known = "position:" + (noted.size() - RANDOM.nextInt(noted.size() / 2));
        if (path.endsWith("/series")) {
            given.put("from", day.toString());
            given.put("to", day.plusDays(60).toString());
        } else if (takes.contains("from") && !takes.contains("knownAt")) {
            given.put("from", day + "@position:" + noted.size() / 3);
            given.put("to", day.plusDays(20) + "@" + known);
        }
        if (takes.contains("asOf") && RANDOM.nextInt(4) != 0) given.put("asOf", day.toString());
        if (takes.contains("knownAt")) given.put("knownAt", known);
        if (takes.contains("limit")) given.put("limit", RANDOM.nextBoolean() ? "1000" : "3");
        question.append('?');
        given.forEach((name, value) -> question.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return question.toString();
    }

    private static String variable(String path, String name, String register) {
        return switch (name) {
            case "register" -> register;
            case "item" -> "IT" + RANDOM.nextInt(3);
            case "delegation" -> "DG" + RANDOM.nextInt(3);
            case "milestone" -> "MS" + RANDOM.nextInt(3);
            case "baseline", "version" -> Integer.toString(1 + RANDOM.nextInt(3));
            case "appointment" -> "A" + RANDOM.nextInt(4);
            case "role" -> "SRO";
            case "rating" -> "OVERALL:SRO";
            case "scheme" -> "MPS_2011:1";
            case "recommendation" -> "R" + RANDOM.nextInt(3);
            case "condition" -> "C" + RANDOM.nextInt(3);
            case "decision" -> path.contains("business-cases") ? position() : "D" + RANDOM.nextInt(3);
            case "position" -> position();
            default ->
                new HostileFacts(RANDOM)
                        .entity(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), register);
        };
    }

    private static String position() {
        return Integer.toString(1 + RANDOM.nextInt(noted.size()));
    }

    private static @Nullable String filter(String name, String register) {
        HostileFacts names = new HostileFacts(RANDOM);
        return switch (name) {
            case "register" -> register;
            case "initiative", "portfolio", "board", "review", "risk", "post" -> names.entity(name, register);
            case "businessCase" -> names.entity("business-case", register);
            case "through" -> names.entity("initiative", register);
            case "replacedBy" -> names.entity("document", register);
            case "stream" -> any(noted).stream();
            case "actor" -> any(List.of("a.clerk", "nobody"));
            case "scheme" -> "MPS_2011";
            case "supplier" -> any(List.of("Builders", "Movers"));
            case "name" -> "name " + RANDOM.nextInt(4);
            case "alias" -> any(List.of("1", "2"));
            case "owner" -> any(List.of("TP", "SCD", "Commander"));
            case "depth" -> "2";
            default -> null;
        };
    }

    private static <T> T any(List<T> list) {
        return list.get(RANDOM.nextInt(list.size()));
    }
}

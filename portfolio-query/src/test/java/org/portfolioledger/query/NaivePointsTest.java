package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered at any point is what a naive reader of the facts makes of them; {@code -Dpoints.seed=N} replays. */
class NaivePointsTest {

    private static final boolean LONG = "long".equals(System.getProperty("suite.size"));
    private static final int FACTS = LONG ? 900 : 300;
    private static final int POINTS = LONG ? 10_000 : 100;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = FactSerializer.mapper();

    private final long seed = Long.getLong("points.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Served served = Served.start();
    private List<Noted> noted = List.of();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void at_any_point_every_read_says_what_a_naive_reader_of_the_facts_would() {
        noted = new HostileRecord(random, served.ledger(), served.history()).write(FACTS);
        int found = 0;
        for (int n = 0; n < POINTS; n++) found += compare(n) ? 1 : 0;
        assertThat(found)
                .as("seed %d: points at which there was something", seed)
                .isGreaterThan(POINTS / 10);
    }

    /** A point: as it is asked for, and which facts were known at it. */
    private record TimePoint(LocalDate asOf, String knownAt, Predicate<Noted> known) {}

    private boolean compare(int n) {
        String register = any(HostileRecord.REGISTERS);
        TimePoint point = point(register);
        NaiveFold naive = new NaiveFold(noted, point.known, point.asOf);
        String initiative = HostileRecord.initiative(register, random.nextInt(HostileRecord.INITIATIVES));
        String portfolio = HostileRecord.portfolioId(register, random.nextInt(HostileRecord.PORTFOLIOS));
        String path = "/api/v1/"
                + switch (n % 4) {
                    case 0 -> "initiatives/" + initiative;
                    case 1 -> "initiatives/" + initiative + "/appointments";
                    case 2 -> "initiatives/" + initiative + "/rag-assessments";
                    default -> "portfolios/" + portfolio + "/status";
                };
        Object expected = switch (n % 4) {
            case 0 -> naive.initiative(initiative);
            case 1 -> Optional.of(naive.appointments(initiative));
            case 2 -> Optional.of(naive.ratings(initiative));
            default -> naive.status(portfolio, initiatives(register));
        };
        String question = path + "?asOf=" + point.asOf + "&knownAt=" + point.knownAt;
        Optional<JsonNode> body = ask(question);
        Object answered = switch (n % 4) {
            case 0 -> body.map(NaivePointsTest::initiative);
            case 1 -> body.map(NaivePointsTest::appointments);
            case 2 -> body.map(NaivePointsTest::ratings);
            default -> body.map(NaivePointsTest::status);
        };
        assertThat(answered).as("seed %d: %s", seed, question).isEqualTo(expected);
        return body.filter(
                        answer -> !answer.has("items") || !answer.get("items").isEmpty())
                .isPresent();
    }

    private TimePoint point(String register) {
        LocalDate asOf = random.nextInt(20) == 0
                ? LocalDate.of(2035, 1, 1)
                : HostileRecord.FIRST_DAY.plusDays(random.nextInt(HostileRecord.DAYS + 4) - 2);
        Noted fact = any(
                noted.stream().filter(each -> each.register().equals(register)).toList());
        Predicate<Noted> ofRegister = each -> each.register().equals(register);
        return switch (random.nextInt(6)) {
            case 0 -> {
                long position = 1L + random.nextInt(noted.size());
                yield new TimePoint(asOf, "position:" + position, ofRegister.and(each -> each.position() <= position));
            }
            case 1 -> {
                LocalDate day = LocalDate.ofInstant(fact.knownAt(), LONDON).minusDays(1);
                Instant end = day.plusDays(1).atStartOfDay(LONDON).toInstant();
                yield new TimePoint(
                        asOf,
                        day.toString(),
                        ofRegister.and(each -> each.knownAt().isBefore(end)));
            }
            default -> {
                Instant instant = fact.knownAt().minus(random.nextInt(4) / 3, ChronoUnit.MICROS);
                yield new TimePoint(
                        asOf,
                        instant.toString(),
                        ofRegister.and(each -> !each.knownAt().isAfter(instant)));
            }
        };
    }

    /** The answer; empty where it says that there was none. */
    private Optional<JsonNode> ask(String question) {
        HttpResponse<byte[]> response = served.ask(question, "Sync-Token", Integer.toString(noted.size()));
        JsonNode body = JSON.readTree(response.body());
        String type = body.path("type").asString("");
        boolean none = type.equals("/problems/not-known-then") || type.equals("/problems/not-in-effect-then");
        if (!none)
            assertThat(response.statusCode())
                    .as("seed %d: %s answers %s", seed, question, body)
                    .isEqualTo(200);
        return none ? Optional.empty() : Optional.of(body);
    }

    private static List<String> initiatives(String register) {
        return IntStream.range(0, HostileRecord.INITIATIVES)
                .mapToObj(n -> HostileRecord.initiative(register, n))
                .toList();
    }

    private static String initiative(JsonNode body) {
        List<String> owners = new ArrayList<>();
        for (JsonNode owner : body.at("/owners/value")) owners.add(owner.asString());
        return "%s, %s, %s, in %s under %s, %s"
                .formatted(
                        body.at("/level/value").asString(),
                        body.at("/name/value").asString(),
                        owners,
                        text(body.at("/placement/value/portfolio")),
                        text(body.at("/placement/value/parent")),
                        body.has("closure") ? "closed" : "open");
    }

    private static List<String> appointments(JsonNode body) {
        return each(
                body.get("items"),
                item -> "%s: %s, %s"
                        .formatted(
                                item.get("role").asString(),
                                item.get("id").asString(),
                                item.get("kind").asString()));
    }

    private static List<String> ratings(JsonNode body) {
        return each(
                body.get("items"),
                item -> item.get("id").asString() + " " + item.get("rating").asString());
    }

    private static List<String> status(JsonNode body) {
        return each(
                body.get("items"),
                item -> "%s, %s, %s, %s"
                        .formatted(
                                item.get("id").asString(),
                                item.at("/name/value").asString(),
                                item.get("sro").isNull()
                                        ? "nobody"
                                        : item.at("/sro/value/appointment").asString(),
                                each(
                                        item.get("ratings"),
                                        rating -> "%s:%s %s"
                                                .formatted(
                                                        rating.at("/value/criterion")
                                                                .asString(),
                                                        rating.at("/value/assessor")
                                                                .asString(),
                                                        rating.at("/value/rating")
                                                                .asString()))));
    }

    /** In an order of our own: that of a JSON object's members means nothing. */
    private static List<String> each(JsonNode items, Function<JsonNode, String> said) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : items) all.add(said.apply(item));
        Collections.sort(all);
        return all;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

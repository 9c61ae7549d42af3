package org.portfolioledger.monthend;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doWhile;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A month's end in a portfolio office of 200 people. Ratings come in by chance at 10,000 an hour, however long an answer
 * takes. One sender in four looks at what she recorded, and one in fifty sends it again, as after a lost answer. Meanwhile
 * 170 people look at the status every 20 to 60 s, each with what her browser keeps of earlier answers. One look in four
 * turns the page, and one in three opens one of five initiatives of her own, with its ratings and history. Two boards of
 * ten read a past month, as it was known then, every 20 to 60 s. One person of the office lists and exports everything
 * every 30 to 90 s. The register of all this is made at the beginning, by one import.
 *
 * <p>No request may fail, and at the end the ratings on record are those that were acknowledged.
 */
public final class MonthEndSimulation extends Simulation {

    private static final String URL = System.getProperty("url", "http://127.0.0.1:8080");
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("minutes", 5));
    private static final int RATINGS_AN_HOUR = Integer.getInteger("ratings", 10_000);
    private static final int LOOKING = Integer.getInteger("looking", 170);
    private static final int ON_BOARDS = Integer.getInteger("boards", 20);

    private static final int MOST_ON_A_PAGE = 1_000;
    private static final String POSITIONS = "$.items[*].position";
    private static final String ON_RECORD = "Ratings on record";

    private final OwnRegister own = new OwnRegister();
    private final String portfolio = "/portfolios/" + own.portfolio();
    /** Positions of the ratings whose senders were told that they are on record. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    public MonthEndSimulation() {
        HttpProtocolBuilder browser = http.baseUrl(URL + "/api/v1")
                .acceptHeader("application/json")
                .acceptEncodingHeader("gzip")
                .contentTypeHeader("application/json");
        HttpProtocolBuilder tool = browser.disableCaching();
        setUp(migration()
                        .injectOpen(atOnceUsers(1))
                        .protocols(tool)
                        .andThen(
                                rating().injectOpen(constantUsersPerSec(RATINGS_AN_HOUR / 3600.0)
                                                .during(LENGTH)
                                                .randomized())
                                        .protocols(tool.shareConnections()),
                                looking().injectOpen(atOnceUsers(LOOKING)).protocols(browser),
                                onBoards().injectOpen(atOnceUsers(ON_BOARDS)).protocols(browser),
                                exporting().injectOpen(atOnceUsers(1)).protocols(tool))
                        .andThen(comparison().injectOpen(atOnceUsers(1)).protocols(tool)))
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(ON_RECORD).successfulRequests().count().gt(0L));
    }

    /** Without its register nobody could do anything. */
    private ScenarioBuilder migration() {
        return scenario("Migrator")
                .exec(http("Import of the past")
                        .post("/imports")
                        .basicAuth("migrator", "migrator")
                        .header("Content-Type", "application/x-ndjson")
                        .body(StringBody(_ -> own.file()))
                        .check(status().is(200), header("Sync-Token").saveAs("position")))
                .exec(read("Until it shows", "/registers/" + own.id())
                        .header("Sync-Token", "#{position}")
                        .header("Prefer", "wait=25"))
                .exec(stopLoadGeneratorIf("The register could not be made", Session::isFailed));
    }

    private ScenarioBuilder rating() {
        ChainBuilder looksAtIt = pause(Duration.ofSeconds(1), Duration.ofSeconds(3))
                .exec(http("Own rating")
                        .get("/initiatives/#{initiative}/rag-assessments/#{rating}?asOf=#{day}")
                        .basicAuth("#{user}", "#{user}")
                        .header("Sync-Token", "#{position}")
                        .check(status().is(200), jsonPath("$.fact").isEL("#{position}")));
        ChainBuilder sendsItAgain = pause(Duration.ofSeconds(1), Duration.ofSeconds(3))
                .exec(sent("Rating again").check(jsonPath("$.position").isEL("#{position}")));
        return scenario("Sender of ratings")
                .feed(own.ratings())
                .exec(sent("Rating").check(jsonPath("$.position").saveAs("position")))
                .exitHereIfFailed()
                .exec(session -> {
                    acknowledged.add(session.getString("position"));
                    return session;
                })
                .exec(randomSwitch().on(percent(25).then(looksAtIt), percent(2).then(sendsItAgain)));
    }

    private static HttpRequestActionBuilder sent(String name) {
        return http(name)
                .post("/initiatives/#{initiative}/rag-assessments")
                .basicAuth("#{user}", "#{user}")
                .header("Idempotency-Key", "#{key}")
                .body(StringBody("#{body}"))
                .check(status().is(201));
    }

    private ScenarioBuilder looking() {
        ChainBuilder turnsThePage = doIf(MonthEndSimulation::hasNext)
                .then(reads(), read("Status, next page", portfolio + "/status?limit=100#{cursor}"));
        ChainBuilder opensAnInitiative = reads().exec(session ->
                        session.set("initiative", session.<String>getList("own").get(new Random().nextInt(5))))
                .exec(read("Initiative", "/initiatives/#{initiative}"))
                .exec(read("Ratings of an initiative", "/initiatives/#{initiative}/rag-assessments"))
                .exec(reads())
                .exec(read("History of an initiative", "/initiatives/#{initiative}/history?limit=20"));
        return scenario("Looking")
                .exec(session -> session.set("own", own.some(new Random(), 5)).set("cursor", ""))
                .exec(during(LENGTH)
                        .on(
                                looksElsewhere(),
                                exec(read("Status", portfolio + "/status?limit=100")
                                        .check(cursor())),
                                randomSwitch()
                                        .on(
                                                percent(25).then(turnsThePage),
                                                percent(33).then(opensAnInitiative))));
    }

    private ScenarioBuilder onBoards() {
        String then = "asOf=#{asOf}&knownAt=#{knownAt}";
        return scenario("On a board")
                .exec(during(LENGTH)
                        .on(
                                looksElsewhere(),
                                feed(listFeeder(own.pastMonths()).random()),
                                exec(session -> session.set(
                                        "initiative", own.some(new Random(), 1).getFirst())),
                                exec(read("Past: status", portfolio + "/status?" + then)),
                                reads(),
                                exec(read("Past: red ratings", portfolio + "/rag-assessments?rating=RED&" + then)),
                                reads(),
                                exec(read("Past: one initiative", "/initiatives/#{initiative}?" + then)),
                                reads(),
                                exec(read(
                                        "Past: changes in a month",
                                        "/changes?register=" + own.id() + "&from=#{before}&to=#{asOf}@#{knownAt}"))));
    }

    private ScenarioBuilder exporting() {
        return scenario("Exporting")
                .exec(during(LENGTH)
                        .on(
                                pause(Duration.ofSeconds(30), Duration.ofSeconds(90)),
                                everyPage("List of initiatives", "/initiatives?sort=name&register=" + own.id()),
                                everyPage("Export of ratings", portfolio + "/rag-assessments?limit=" + MOST_ON_A_PAGE),
                                everyPage(
                                        "Export of facts",
                                        "/audit/facts?limit=" + MOST_ON_A_PAGE + "&register=" + own.id())));
    }

    /** Each page has as many as were acknowledged and are not on an earlier one, and none that was not acknowledged. */
    private ScenarioBuilder comparison() {
        String ratings = "/audit/facts?type=rag-assessed&register=%s&effectiveFrom=%s&limit=%s"
                .formatted(own.id(), own.firstDay(), MOST_ON_A_PAGE);
        return scenario("Comparing")
                .exec(everyPage(
                        ON_RECORD,
                        ratings,
                        jsonPath(POSITIONS)
                                .count()
                                .is(session -> Math.min(
                                        MOST_ON_A_PAGE, acknowledged.size() - session.getInt("page") * MOST_ON_A_PAGE)),
                        jsonPath(POSITIONS)
                                .findAll()
                                .transform(acknowledged::containsAll)
                                .is(true)));
    }

    private static HttpRequestActionBuilder read(String name, String path) {
        return http(name).get(path).basicAuth("reader", "reader").check(status().in(200, 304));
    }

    private static ChainBuilder everyPage(String name, String path, CheckBuilder... checks) {
        return exec(session -> session.set("cursor", ""))
                .exec(doWhile(session -> !session.isFailed() && hasNext(session), "page")
                        .on(exec(read(name, path + "#{cursor}").check(checks).check(cursor()))));
    }

    private static boolean hasNext(Session session) {
        return !session.getString("cursor").isEmpty();
    }

    /** As a further parameter of the request for the next page; empty where there is none. */
    private static CheckBuilder.Final cursor() {
        return regex("\"next\":\"([^\"]+)\"")
                .withDefault("")
                .transform(next -> next.isEmpty() ? "" : "&cursor=" + next)
                .saveAs("cursor");
    }

    private static ChainBuilder reads() {
        return pause(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    private static ChainBuilder looksElsewhere() {
        return pause(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }
}

package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever kills the loading process, however often and with or without its database, changes nothing of what is loaded. */
@EnabledIfSystemProperty(named = "suite.size", matches = "long")
class KillJourneyTest {

    private static final int KILLS = 10;
    private static final int REPORTS_AT_EACH_START = 4;
    private static final int NEW_AT_EACH_START = 50 * REPORTS_AT_EACH_START;
    private static final int COMMANDS = NEW_AT_EACH_START * (KILLS + 1);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> story = new ArrayList<>();
    private final Random random = new Random();

    /** What a moment or a chance put into a record is another at every load; known_at is one where it was not stated. */
    private static final String FACTS = """
            select concat_ws('|', position, register, stream, sequence, type, revision, convert_from(payload, 'UTF8'),
                convert_from(metadata, 'UTF8'), effective_on, nullif(known_at, recorded_at), actor, command,
                convert_from(basis, 'UTF8'))
            from ledger.event order by position""";

    private static final String ROWS = "select r::text from query.row r order by kind, id, known, valid";

    private static final String KEYS = "select c::text from ledger.command c order by first_position";

    @Test
    void a_load_that_is_killed_again_and_again_comes_to_the_same_facts_and_rows() throws Exception {
        try (WithheldFile history = new WithheldFile(history())) {
            String setting = "--portfolio-ledger.history=" + history.address();
            history.handOutUntil(COMMANDS);
            Loaded undisturbed = load(folder.resolve("undisturbed"), setting);
            assertThat(undisturbed.facts()).hasSize(COMMANDS);

            Path killed = folder.resolve("killed");
            for (int kill = 1; kill <= KILLS; kill++) {
                history.handOutUntil(kill * NEW_AT_EACH_START);
                kill(killed, setting, kill);
            }
            history.handOutUntil(COMMANDS);
            Loaded disturbed = load(killed, setting);
            assertThat(disturbed.facts()).as(story.toString()).isEqualTo(undisturbed.facts());
            assertThat(disturbed.rows()).as(story.toString()).isEqualTo(undisturbed.rows());
            assertThat(disturbed.keys()).as(story.toString()).isEqualTo(undisturbed.keys());
            assertThat(disturbed.positions()).isEqualTo("1..%s of %s".formatted(COMMANDS, COMMANDS));
        }
        System.out.println("Kills of the load: " + story);
    }

    private record Loaded(List<String> facts, List<String> rows, List<String> keys, String positions) {}

    /** Starts undisturbed, asks over HTTP, and looks into the database. */
    private Loaded load(Path data, String setting) throws Exception {
        try (RunAsUsers run = RunAsUsers.on(data, setting)) {
            Caller caller = run.caller();
            Caller.Reply asked = caller.getAfter(COMMANDS, "/initiatives/OLD-1?asOf=2018-01-01");
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            assertThat(asked.json().at("/name/value").asString("")).isNotBlank();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(run.databasePort()));
            source.setUser("postgres");
            JdbcClient jdbc = JdbcClient.create(source);
            return new Loaded(
                    texts(jdbc, FACTS),
                    texts(jdbc, ROWS),
                    texts(jdbc, KEYS),
                    texts(jdbc, "select min(position) || '..' || max(position) || ' of ' || count(*) from ledger.event")
                            .getFirst());
        }
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /**
     * Kills every fourth start at any moment, the others while they load. Each start has lines that none before it had, and
     * none has the end of the file: so however fast or slow the machine is, the load is under way when it is killed.
     */
    private void kill(Path data, String setting, int kill) throws Exception {
        boolean databaseToo = kill % 2 == 0;
        boolean anyMoment = kill % 4 == 0;
        RunAsUsers run = RunAsUsers.on(data, setting);
        if (anyMoment) Thread.sleep(random.nextInt(6_000));
        else {
            assertThat(run.says(1 + random.nextInt(REPORTS_AT_EACH_START - 1), KillJourneyTest::loads))
                    .as("a load that is under way, but it says %s", run.said())
                    .isTrue();
            Thread.sleep(random.nextInt(20));
        }
        boolean databaseFirst = random.nextBoolean();
        if (databaseToo && databaseFirst) run.killDatabase();
        run.kill();
        if (databaseToo && !databaseFirst) run.killDatabase();
        assertThat(run.said()).as("the end of a load").noneMatch(line -> line.startsWith("Loaded"));
        story.add("killed%s after %s reports"
                .formatted(
                        databaseToo ? " with its database" : "",
                        run.said().stream().filter(KillJourneyTest::loads).count()));
    }

    private static boolean loads(String line) {
        return line.startsWith("Loading");
    }

    /** Each command writes one fact, so that the number of a line is the position of its fact. */
    private static List<String> history() {
        Random choice = new Random(2011);
        List<String> lines = new ArrayList<>();
        List<Long> renames = new ArrayList<>();
        for (String register : List.of("OLD", "NEW")) {
            line(lines, "/registers", "\"id\": \"%s\", \"name\": \"Register\"".formatted(register));
            line(
                    lines,
                    "/portfolios",
                    "\"id\": \"PF-%1$s\", \"register\": \"%1$s\", \"name\": \"Portfolio\"".formatted(register));
            renames.clear();
            int until = register.equals("OLD") ? COMMANDS * 2 / 3 : COMMANDS;
            for (int initiative = 1; initiative <= 40; initiative++)
                line(lines, "/initiatives", """
                        "id": "%1$s-%2$s", "register": "%1$s", "level": "PROGRAMME", "name": "Name %2$s", \
                        "placement": {"portfolio": "PF-%1$s"}""".formatted(register, initiative));
            while (lines.size() < until) {
                if (!renames.isEmpty() && choice.nextInt(5) == 0) {
                    long fact = renames.remove(choice.nextInt(renames.size()));
                    String replacement = choice.nextBoolean()
                            ? ""
                            : ", \"replacement\": {\"name\": \"Mended %s\", \"effectiveOn\": \"%s\"}"
                                    .formatted(fact, day(choice));
                    undated(
                            lines,
                            "/corrections",
                            "\"fact\": %s, \"reason\": \"Wrong\"%s".formatted(fact, replacement));
                } else {
                    renames.add(lines.size() + 1L);
                    undated(
                            lines,
                            "/initiatives/%s-%s/renames".formatted(register, 1 + choice.nextInt(40)),
                            "\"name\": \"Name of line %s\", \"effectiveOn\": \"%s\""
                                    .formatted(lines.size(), day(choice)));
                }
            }
        }
        return lines;
    }

    private static LocalDate day(Random choice) {
        return LocalDate.of(2011, 1, 1).plusDays(choice.nextInt(2_000));
    }

    private static void line(List<String> lines, String post, String members) {
        undated(lines, post, members + ", \"effectiveOn\": \"2011-01-01\"");
    }

    private static void undated(List<String> lines, String post, String members) {
        Instant known = Instant.parse("2017-01-01T00:00:00Z").plusSeconds(60L * lines.size());
        lines.add("{\"key\": \"line-%s\", \"post\": \"/api/v1%s\", \"body\": {%s, \"knownAt\": \"%s\"}}"
                .formatted(lines.size() + 1, post, members, known));
    }

    @AfterEach
    void nothing_is_left_running() throws IOException {
        String home = folder.toRealPath().toString();
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        assertThat(left).as(story.toString()).isEmpty();
    }
}

package org.portfolioledger.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.journey.Halves.Half;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.standalone.PortfolioLedgerApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What was backed up while commands ran answers elsewhere as it did here, and goes on. */
@ExtendWith(OutputCaptureExtension.class)
class BackupJourneyTest {

    private static final int WRITERS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(50);

    @TempDir
    private Path folder = Path.of("");

    /** A command, and what it was answered. */
    private record Sent(int writer, int number, Reply reply) {

        static Sent to(Caller node, int writer, int number) {
            return new Sent(
                    writer,
                    number,
                    node.post(
                            "office",
                            "/initiatives",
                            Bodies.initiative("PG-%s-%s".formatted(writer, number), "Homes", "PF"),
                            "Idempotency-Key",
                            "backup-%s-%s".formatted(writer, number)));
        }

        Sent again(Caller node) {
            return to(node, writer, number);
        }

        String told() {
            return Stream.of("Location", "ETag", "Sync-Token", "Content-Type")
                            .map(reply::header)
                            .toList() + " " + reply.status() + " " + reply.text();
        }
    }

    @Test
    void a_second_application_on_what_was_restored_answers_as_the_first_and_goes_on() throws Exception {
        Path file = folder.resolve("backup.zip");
        LedgerDatabase elsewhere = LedgerDatabase.bare();
        try (Halves halves = Halves.fresh()) {
            Caller command = halves.command();
            TravelledRegister register = TravelledRegister.whole(command);
            command.post("office", "/registers", Bodies.register("ACME"));
            command.post("office", "/portfolios", Bodies.portfolio("PF", "ACME"));
            long before = new Ledger(halves.database().owner()).head().position();
            List<Sent> sent = backedUpWhileCommandsRun(halves, command, file);

            PortfolioCommandApplication.main(words(elsewhere, "postgres", "--restore", file));
            long position = new Ledger(elsewhere.owner()).head().position();
            assertThat(position).isGreaterThan(before);
            assertThat(sent).extracting(each -> each.reply().position()).anyMatch(each -> each > position);

            try (Halves others = Halves.on(elsewhere)) {
                Caller first = halves.query();
                Caller second = others.query();
                assertThat(first.getAfter(position, "/registers").status()).isEqualTo(200);
                assertThat(second.getAfter(position, "/registers").status()).isEqualTo(200);
                assertSameAnswers(questions(register, position), first, second);
                Reply verified = second.verifiedAfter(position);
                assertThat(verified.json().path("differing").asInt(-1))
                        .as(verified.text())
                        .isZero();
                assertThat(verified.json().path("done").asLong()).isEqualTo(position);

                Caller goesOn = others.command();
                sent.forEach(each -> assertSameOutcome(each, each.again(goesOn), position));
                assertThat(new Ledger(elsewhere.owner()).head().position())
                        .isEqualTo(new Ledger(halves.database().owner()).head().position());
            }
        }
    }

    private List<Sent> backedUpWhileCommandsRun(Halves halves, Caller command, Path file) {
        Ledger ledger = new Ledger(halves.database().owner());
        AtomicBoolean going = new AtomicBoolean(true);
        ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> writers.submit(() -> {
                        for (int number = 0; going.get(); number++) {
                            sent.add(Sent.to(command, writer, number));
                            // Each is sent again later, so that there need not be thousands.
                            Thread.sleep(BETWEEN);
                        }
                        return null;
                    }))
                    .toList();
            try {
                await().until(() -> sent.size() > WRITERS);
                PortfolioCommandApplication.main(words(halves.database(), "portfolio_command", "--backup", file));
                long taken = ledger.head().position();
                await().until(() -> sent.stream().anyMatch(each -> each.reply().position() > taken));
            } finally {
                going.set(false);
            }
            assertThat(all).allSatisfy(Future::get);
        }
        assertThat(sent).extracting(each -> each.reply().status()).containsOnly(201);
        return List.copyOf(sent);
    }

    private static String[] words(LedgerDatabase database, String user, String word, Path file) {
        return Stream.concat(
                        Half.COMMAND.arguments(database, List.of("spring.datasource.username=" + user)).stream(),
                        Stream.of(word, file.toString()))
                .toArray(String[]::new);
    }

    /** Every read, of the moment of the backup where no other is asked for; and at each of its points, or at some. */
    private static List<String> questions(TravelledRegister register, long position) {
        String point = "knownAt=position:" + position;
        Turns some = new Turns();
        return EveryRead.OF_THE_RECORD.stream()
                .flatMap(line -> Stream.concat(
                        some.of(line.points()).stream().map(line::asked),
                        line.takesAsOf()
                                ? Stream.of(line.asked("asOf=2026-01-01&" + point))
                                : line.takesKnownAt() ? Stream.of(line.asked(point)) : Stream.empty()))
                .map(register::path)
                .distinct()
                .toList();
    }

    private static void assertSameAnswers(List<String> questions, Caller first, Caller second) {
        assertThat(questions).hasSizeGreaterThan(100);
        for (String question : questions) {
            Reply here = first.get("reader", question);
            Reply there = second.get("reader", question);
            assertThat(there.status() + " " + there.text()).as(question).isEqualTo(here.status() + " " + here.text());
        }
    }

    private static void assertSameOutcome(Sent before, Sent again, long position) {
        boolean isInIt = before.reply().position() <= position;
        assertThat(again.reply().header("Idempotency-Replayed")).isEqualTo(isInIt ? "true" : "");
        if (isInIt) assertThat(again.told()).isEqualTo(before.told());
        else assertThat(again.reply().position()).isGreaterThan(position);
    }

    /** {@code BackupTest} and {@code EmbeddedDatabaseTest} look at its parts in every build. */
    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void a_data_folder_is_backed_up_while_it_is_served_and_restored_into_another(CapturedOutput output)
            throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        Path file = folder.resolve("backup.zip");
        String question = "/portfolios/PF-CHANGE-2011/status?asOf=2011-06-13&knownAt=position:125";
        String answer;
        assertRefused(output, "%s holds no history: ".formatted(here), "--data=" + here, "--backup", file.toString());
        try (RunAsUsers run = RunAsUsers.on(here)) {
            answer = run.caller().getAfter(125, question).text();
            assertThat(run.says(1, line -> line.startsWith("Loaded"))).isTrue();
            PortfolioLedgerApplication.main("--data=" + here, "--backup", file.toString());
            assertThat(run.caller().get("reader", question).text()).isEqualTo(answer);
        }
        assertThat(answer).contains("\"items\"");
        assertRefused(
                output,
                "%s holds a history already: name another folder with --data=DIR, or give it up with --fresh."
                        .formatted(here),
                "--data=" + here,
                "--restore",
                file.toString());
        Path damaged = Files.write(folder.resolve("damaged.zip"), new byte[100]);
        assertRefused(
                output,
                "%s is not a backup, or was cut short or damaged.".formatted(damaged),
                "--data=" + here,
                "--fresh",
                "--restore",
                damaged.toString());

        PortfolioLedgerApplication.main("--data=" + there, "--restore", file.toString());
        PortfolioLedgerApplication.main("--data=" + here, "--fresh", "--restore", file.toString());
        assertThat(here.toFile().list()).noneMatch(left -> left.startsWith("unfinished"));
        try (RunAsUsers run = RunAsUsers.on(there)) {
            assertThat(run.caller().getAfter(125, question).text()).isEqualTo(answer);
            assertThat(run.said()).noneMatch(line -> line.startsWith("Load"));
        }
        PortfolioLedgerApplication.main(
                "--data=" + here, "--backup", folder.resolve("again.zip").toString());
        long loaded;
        try (var lines = requireNonNull(MetRegister.class.getResourceAsStream("/met-history/history.ndjson"))) {
            loaded = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
        }
        assertThat(output.getOut().lines())
                .filteredOn(line -> line.matches("(Backed up|Restored) %s facts, .*".formatted(loaded)))
                .hasSize(4);
        assertRefused(output, "--backup needs a file behind it: --backup FILE.", "--data=" + here, "--backup");
    }

    private static void assertRefused(CapturedOutput output, String sentence, String... words) throws IOException {
        int said = output.getErr().length();
        assertThatThrownBy(() -> PortfolioLedgerApplication.main(words));
        assertThat(output.getErr().substring(said).strip()).startsWith(sentence).hasLineCount(1);
    }
}

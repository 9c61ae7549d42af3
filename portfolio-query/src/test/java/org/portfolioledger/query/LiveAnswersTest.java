package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered while others wrote is answered again for its point when all is written. */
class LiveAnswersTest {

    private static final int ANSWERS = "long".equals(System.getProperty("suite.size")) ? 10_000 : 100;
    private static final int WRITERS = 3;
    private static final JsonMapper JSON = FactSerializer.mapper();

    private final Served served = Served.start();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore writes = new Semaphore(0);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        threads.close();
        served.close();
    }

    private record Answer(String path, String body) {
        /** The same question about the point that the answer names. */
        String again() {
            JsonNode point = JSON.readTree(body);
            return path.replaceAll("\\?.*", "") + "?asOf=" + point.get("asOf").asString() + "&knownAt="
                    + point.get("knownAt").asString();
        }
    }

    @Test
    void what_is_answered_while_others_write_is_answered_again_at_the_end() throws Exception {
        List<History> writers = new ArrayList<>();
        for (int n = 0; n < WRITERS; n++) writers.add(begun(n));
        List<Future<?>> writing = new ArrayList<>();
        for (int n = 0; n < WRITERS; n++) {
            int writer = n;
            writing.add(threads.submit(() -> write(writers.get(writer), writer)));
        }
        Future<List<Answer>> others = threads.submit(asking(1));
        List<Answer> responses = new ArrayList<>(asking(2).call());
        responses.addAll(others.get());
        writes.release(1_000_000);
        writes.drainPermits();
        long positions = served.ledger().head().position();

        assertThat(positions).as("facts came in between").isGreaterThan(ANSWERS / 4);
        assertThat(responses).hasSizeGreaterThanOrEqualTo(ANSWERS);
        for (Answer answer : responses) {
            assertThat(text(served.ask(answer.again(), "Sync-Token", Long.toString(positions))))
                    .as(answer.again())
                    .isEqualTo(answer.body);
        }
        assertThat(writing).noneMatch(each -> each.state() == Future.State.FAILED);
    }

    private History begun(int writer) {
        History history = served.history().in(register(writer));
        history.append(portfolio("PF-" + writer, "2011-01-01"));
        for (int n = 0; n < 4; n++)
            history.append(initiative(id(writer, n), "Name", "PF-" + writer, "2011-01-0" + (n + 1)));
        return history;
    }

    /** A fact for each permit, of any day, some corrected at once. */
    private Void write(History history, int writer) throws InterruptedException {
        Random random = new Random(writer);
        while (true) {
            writes.acquire();
            String id = id(writer, random.nextInt(4));
            String day = "2011-01-" + (10 + random.nextInt(19));
            long position = history.append(
                    switch (random.nextInt(3)) {
                        case 0 -> renamed(id, "Name " + random.nextInt(), day);
                        case 1 -> rated(id, "MPS_2011", RagRating.AMBER, day);
                        default -> sro(id, "A" + random.nextInt(3), AppointmentKind.SUBSTANTIVE, day);
                    });
            if (random.nextInt(4) == 0) history.correct(position, "mended", null);
        }
    }

    /** Half of the responses; for every second question a fact more is let in while it is asked. */
    private Callable<List<Answer>> asking(int seed) {
        return () -> {
            Random random = new Random(seed);
            List<Answer> responses = new ArrayList<>();
            while (responses.size() < ANSWERS / 2) {
                if (random.nextBoolean()) writes.release();
                String path = question(random);
                HttpResponse<byte[]> response = served.ask(path);
                // On a slow machine rows may come too late for a read, which then says so.
                if (response.statusCode() == 503) continue;
                assertThat(response.statusCode())
                        .as("%s: %s", path, text(response))
                        .isEqualTo(200);
                responses.add(new Answer(path, text(response)));
            }
            return responses;
        };
    }

    private String question(Random random) {
        int writer = random.nextInt(WRITERS);
        String id = id(writer, random.nextInt(4));
        String path = switch (random.nextInt(5)) {
            case 0 -> "/api/v1/initiatives/" + id;
            case 1 -> "/api/v1/initiatives/" + id + "/appointments";
            case 2 -> "/api/v1/initiatives/" + id + "/rag-assessments";
            case 3 -> "/api/v1/initiatives";
            default -> "/api/v1/portfolios/PF-" + writer + "/status";
        };
        String asOf = "?asOf=2011-01-" + (10 + random.nextInt(19));
        return switch (random.nextInt(3)) {
            case 0 -> path;
            case 1 -> path + asOf;
            // This very moment, under which a fact may just be being committed.
            default -> path + asOf + "&knownAt=" + served.ledger().now();
        };
    }

    private static String register(int writer) {
        return writer == 0 ? "MPS" : "GMPP";
    }

    private static String id(int writer, int n) {
        return "PG-" + writer + "-" + n;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}

package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.command.rag.RagCommand.AssessRag;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/**
 * Ratings recorded in a second: the whole way of a command in process (bus, stream and evidence, rules, JSON, hash, durable
 * answer) and the same over HTTP, signed in, against plain one-row INSERT and COMMIT; and in process against Axon's JDBC engine.
 */
public final class CommandBenchmark {

    static final List<RagRating> RATINGS = List.of(RagRating.GREEN, RagRating.AMBER, RagRating.RED);

    private CommandBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            PlainTable plain = PlainTable.create(pool);
            CommandProcessor processor = processor(office, pool);
            AtomicInteger next = new AtomicInteger();
            office.openInitiatives(2_000);
            Rounds.Here inProcess = () -> {
                String initiative = Office.initiative(next.getAndIncrement() % 2_000);
                return number -> assess(processor, initiative, number);
            };
            Rounds.Here overHttp = () -> {
                String initiative = Office.initiative(next.getAndIncrement() % 2_000);
                return number -> office.post(
                        "/initiatives/" + initiative + "/rag-assessments",
                        rating(number, day(number)),
                        UUID.randomUUID());
            };
            AxonRatings axon = AxonRatings.over(AxonStore.create(pool));
            Rounds.warmUp(inProcess, overHttp, plain, axon);
            Rounds.head("command in process", "plain INSERT+COMMIT");
            for (int writers : new int[] {1, 16, 64}) Rounds.compare(writers, inProcess, plain);
            Rounds.head("command in process", "Axon's JDBC engine");
            for (int writers : new int[] {16, 64}) Rounds.compare(writers, inProcess, axon);
            Rounds.head("command over HTTP", "plain INSERT+COMMIT");
            for (int writers : new int[] {1, 16, 64}) Rounds.compare(writers, overHttp, plain);
        }
    }

    static CommandProcessor processor(Office office, HikariDataSource pool) {
        Ledger ledger = new Ledger(pool);
        List<? extends Family<?, ?, ?>> families = office.families();
        return new CommandProcessor(
                ledger, new GroupAppender(ledger), new FactReader(), _ -> PersonStatus.KNOWN, families, 100_000);
    }

    static void assess(CommandProcessor processor, String initiative, long number) {
        AssessRag command = new AssessRag(
                initiative,
                Office.SCHEME,
                null,
                "RISKS_AND_MITIGATION",
                RATINGS.get((int) (number % RATINGS.size())),
                Assessor.PORTFOLIO_OFFICE,
                Payload.RATIONALE,
                null,
                Provenance.on(day(number)));
        Sender sender =
                new Sender("p-office", Set.of(Grant.of(ActorRole.PORTFOLIO_OFFICE)), LocalDate.of(2026, 1, 1), false);
        processor.process(
                "rag-" + initiative,
                command,
                sender,
                new CommandKey("p-office", UUID.randomUUID().toString()),
                "f",
                Office.REGISTER,
                null,
                null);
    }

    static String rating(long number, LocalDate on) {
        return """
                {"scheme": "%s", "criterion": "RISKS_AND_MITIGATION", "rating": "%s", "assessor": "PORTFOLIO_OFFICE", \
                "rationale": "%s", "effectiveOn": "%s"}""".formatted(Office.SCHEME, RATINGS.get((int) (number % RATINGS.size())), Payload.RATIONALE, on);
    }

    /** A day for each rating of one initiative, so that each says something new. */
    static LocalDate day(long number) {
        return LocalDate.of(2011, 6, 13).plusDays(number);
    }
}

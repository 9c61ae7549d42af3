package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.axon.EventCodec.Encoded;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/** Commands on a stream of 10,000 facts against commands on streams of 10. */
public final class LengthBenchmark {

    private static final int LONG = 10_000;
    private static final int SHORT = 10;
    private static final int MANY = 2_000;
    private static final int BATCH = 128;

    private LengthBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            CommandProcessor processor = CommandBenchmark.processor(office, pool);
            office.openInitiatives(MANY + 1);
            Ledger ledger = new Ledger(pool);
            for (int number = 0; number < MANY; number++) rate(ledger, Office.initiative(number), SHORT);
            String longest = Office.initiative(MANY);
            rate(ledger, longest, LONG);
            AtomicLong day = new AtomicLong(LONG);
            AtomicLong next = new AtomicLong();
            Rounds.Contender onLong = () -> _ -> CommandBenchmark.assess(processor, longest, day.getAndIncrement());
            // Each stream in turn, so that none of them grows long.
            Rounds.Contender onShort = () -> _ -> {
                long number = next.getAndIncrement();
                CommandBenchmark.assess(processor, Office.initiative((int) (number % MANY)), SHORT + number / MANY);
            };
            Rounds.warmUp(onLong, onShort);
            Rounds.head("stream of 10,000 facts", "streams of 10 facts");
            Rounds.compare(1, onLong, onShort);
        }
    }

    static void rate(Ledger ledger, String initiative, int many) {
        FactReader reader = new FactReader();
        List<AppendRequest> batch = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            batch.add(request(reader, initiative, number));
            if (batch.size() == BATCH || number == many - 1) {
                if (!ledger.append(batch).stream().allMatch(Outcome.Appended.class::isInstance))
                    throw new IllegalStateException("a rating was not appended");
                batch.clear();
            }
        }
    }

    private static AppendRequest request(FactReader reader, String initiative, int number) {
        LocalDate on = CommandBenchmark.day(number);
        Encoded rated = reader.encode(new RagAssessed(
                initiative,
                Office.SCHEME,
                1,
                "RISKS_AND_MITIGATION",
                number % 2 == 0 ? RagRating.GREEN : RagRating.RED,
                Assessor.PORTFOLIO_OFFICE,
                Payload.RATIONALE,
                null,
                Provenance.on(on)));
        NewEvent event = new NewEvent(
                UUID.randomUUID(),
                "rag-" + initiative,
                number,
                rated.type(),
                rated.revision(),
                rated.payload(),
                Payload.METADATA,
                on);
        return new AppendRequest(
                new CommandKey("p-office", UUID.randomUUID().toString()),
                "f",
                Office.REGISTER,
                null,
                List.of(event),
                List.of());
    }
}

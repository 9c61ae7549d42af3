package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
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
            Rounds.Here onLong = () -> _ -> CommandBenchmark.assess(processor, longest, day.getAndIncrement());
            // Each stream in turn, so that none of them grows long.
            Rounds.Here onShort = () -> _ -> {
                long number = next.getAndIncrement();
                CommandBenchmark.assess(processor, Office.initiative((int) (number % MANY)), SHORT + number / MANY);
            };
            Rounds.warmUp(onLong, onShort);
            Rounds.head("stream of 10,000 facts", "streams of 10 facts");
            Rounds.compare(1, onLong, onShort);
        }
    }

    static void rate(Ledger ledger, String initiative, int many) {
        append(
                ledger,
                "rag-" + initiative,
                0,
                many,
                number -> new RagAssessed(
                        initiative,
                        Office.SCHEME,
                        1,
                        "RISKS_AND_MITIGATION",
                        number % 2 == 0 ? RagRating.GREEN : RagRating.RED,
                        Assessor.PORTFOLIO_OFFICE,
                        Payload.RATIONALE,
                        null,
                        Provenance.on(CommandBenchmark.day(number))));
    }

    static void rename(Ledger ledger, String initiative, int many) {
        append(
                ledger,
                "initiative-" + initiative,
                1,
                many,
                number -> new InitiativeRenamed(
                        initiative, "Homes " + number, null, Provenance.on(CommandBenchmark.day(number))));
    }

    private static void append(Ledger ledger, String stream, long first, int many, IntFunction<GovernanceFact> fact) {
        FactReader reader = new FactReader();
        List<AppendRequest> batch = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            batch.add(request(reader, stream, first + number, fact.apply(number)));
            if (batch.size() == BATCH || number == many - 1) {
                if (!ledger.append(batch).stream().allMatch(Outcome.Appended.class::isInstance))
                    throw new IllegalStateException("a fact was not appended");
                batch.clear();
            }
        }
    }

    private static AppendRequest request(FactReader reader, String stream, long sequence, GovernanceFact fact) {
        LocalDate on = fact.provenance().effectiveOn();
        Encoded encoded = reader.encode(fact);
        NewEvent event = new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                encoded.type(),
                encoded.revision(),
                encoded.payload(),
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

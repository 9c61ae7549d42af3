package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicLong;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.ledger.Ledger;

/** Commands on a stream of 10,000 facts against commands on streams of 10. */
public final class LengthBenchmark {

    private static final int LONG = 10_000;
    private static final int SHORT = 10;
    private static final int MANY = 2_000;

    private LengthBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            CommandProcessor processor = CommandBenchmark.processor(office, pool);
            office.openInitiatives(MANY + 1);
            Ledger ledger = new Ledger(pool);
            for (int number = 0; number < MANY; number++) Past.rate(ledger, Office.initiative(number), SHORT);
            String longest = Office.initiative(MANY);
            Past.rate(ledger, longest, LONG);
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
}

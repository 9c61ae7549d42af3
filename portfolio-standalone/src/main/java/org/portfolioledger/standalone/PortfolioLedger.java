package org.portfolioledger.standalone;

import java.io.IOException;

/** Starts and stops the embedded database and says how long that took: a stand-in until both halves are started here. */
public final class PortfolioLedger {
    private PortfolioLedger() {}

    public static void main(final String... arguments) throws IOException {
        final LaunchOptions options = LaunchOptions.of(arguments);
        final long begun = System.nanoTime();
        try (EmbeddedDatabase database = options.fresh()
                ? EmbeddedDatabase.startAnew(options.dataFolder(), 0)
                : EmbeddedDatabase.start(options.dataFolder(), 0)) {
            System.out.printf("%s answers after %d ms%n", database.jdbcUrl(), (System.nanoTime() - begun) / 1_000_000);
        }
    }
}

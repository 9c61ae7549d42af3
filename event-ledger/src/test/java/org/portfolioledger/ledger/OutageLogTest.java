package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLogTest.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OutageLog outage = new OutageLog(logger);

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void an_outage_has_two_lines_however_long_it_lasts() {
        outage.succeeded("The database answers");
        for (int attempt = 0; attempt < 1_000; attempt++) outage.failed("The database does not answer", "it is gone");
        for (int turn = 0; turn < 1_000; turn++) outage.succeeded("The database answers again");
        outage.failed("The database does not answer", "it is gone again");

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The database does not answer (tried again until it succeeds): it is gone",
                        "The database answers again",
                        "The database does not answer (tried again until it succeeds): it is gone again");
    }
}

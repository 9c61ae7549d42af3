package org.portfolioledger.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SilenceTest {

    @Test
    void threads_of_a_simulation_log_nothing_and_others_do() {
        Logger logger = (Logger) LoggerFactory.getLogger(SilenceTest.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        try {
            Simulation simulation = new Simulation(1, null);
            simulation.start(new Machine("one"), "speaker", () -> logger.warn("simulated"));
            simulation.run(() -> {});
            logger.warn("real");
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).extracting(ILoggingEvent::getMessage).containsExactly("real");
    }
}

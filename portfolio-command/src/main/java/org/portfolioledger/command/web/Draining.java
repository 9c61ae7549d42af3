package org.portfolioledger.command.web;

import java.time.Duration;
import org.portfolioledger.ledger.GroupAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets commands that wait for the ledger come to their outcome when the application stops.
 *
 * <p>It is the first to be stopped, while the server still answers: who comes later is sent elsewhere at once, instead of
 * being cut off when the server's own patience ends. Connections are closed long after, with the beans.
 */
final class Draining implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final GroupAppender appender;
    private volatile boolean running;

    Draining(GroupAppender appender) {
        this.appender = appender;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!appender.drain(LONGEST)) LOG.warn("the ledger did not take all that waited within {}", LONGEST);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

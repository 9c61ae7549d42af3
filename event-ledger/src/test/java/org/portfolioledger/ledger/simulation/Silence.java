package org.portfolioledger.ledger.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Denies every line that a thread of a simulation logs. */
final class Silence extends TurboFilter {

    private static final Silence SILENCE = new Silence();
    private static final ThreadLocal<Boolean> KEPT = ThreadLocal.withInitial(() -> false);

    private Silence() {}

    /** Whoever sets logging up anew takes it away, so that each simulation begins with it. */
    static void begin() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (!context.getTurboFilterList().contains(SILENCE)) context.addTurboFilter(SILENCE);
    }

    /** Runs what logs nothing. */
    static void keep(Runnable body) {
        KEPT.set(true);
        body.run();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable fault) {
        return KEPT.get() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}

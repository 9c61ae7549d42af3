package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.Sro;

/** Finds who is accountable for an initiative. */
public final class SroHolding {

    private SroHolding() {}

    /** The SRO that day; empty if nobody was ever appointed by then. */
    public static Optional<Sro> of(String initiative, LocalDate day, Evidence evidence) {
        return evidence.history(Kinds.APPOINTMENTS, initiative)
                .timeline()
                .on(day)
                .flatMap(appointments -> Sro.of(appointments, post -> post(post, day, evidence)));
    }

    private static @Nullable PostState post(String post, LocalDate day, Evidence evidence) {
        return evidence.history(Kinds.POST, post).timeline().on(day).orElse(null);
    }
}

package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.Optional;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.PostState.PostHolder;

/** Finds who holds a post on record. */
public final class PostHolding {

    private PostHolding() {}

    /** Id of the person who holds it that day, on which is rested, as on its being vacant; empty: nobody does. */
    public static Optional<String> of(String post, LocalDate day, Evidence evidence, Findings findings) {
        PostState held = evidence.history(Kinds.POST, post).timeline().on(day).orElse(null);
        if (held == null) return Optional.empty();
        Grounded<PostHolder> holder = held.holder();
        if (holder != null) return Optional.of(findings.rest(holder).person());
        if (held.closure() != null) findings.rest(held.closure());
        else if (held.vacancy() != null) findings.rest(held.vacancy());
        else findings.rest(held.title());
        return Optional.empty();
    }
}

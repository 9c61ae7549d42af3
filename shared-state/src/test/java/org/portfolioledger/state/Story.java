package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Provenance;

/** A stream as a test tells it, fact by fact: the first stands at position 1, the second at 2. */
record Story<F extends GovernanceFact, S>(Kind<F, S> kind, RecordedStream stream) {

    static <F extends GovernanceFact, S> Story<F, S> of(Kind<F, S> kind) {
        return new Story<>(kind, RecordedStream.EMPTY);
    }

    static Provenance on(String day) {
        return Provenance.on(LocalDate.parse(day));
    }

    Story<F, S> then(F fact) {
        return then(fact, List.of(), List.of());
    }

    Story<F, S> then(F fact, List<String> unmetRules, List<Long> restsOn) {
        return recorded(fact, unmetRules, restsOn);
    }

    Story<F, S> replaced(long fact, F replacement) {
        return replaced(fact, replacement, List.of(), List.of());
    }

    Story<F, S> replaced(long fact, F replacement, List<String> unmetRules, List<Long> restsOn) {
        return recorded(new Corrected(fact, "misread", 1, replacement, replacement.provenance()), unmetRules, restsOn);
    }

    Story<F, S> retracted(long fact) {
        return recorded(new Corrected(fact, "entered in error", null, null, on("2011-06-13")), List.of(), List.of());
    }

    /** The state on a day, all that was told counted in. */
    S state(String day) {
        return kind.history(stream).timeline().on(LocalDate.parse(day)).orElseThrow();
    }

    boolean isNothing(String day) {
        return kind.history(stream).timeline().on(LocalDate.parse(day)).isEmpty();
    }

    /** The state on a day as known after the first {@code position} facts. */
    S state(String day, long position) {
        return kind.history(stream, position)
                .timeline()
                .on(LocalDate.parse(day))
                .orElseThrow();
    }

    private Story<F, S> recorded(GovernanceFact fact, List<String> unmetRules, List<Long> restsOn) {
        return new Story<>(
                kind, stream.with(new RecordedFact(stream.facts().size() + 1L, fact, Set.of(), unmetRules, restsOn)));
    }

    static <T> T value(@Nullable Grounded<T> grounded) {
        if (grounded == null) throw new AssertionError("nothing is stated");
        return grounded.value();
    }
}

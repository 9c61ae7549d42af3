package org.portfolioledger.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;

/** Facts for tests, complete and in order, in which only what a test is about is said. */
public final class Facts {

    private Facts() {}

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public static Provenance on(String day) {
        return Provenance.on(day(day));
    }

    /** The same fact on another day. */
    public static <R extends Record> R on(String day, R fact) {
        return Shape.with(fact, "provenance", on(day));
    }

    public static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    }

    /** The paper whose content is a number. */
    public static Paper paper(int content) {
        return new Paper(String.format(Locale.ROOT, "%064x", content), "Paper " + content, null, null);
    }

    public static @Nullable Holder holder(@Nullable String person) {
        return person == null ? null : new Holder(person, null);
    }
}

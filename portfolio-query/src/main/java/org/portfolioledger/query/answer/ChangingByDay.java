package org.portfolioledger.query.answer;

import java.time.LocalDate;

/** A part of an answer that another day shows otherwise, although nothing was recorded, and that is no alert. */
@FunctionalInterface
public interface ChangingByDay {

    /** Whether two days show it otherwise. */
    boolean differs(LocalDate one, LocalDate other);
}

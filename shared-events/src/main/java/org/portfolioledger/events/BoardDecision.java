package org.portfolioledger.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fact that is the decision of a board. Retracted, it stays listed wherever decisions are, as retracted (rule 5). */
public sealed interface BoardDecision extends JudgedAnew
        permits BoardFact.BoardDecided, BusinessCaseFact.BusinessCaseDecided, VacancyRequestFact.VacancyDecided {

    /** Null, or the reason for which the board knowingly decided outside its powers. It stays so for ever (rule 7). */
    @Nullable
    String ultraVires();

    @Nullable
    Object outcome();

    @Nullable
    String board();

    /** The meeting in which it was made; null: in none on record. */
    @Nullable
    String meeting();

    /** The delegation by which it was made; null: by none. */
    @Nullable
    String delegation();

    List<String> decidedBy();

    /** On what exactly it was decided, as the version of a case; null: on the whole. */
    default @Nullable Object on() {
        return null;
    }

    /** What was not stated may be stated now, but for the outcome. */
    @Override
    default boolean saysSame(GovernanceFact other) {
        return other instanceof BoardDecision anew
                && Objects.equals(outcome(), anew.outcome())
                && (board() == null || Objects.equals(board(), anew.board()))
                && (on() == null || Objects.equals(on(), anew.on()))
                && (decidedBy().isEmpty() || decidedBy().equals(anew.decidedBy()));
    }
}

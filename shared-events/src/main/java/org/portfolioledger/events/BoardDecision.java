package org.portfolioledger.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fact that is the decision of a board. Retracted, it stays listed wherever decisions are, as retracted (rule 5). */
public sealed interface BoardDecision
        permits BoardFact.BoardDecided, BusinessCaseFact.BusinessCaseDecided, VacancyRequestFact.VacancyDecided {

    /** Null, or the reason for which the board knowingly decided outside its powers. It stays so for ever (rule 7). */
    @Nullable
    String ultraVires();

    @Nullable
    Object outcome();

    @Nullable
    String board();

    List<String> decidedBy();

    /** On what exactly it was decided, as the version of a case; null: on the whole. */
    default @Nullable Object on() {
        return null;
    }

    /**
     * Whether other words for it decide the same: what was not stated may be stated now, but for the outcome. Only then do
     * they keep the rules that its source left unmet.
     */
    default boolean decidesAs(BoardDecision other) {
        return Objects.equals(outcome(), other.outcome())
                && (board() == null || Objects.equals(board(), other.board()))
                && (on() == null || Objects.equals(on(), other.on()))
                && (decidedBy().isEmpty() || decidedBy().equals(other.decidedBy()));
    }
}

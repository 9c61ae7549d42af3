package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** Facts about a budget line. Stream {@code budget-{id}}. */
public sealed interface BudgetFact extends GovernanceFact {

    /**
     * It was put on record.
     *
     * @param kind null only in migrated history: the source does not say which
     * @param subject whose budget it is
     * @param managedUnder id of the line under which its project is managed, and beside which it is not counted; null: of none
     * @param attributes what the source also says and no field holds, by name
     */
    record BudgetOpened(
            String budget,
            String register,
            String name,
            @Nullable BudgetKind kind,
            FiguresSubject subject,
            @IdOf("budget") @Nullable String managedUnder,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BudgetFact, Opening {}

    /**
     * One source stated figures of it. What the source stated before is kept, and what others state holds beside it until one
     * source is preferred.
     *
     * @param statedIn the plan, paper or part of a paper that states them
     * @param money with the sign with which it is stated: what is to be saved or received is below zero where a source prints
     *     it so
     */
    record BudgetFiguresStated(
            String budget, BudgetFigure figure, String statedIn, List<YearlyMoney> money, Provenance provenance)
            implements BudgetFact, StatedFigures {

        @Override
        public List<YearlyPosts> posts() {
            return List.of();
        }
    }

    /**
     * Of the sources that state its figures, one was preferred: for that figure it alone counts from then on.
     *
     * @param statedIn the source
     */
    record BudgetSourcePreferred(
            String budget, BudgetFigure figure, String statedIn, String reason, Provenance provenance)
            implements BudgetFact {}

    /**
     * A source states a figure no more: from then on nothing of it counts that this source stated, and all of it is kept. A
     * source that is preferred stays so, and then nothing counts until another is.
     *
     * @param statedIn the source
     */
    record BudgetFiguresWithdrawn(
            String budget, BudgetFigure figure, String statedIn, String reason, Provenance provenance)
            implements BudgetFact {}

    /**
     * Money was set aside for several years together. It takes the place of an earlier envelope.
     *
     * @param firstYear null only in migrated history: the source does not say which
     * @param years over how many financial years, 1 or more
     * @param reason null: the first envelope, or only in migrated history
     */
    record BudgetEnvelopeSet(
            String budget,
            Money money,
            @Nullable FinancialYear firstYear,
            int years,
            @Nullable String reason,
            Provenance provenance)
            implements BudgetFact {}

    /** It is no budget line any more: its figures count no longer. */
    record BudgetEnded(String budget, String reason, Provenance provenance) implements BudgetFact {}

    /** What the money is for. */
    enum BudgetKind {
        /** Running costs, and what is received for them. */
        REVENUE,
        /** What is bought or built to last, and what is received for it. */
        CAPITAL
    }

    /** What a figure of a budget line says. */
    enum BudgetFigure {
        /** What may be spent. */
        BUDGET,
        /** What is expected to be spent. */
        FORECAST,
        /** What was spent, saved or received. */
        ACTUAL,
        /** What is held back against risks, within the budget. */
        CONTINGENCY,
        /** What is to be spent, saved or received, without a budget of it. */
        TARGET
    }
}

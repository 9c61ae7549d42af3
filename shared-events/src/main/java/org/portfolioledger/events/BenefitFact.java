package org.portfolioledger.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/**
 * Facts about a benefit, such as a saving. Stream {@code benefit-{id}}. Figures keep the sign with which they are stated: a
 * saving that is printed as a reduction is below zero.
 */
public sealed interface BenefitFact extends GovernanceFact {

    /**
     * It was put on record as expected.
     *
     * @param benefitClass null only in migrated history: the source states none of them
     * @param subject where it is expected
     * @param owner null only in migrated history: nobody is named
     * @param businessCase id of the business case that promised it; null: none, or not stated
     * @param partOf id of the benefit of which it is a part, and with which it is not counted twice; null: of none
     * @param attributes what the source also says and no field holds, by name
     */
    record BenefitOpened(
            String benefit,
            String register,
            String title,
            @Nullable BenefitClass benefitClass,
            FiguresSubject subject,
            @Nullable Holder owner,
            @Nullable String businessCase,
            @Nullable String partOf,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BenefitFact, Opening {}

    /** Somebody undertook to realise it: it is planned from then on. */
    record BenefitPlanned(String benefit, Provenance provenance) implements BenefitFact {}

    /**
     * One source stated how it is to be achieved. What the source stated before is kept, and what others state holds beside
     * it until one source is preferred.
     *
     * @param statedIn the plan, paper or part of a paper that states it, such as "2011-14 Business plan"
     * @param quantities what is neither money nor posts
     * @param costBefore what it costs without the benefit, in a year; null: not stated
     * @param costAfter what it will cost with the benefit, in a year; null: not stated
     * @param achievedBy by when it is to be achieved; null: not stated
     * @param document id of the document that states it; null: not on record
     * @param board id of the board to which it was put; null: none, or not stated
     */
    record BenefitProfileStated(
            String benefit,
            String statedIn,
            List<YearlyMoney> money,
            List<YearlyPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable Money costBefore,
            @Nullable Money costAfter,
            @Nullable StatedDate achievedBy,
            @Nullable String document,
            @Nullable String board,
            Provenance provenance)
            implements BenefitFact, StatedFigures {}

    /**
     * Of the sources that state its profile, one was preferred: its figures alone count from then on.
     *
     * @param statedIn the source
     */
    record BenefitProfilePreferred(String benefit, String statedIn, String reason, Provenance provenance)
            implements BenefitFact {}

    /**
     * A source states its profile no more: from then on nothing counts that this source stated, and all of it is kept. A source
     * that is preferred stays so, and then nothing counts until another is.
     *
     * @param statedIn the source
     */
    record BenefitProfileWithdrawn(String benefit, String statedIn, String reason, Provenance provenance)
            implements BenefitFact {}

    /**
     * What came of it was measured.
     *
     * @param firstDay of the period that was measured; null: not stated
     * @param lastDay of the period that was measured; null: not stated
     * @param money null: not measured in money
     * @param posts each kind once
     * @param quantities what is neither money nor posts, such as hours
     * @param finding what was found, in words; null: the figures say it
     */
    record BenefitMeasured(
            String benefit,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Money money,
            List<BenefitPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable String finding,
            Provenance provenance)
            implements BenefitFact {}

    /**
     * It was assessed whether it was realised. A later assessment takes the place of an earlier one.
     *
     * @param assessedBy ids of the persons who assessed it; empty only in migrated history
     * @param reason null only where it was realised, or in migrated history
     */
    record BenefitRealisationAssessed(
            String benefit,
            BenefitRealisation outcome,
            List<String> assessedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BenefitFact, Approval {

        @Override
        public boolean approves() {
            return outcome != BenefitRealisation.NOT_REALISED;
        }
    }

    /** Another owner took it over. */
    record BenefitOwnerChanged(
            String benefit, Holder owner, @Nullable String reason, Provenance provenance) implements BenefitFact {}

    /** Nobody expects it any more: its figures count no longer. */
    record BenefitWithdrawn(String benefit, String reason, Provenance provenance) implements BenefitFact {}

    /**
     * A figure that is neither money nor posts.
     *
     * @param number with the sign with which it is stated
     * @param unit such as "hours" or "% of recorded crime"
     * @param qualifier how the source bounds it, such as "over" or "at least"; null: it does not
     */
    record BenefitQuantity(
            BigDecimal number, String unit, @Nullable String qualifier) {}

    /**
     * A measured number of posts.
     *
     * @param number in full-time posts, with the sign with which it is stated
     */
    record BenefitPosts(PostKind kind, BigDecimal number) {}

    /** Class of a benefit. */
    enum BenefitClass {
        /** It releases money. */
        CASHABLE,
        /** It has a value in money, and releases none. */
        NON_CASHABLE,
        /** It is measured, and not in money. */
        QUANTIFIED,
        /** It is not measured. */
        QUALITATIVE,
        /** It is a disadvantage. */
        DISBENEFIT
    }

    /** What came of a benefit. */
    enum BenefitRealisation {
        REALISED,
        PARTLY_REALISED,
        NOT_REALISED
    }
}

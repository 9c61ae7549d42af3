package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Facts about the assessment of a business case by an Accounting Officer against the four standards of Managing Public
 * Money. Stream {@code accounting-assessment-{id}}.
 */
public sealed interface AccountingAssessmentFact extends GovernanceFact {

    /**
     * A case was assessed.
     *
     * @param version version of the case that was assessed; null: not stated
     * @param accountingOfficer who assessed it; null only in migrated history
     * @param findings one on each standard
     * @param attributes what the source also says and no field holds, by name
     */
    record AccountingAssessmentMade(
            String accountingAssessment,
            String register,
            String businessCase,
            @Nullable Integer version,
            @Nullable Holder accountingOfficer,
            List<StandardFinding> findings,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements AccountingAssessmentFact, Opening, Approval {}

    /**
     * Its summary was published.
     *
     * @param summary id of the document
     */
    record AccountingSummaryPublished(String accountingAssessment, String summary, Provenance provenance)
            implements AccountingAssessmentFact {}

    /**
     * The case departed from the plan that was assessed, and is due to be assessed again.
     *
     * @param departure how it departed
     * @param reassessBy last day by which it is to be assessed again; null: not stated
     */
    record AccountingAssessmentDeparted(
            String accountingAssessment,
            String departure,
            @Nullable LocalDate reassessBy,
            Provenance provenance) implements AccountingAssessmentFact {}

    /**
     * The case was assessed again; this assessment replaces the earlier one.
     *
     * @param version version of the case that was assessed; null: not stated
     * @param accountingOfficer who assessed it; null only in migrated history
     * @param findings one on each standard
     */
    record AccountingAssessmentRepeated(
            String accountingAssessment,
            @Nullable Integer version,
            @Nullable Holder accountingOfficer,
            List<StandardFinding> findings,
            Provenance provenance)
            implements AccountingAssessmentFact, Approval {}

    /** Whether a standard is met, and why. */
    record StandardFinding(AccountingStandard standard, boolean met, String reason) {}

    /** The four standards of an Accounting Officer (HM Treasury, Managing Public Money). */
    enum AccountingStandard {
        REGULARITY,
        PROPRIETY,
        VALUE_FOR_MONEY,
        FEASIBILITY
    }
}

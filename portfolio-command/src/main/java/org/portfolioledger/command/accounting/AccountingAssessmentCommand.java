package org.portfolioledger.command.accounting;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about an Accounting Officer's assessment of a business case. */
public sealed interface AccountingAssessmentCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/accounting-assessments",
                    Set.of(PORTFOLIO_OFFICE),
                    "accountingAssessment",
                    AssessAccounting.class,
                    AccountingAssessmentMade.class,
                    "Put an Accounting Officer's assessment of a business case on record",
                    """
                        {"id": "AOA-1", "register": "ACME", "businessCase": "BC-HOMES-OBC", "version": 1,
                         "accountingOfficer": {"person": "p-assurance", "post": "Chief Executive"},
                         "findings": [{"standard": "REGULARITY", "met": true, "reason": "Within the Housing Act"},
                          {"standard": "PROPRIETY", "met": true, "reason": "Nobody has an interest"},
                          {"standard": "VALUE_FOR_MONEY", "met": true, "reason": "The best of five options"},
                          {"standard": "FEASIBILITY", "met": false, "reason": "The loan is not secured"}],
                         "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/accounting-assessments/{accountingAssessment}/publications",
                    Set.of(PORTFOLIO_OFFICE),
                    PublishAccountingSummary.class,
                    AccountingSummaryPublished.class,
                    "Record in which document the summary of an assessment was published",
                    """
                        {"summary": "DOC-1", "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                    "/accounting-assessments/{accountingAssessment}/departures",
                    Set.of(PORTFOLIO_OFFICE),
                    RecordPlanDeparture.class,
                    AccountingAssessmentDeparted.class,
                    "Record that the case departed from the plan, so that it is to be assessed again",
                    """
                        {"departure": "The cost rose by a fifth", "reassessBy": "2026-09-30", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/accounting-assessments/{accountingAssessment}/reassessments",
                    Set.of(PORTFOLIO_OFFICE),
                    ReassessAccounting.class,
                    AccountingAssessmentRepeated.class,
                    "Record that the Accounting Officer assessed the case again",
                    """
                        {"accountingOfficer": {"person": "p-assurance"},
                         "findings": [{"standard": "REGULARITY", "met": true, "reason": "As before"},
                          {"standard": "PROPRIETY", "met": true, "reason": "As before"},
                          {"standard": "VALUE_FOR_MONEY", "met": true, "reason": "Still the best option"},
                          {"standard": "FEASIBILITY", "met": true, "reason": "The loan is secured"}],
                         "effectiveOn": "2026-09-15"}"""));

    /**
     * Puts an assessment on record.
     *
     * @param version version of the case that was assessed
     * @param accountingOfficer who assessed it
     * @param findings one on each of the four standards
     */
    record AssessAccounting(
            @IdOf("accounting-assessment") String accountingAssessment,
            @IdOf("register") String register,
            @IdOf("business-case") String businessCase,
            @Nullable Integer version,
            @Nullable Holder accountingOfficer,
            List<StandardFinding> findings,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements AccountingAssessmentCommand {}

    /**
     * Records that its summary was published.
     *
     * @param summary id of the document
     */
    record PublishAccountingSummary(
            @IdOf("accounting-assessment") String accountingAssessment,
            @IdOf("document") String summary,
            Provenance provenance)
            implements AccountingAssessmentCommand {}

    /**
     * Records that the case departed from the plan.
     *
     * @param departure how it departed
     * @param reassessBy last day by which it is to be assessed again
     */
    record RecordPlanDeparture(
            @IdOf("accounting-assessment") String accountingAssessment,
            String departure,
            @Nullable LocalDate reassessBy,
            Provenance provenance)
            implements AccountingAssessmentCommand {}

    /**
     * Records that the case was assessed again.
     *
     * @param version version of the case that was assessed
     * @param accountingOfficer who assessed it
     * @param findings one on each of the four standards
     */
    record ReassessAccounting(
            @IdOf("accounting-assessment") String accountingAssessment,
            @Nullable Integer version,
            @Nullable Holder accountingOfficer,
            List<StandardFinding> findings,
            Provenance provenance)
            implements AccountingAssessmentCommand {}
}

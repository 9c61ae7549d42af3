package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.vocabulary.Holder;

/**
 * The assessment of a business case by an Accounting Officer, as it was made last.
 *
 * @param version of the case that was assessed; null: not stated
 * @param accountingOfficer null: the source names nobody
 * @param status its status, and since when
 * @param standards the finding on each
 * @param summary id of the document in which it is published; null: it is not
 * @param departure how the case has departed from the plan since; null: it has not
 */
@RecordBuilder
public record AccountingAssessmentState(
        @JsonProperty("id") String accountingAssessment,
        String register,
        Grounded<String> businessCase,
        @Nullable Grounded<Integer> version,
        @Nullable Grounded<Holder> accountingOfficer,
        Grounded<AccountingStatus> status,
        SortedMap<AccountingStandard, Grounded<StandardVerdict>> standards,
        @Nullable Grounded<String> summary,
        @Nullable Grounded<PlanDeparture> departure,
        Grounded<SortedMap<String, String>> attributes)
        implements AccountingAssessmentStateBuilder.With, Alerting, Referring {

    /** Whether it holds. */
    public enum AccountingStatus {
        /** The case is as it was assessed. */
        CURRENT,
        /** The case departed from the plan, and was not assessed again. */
        REASSESSMENT_DUE
    }

    /** Whether a standard is met, and why. */
    public record StandardVerdict(boolean met, String reason) {}

    /**
     * In what the case departed from the plan.
     *
     * @param reassessBy last day by which it is to be assessed again; null: not stated
     */
    public record PlanDeparture(String departure, @Nullable LocalDate reassessBy) {}

    static AccountingAssessmentState made(AccountingAssessmentMade made, Grounds grounds) {
        return new AccountingAssessmentState(
                made.accountingAssessment(),
                made.register(),
                grounds.ground(made.businessCase()),
                grounds.maybe(made.version()),
                grounds.maybe(made.accountingOfficer()),
                grounds.ground(AccountingStatus.CURRENT),
                standards(made.findings(), grounds),
                null,
                null,
                grounds.ground(made.attributes()));
    }

    /** Another assessment takes the place of the one before: its summary is to be published, nothing departed from it. */
    AccountingAssessmentState evolve(AccountingAssessmentFact fact, Grounds grounds) {
        return switch (fact) {
            case AccountingAssessmentMade again -> again(made(again, grounds));
            case AccountingSummaryPublished published -> withSummary(grounds.ground(published.summary()));
            case AccountingAssessmentDeparted departed ->
                withStatus(grounds.ground(AccountingStatus.REASSESSMENT_DUE))
                        .withDeparture(grounds.ground(new PlanDeparture(departed.departure(), departed.reassessBy())));
            case AccountingAssessmentRepeated repeated ->
                withVersion(grounds.maybe(repeated.version()))
                        .withAccountingOfficer(grounds.maybe(repeated.accountingOfficer()))
                        .withStatus(grounds.ground(AccountingStatus.CURRENT))
                        .withStandards(standards(repeated.findings(), grounds))
                        .withSummary(null)
                        .withDeparture(null);
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.BUSINESS_CASE, businessCase.value(), businessCase));
        if (summary != null) references.add(Reference.toFormer(Kinds.DOCUMENT, summary.value(), summary));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (standards.values().stream().anyMatch(standard -> !standard.value().met()))
            alerts.add(Alert.STANDARD_NOT_MET);
        if (departure != null) alerts.add(Alert.REASSESSMENT_DUE);
        if (departure != null
                && departure.value().reassessBy() != null
                && asOf.isAfter(departure.value().reassessBy())) alerts.add(Alert.REASSESSMENT_OVERDUE);
        return alerts;
    }

    /** What came of it is kept where it was stated for an earlier day. */
    private AccountingAssessmentState again(AccountingAssessmentState made) {
        return made.withSummary(summary).withDeparture(departure).withStatus(departure == null ? made.status : status);
    }

    private static SortedMap<AccountingStandard, Grounded<StandardVerdict>> standards(
            List<StandardFinding> findings, Grounds grounds) {
        SortedMap<AccountingStandard, Grounded<StandardVerdict>> standards = new TreeMap<>();
        for (StandardFinding finding : findings)
            standards.put(finding.standard(), grounds.ground(new StandardVerdict(finding.met(), finding.reason())));
        return standards;
    }
}

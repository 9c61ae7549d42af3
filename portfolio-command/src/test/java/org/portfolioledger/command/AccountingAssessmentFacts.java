package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.holder;
import static org.portfolioledger.command.Facts.on;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;

/** What tests record of accounting officers' assessments. */
public final class AccountingAssessmentFacts {

    private AccountingAssessmentFacts() {}

    /** An assessment of a case that meets each standard. */
    public static AccountingAssessmentMade assessed(
            String id, String businessCase, @Nullable String officer, String day) {
        return new AccountingAssessmentMade(
                id, "ACME", businessCase, null, holder(officer), allMet(), new TreeMap<>(), on(day));
    }

    public static List<StandardFinding> allMet() {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, true, "Looked at"))
                .toList();
    }

    public static AccountingSummaryPublished summarised(String id, String document, String day) {
        return new AccountingSummaryPublished(id, document, on(day));
    }

    public static AccountingAssessmentDeparted departed(String id, @Nullable String reassessBy, String day) {
        return new AccountingAssessmentDeparted(
                id, "The cost rose", reassessBy == null ? null : day(reassessBy), on(day));
    }

    public static AccountingAssessmentRepeated reassessed(String id, @Nullable String officer, String day) {
        return new AccountingAssessmentRepeated(id, null, holder(officer), allMet(), on(day));
    }
}

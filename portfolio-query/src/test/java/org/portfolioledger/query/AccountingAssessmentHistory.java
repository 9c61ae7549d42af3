package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of accounting officers' assessments. */
public final class AccountingAssessmentHistory {

    private AccountingAssessmentHistory() {}

    /** An assessment that finds the case not feasible. */
    public static GovernanceFact assessed(String id, String businessCase, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentMade(
                id,
                "MPS",
                businessCase,
                null,
                new Holder(null, "Commissioner"),
                findings(AccountingStandard.FEASIBILITY),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact departed(String id, @Nullable String reassessBy, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentDeparted(id, "dearer", date(reassessBy), on(day));
    }

    /** An assessment that finds each standard met. */
    public static GovernanceFact reassessed(String id, String day) {
        return new AccountingAssessmentFact.AccountingAssessmentRepeated(
                id, null, new Holder(null, "Commissioner"), findings(null), on(day));
    }

    private static List<StandardFinding> findings(@Nullable AccountingStandard notMet) {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, standard != notMet, "so"))
                .toList();
    }
}

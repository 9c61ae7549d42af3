package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;

/** What tests tell of business cases. */
public final class BusinessCaseHistory {

    private BusinessCaseHistory() {}

    public static GovernanceFact businessCase(String id, String initiative, String board, String day) {
        return new BusinessCaseFact.BusinessCaseOpened(
                id,
                "MPS",
                initiative,
                CaseStage.OBC,
                "Outline case",
                List.of(board),
                null,
                List.of("P-1"),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact versioned(String businessCase, int version, String amount, String day) {
        return new BusinessCaseFact.BusinessCaseVersionRecorded(
                businessCase,
                version,
                new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED),
                new Paper("0".repeat(64), "Version " + version, null, null),
                List.of(),
                List.of(),
                on(day));
    }

    public static GovernanceFact submitted(String businessCase, int version, String day) {
        return new BusinessCaseFact.BusinessCaseSubmitted(businessCase, version, "P-1", null, null, on(day));
    }

    public static GovernanceFact decided(String businessCase, String board, String day) {
        return new BusinessCaseFact.BusinessCaseDecided(
                businessCase,
                board,
                null,
                1,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                List.of(),
                3,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }
}

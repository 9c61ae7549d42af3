package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.Facts.pounds;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.DecisionManner;

/** What tests record of business cases. */
public final class BusinessCaseFacts {

    private BusinessCaseFacts() {}

    public static BusinessCaseOpened caseOpened(
            String id, String initiative, CaseStage stage, List<String> route, String day) {
        return new BusinessCaseOpened(
                id, "ACME", initiative, stage, "New homes", route, null, List.of("p-owner"), new TreeMap<>(), on(day));
    }

    /** A version for four million pounds, whose paper has its number as content. */
    public static BusinessCaseVersionRecorded version(String id, int version, String day) {
        return new BusinessCaseVersionRecorded(
                id,
                version,
                pounds("4000000.00"),
                paper(version),
                List.of(CaseDimension.STRATEGIC),
                List.of(),
                on(day));
    }

    public static BusinessCaseSubmitted submitted(String id, int version, String day) {
        return new BusinessCaseSubmitted(id, version, "p-submitter", null, null, on(day));
    }

    /** A decision by one who may, with a quorum, on the version's paper. */
    public static BusinessCaseDecided decided(String id, String board, int version, BoardOutcome outcome, String day) {
        return new BusinessCaseDecided(
                id,
                board,
                null,
                version,
                outcome,
                null,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                List.of(paper(version)),
                3,
                List.of("p-board"),
                List.of(),
                outcome == BoardOutcome.APPROVED_WITH_CONDITIONS ? List.of(condition(board)) : List.of(),
                outcome == BoardOutcome.DEFERRED ? day(day).plusMonths(1) : null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    /** The same with another outcome, and what that states besides; a referral is to the board TOP. */
    public static BusinessCaseDecided as(BoardOutcome outcome, BusinessCaseDecided decided) {
        LocalDate until = outcome == BoardOutcome.DEFERRED
                ? decided.provenance().effectiveOn().plusMonths(1)
                : null;
        return Shape.with(
                Shape.with(Shape.with(decided, "outcome", outcome), "deferredUntil", until),
                "referredTo",
                outcome == BoardOutcome.REFERRED_UP ? "TOP" : null);
    }

    /** The condition that a board sets. */
    public static CaseCondition condition(String board) {
        return new CaseCondition("C-" + board, "a cost plan");
    }

    public static BusinessCaseChallenged challenged(String id, int version, String person, String day) {
        return new BusinessCaseChallenged(id, version, "Challenge panel", List.of(person), null, on(day));
    }

    /** A discharge by one who may, with evidence. */
    public static CaseConditionDischarged discharged(String id, String condition, String day) {
        return new CaseConditionDischarged(
                id, condition, "p-board", List.of(new Citation(null, "Cost plan of April")), on(day));
    }

    public static BusinessCaseWithdrawn withdrawn(String id, String day) {
        return new BusinessCaseWithdrawn(id, "p-owner", "The site was sold", on(day));
    }

    public static BusinessCaseReevaluated reevaluated(String id, ReevaluationResult result, String day) {
        return new BusinessCaseReevaluated(id, result, List.of("p-board"), "Costs rose", on(day));
    }
}

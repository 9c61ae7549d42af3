package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.COST;
import static org.portfolioledger.state.Sample.PAPER;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

/** One full life of a business case: every fact of the family, and every field of its state. */
final class BusinessCaseLife {

    private static final List<CaseFigure> FIGURES = List.of(new CaseFigure(
            FigureKind.BENEFIT,
            "cashable savings",
            new Money(new BigDecimal("-1200000.25"), "GBP", PriceBasis.NOT_STATED, null, Confidence.NOT_STATED)));

    private BusinessCaseLife() {}

    static Story<?, ?> story() {
        Story<BusinessCaseFact, BusinessCaseState> story = Story.of(Kinds.BUSINESS_CASE)
                .then(new BusinessCaseFact.BusinessCaseOpened(
                        "BC-1",
                        "MPS",
                        "PJ-038",
                        CaseStage.FBC,
                        "CRIB",
                        List.of("BD-GB", "BD-MB"),
                        "BC-0",
                        List.of("PN-014"),
                        attributes(),
                        VAGUE));
        for (int version : List.of(1, 2, 10)) {
            story = story.then(new BusinessCaseFact.BusinessCaseVersionRecorded(
                    "BC-1", version, COST, PAPER, Arrays.asList(CaseDimension.values()), FIGURES, on("2011-06-01")));
        }
        return story.then(new BusinessCaseFact.BusinessCaseWithdrawn("BC-1", "PN-014", "restated", on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseSubmitted(
                        "BC-1",
                        10,
                        "PN-031",
                        "CONTRACT_EXTENSION",
                        new CaseRoute(List.of("BD-GB", "BD-MB"), "Panel", 12, "Scheme of delegation"),
                        on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseChallenged(
                        "BC-1", 10, "Panel", List.of("PN-040"), "optimistic", on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseDecided(
                        "BC-1",
                        "BD-MB",
                        null,
                        10,
                        BoardOutcome.APPROVED,
                        "approved",
                        DecisionManner.BY_DELEGATION,
                        "M-2011-06",
                        "DG-1",
                        List.of(PAPER),
                        6,
                        List.of("PN-021"),
                        List.of(new Dissent("PN-022", null)),
                        List.of(new CaseCondition("C-1", "an equality impact assessment")),
                        LocalDate.parse("2011-07-01"),
                        "BD-MPA",
                        "worth it",
                        new Waiver("PN-021", "no outline case"),
                        "above the limit",
                        attributes(),
                        on("2011-06-03")))
                .then(new BusinessCaseFact.CaseConditionDischarged(
                        "BC-1", "C-1", "PN-022", List.of(new Citation("DOC-1", null)), on("2011-06-04")))
                .then(new BusinessCaseFact.BusinessCaseReevaluated(
                        "BC-1", ReevaluationResult.LAPSED, List.of("PN-022"), "costs rose", on("2011-06-05")));
    }
}

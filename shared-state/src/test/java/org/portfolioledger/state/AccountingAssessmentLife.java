package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.vocabulary.Holder;

/** One full life of an accounting officer's assessment: every fact of the family, and every field of its state. */
final class AccountingAssessmentLife {

    private AccountingAssessmentLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.ACCOUNTING_ASSESSMENT)
                .then(new AccountingAssessmentFact.AccountingAssessmentMade(
                        "AOA-1",
                        "MPS",
                        "BC-1",
                        2,
                        new Holder("PN-021", "Commissioner"),
                        standards(),
                        attributes(),
                        VAGUE))
                .then(new AccountingAssessmentFact.AccountingSummaryPublished("AOA-1", "DOC-1", on("2011-07-01")))
                .then(new AccountingAssessmentFact.AccountingAssessmentDeparted(
                        "AOA-1", "dearer", LocalDate.parse("2011-12-31"), on("2011-08-01")))
                .then(new AccountingAssessmentFact.AccountingAssessmentRepeated(
                        "AOA-1", 3, new Holder(null, "Deputy"), standards(), on("2011-09-01")));
    }

    private static List<StandardFinding> standards() {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, standard != AccountingStandard.PROPRIETY, "so"))
                .toList();
    }
}

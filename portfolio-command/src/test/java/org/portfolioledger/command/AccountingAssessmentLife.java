package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.owner;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.Objects;
import java.util.Set;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link AccountingAssessmentFact}. */
final class AccountingAssessmentLife implements Life<AccountingAssessmentState> {

    @Override
    public Kind<?, AccountingAssessmentState> kind() {
        return Kinds.ACCOUNTING_ASSESSMENT;
    }

    @Override
    public String id() {
        return "AOA";
    }

    @Override
    public Given beginning() {
        return BusinessCaseLife.submitted()
                .facts(
                        DocumentFacts.document("DOC", 1, "2020-01-01"),
                        AccountingAssessmentFacts.assessed("AOA", "BC", "p0", "2020-01-02"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String officer = sent.which() % 3 == 0 ? "p-owner" : "p" + sent.which() % 4;
        return switch (sent.kind() % 4) {
            case 0 -> AccountingAssessmentFacts.summarised("AOA", "DOC", day);
            case 1 -> AccountingAssessmentFacts.departed("AOA", sent.other() % 2 == 0 ? "2020-01-04" : null, day);
            case 2 -> AccountingAssessmentFacts.reassessed("AOA", officer, day);
            default -> AccountingAssessmentFacts.assessed("AOA", "BC", officer, day);
        };
    }

    /** Who owns a case does not assess it. */
    @Override
    public void keepsLaw(Given given) {
        assertThat(told(given, Kinds.ACCOUNTING_ASSESSMENT, "AOA")
                        .map(fact -> switch (fact) {
                            case AccountingAssessmentMade made -> owner(made.accountingOfficer());
                            case AccountingAssessmentRepeated again -> owner(again.accountingOfficer());
                            default -> null;
                        })
                        .filter(Objects::nonNull))
                .doesNotContain("p-owner", "p-submitter");
    }

    @Override
    public Set<String> colliding() {
        return Set.of("SELF_ASSESSMENT");
    }
}

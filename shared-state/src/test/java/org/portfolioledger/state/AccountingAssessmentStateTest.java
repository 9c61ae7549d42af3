package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.state.AccountingAssessmentState.AccountingStatus;

class AccountingAssessmentStateTest {

    private static final LocalDate DUE = LocalDate.parse("2011-12-31");

    private final Story<AccountingAssessmentFact, AccountingAssessmentState> departed =
            Story.<AccountingAssessmentFact, AccountingAssessmentState>of(Kinds.ACCOUNTING_ASSESSMENT)
                    .then(new AccountingAssessmentMade(
                            "AOA", "MPS", "BC", 1, null, findings(true), new TreeMap<>(), on("2011-06-01")))
                    .then(new AccountingSummaryPublished("AOA", "DOC", on("2011-06-10")))
                    .then(new AccountingAssessmentDeparted("AOA", "dearer", DUE, on("2011-09-01")));

    @Test
    void it_is_due_again_from_the_departure_and_overdue_from_the_day_after_the_last_one() {
        assertThat(departed.state("2011-08-31").alerts(DUE.plusYears(1))).isEmpty();
        assertThat(departed.state("2011-08-31").status().value()).isEqualTo(AccountingStatus.CURRENT);
        assertThat(departed.state("2011-09-01").status().value()).isEqualTo(AccountingStatus.REASSESSMENT_DUE);
        assertThat(departed.state("2011-09-01").alerts(DUE)).containsExactly(Alert.REASSESSMENT_DUE);
        assertThat(departed.state("2011-09-01").alerts(DUE.plusDays(1)))
                .containsExactly(Alert.REASSESSMENT_DUE, Alert.REASSESSMENT_OVERDUE);
    }

    @Test
    void another_assessment_takes_the_place_of_the_one_before() {
        var again =
                departed.then(new AccountingAssessmentRepeated("AOA", null, null, findings(false), on("2011-10-01")));
        AccountingAssessmentState state = again.state("2011-10-01");
        assertThat(state.status().value()).isEqualTo(AccountingStatus.CURRENT);
        assertThat(state.departure()).isNull();
        assertThat(state.summary()).as("it is not published yet").isNull();
        assertThat(state.version()).isNull();
        assertThat(state.alerts(DUE.plusYears(1))).containsExactly(Alert.STANDARD_NOT_MET);
    }

    @Test
    void it_refers_to_its_case_and_to_its_summary() {
        assertThat(departed.state("2011-09-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(tuple("business-case-BC", LocalDate.parse("2011-06-01")), tuple("document-DOC", null));
    }

    private static List<StandardFinding> findings(boolean met) {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, met || standard != AccountingStandard.FEASIBILITY, "so"))
                .toList();
    }
}

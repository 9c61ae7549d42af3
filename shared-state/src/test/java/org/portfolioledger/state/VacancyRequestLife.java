package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;

/** One full life of a request to fill a post: every fact of the family, and every field of its state. */
final class VacancyRequestLife {

    private VacancyRequestLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.VACANCY_REQUEST)
                .then(new VacancyRequestFact.VacancyRequested(
                        "VAC-1",
                        "MPS",
                        "Planner",
                        VacancyTenure.TEMPORARY,
                        "DoR",
                        "the budget",
                        LocalDate.parse("2011-12-31"),
                        new Holder("PN-021", null),
                        "BD-STAR",
                        "PG-DRM",
                        "two left",
                        attributes(),
                        VAGUE))
                .then(new VacancyRequestFact.VacancyChecked(
                        "VAC-1", VacancyCheck.FUNDING, true, "PN-022", "paid", on("2011-06-14")))
                .then(new VacancyRequestFact.VacancyDecided(
                        "VAC-1",
                        VacancyOutcome.AUTHORISED,
                        LocalDate.parse("2011-12-31"),
                        "BD-STAR",
                        DecisionManner.IN_MEETING,
                        "M-2011-06",
                        "2",
                        "DG-1",
                        4,
                        List.of("PN-022"),
                        "needed",
                        "in haste",
                        on("2011-06-15")))
                .then(new VacancyRequestFact.VacancyExtensionRequested(
                        "VAC-1", LocalDate.parse("2012-06-30"), new Holder("PN-021", null), "late", on("2011-12-01")))
                .then(new VacancyRequestFact.VacancyDecided(
                        "VAC-1",
                        VacancyOutcome.REFUSED,
                        null,
                        "BD-STAR",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "dear",
                        null,
                        on("2011-12-02")))
                .retracted(5)
                .then(new VacancyRequestFact.VacancyRequestClosed("VAC-1", "left", on("2012-01-01")));
    }
}

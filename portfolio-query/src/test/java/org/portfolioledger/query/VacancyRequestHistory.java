package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.Holder;

/** What tests tell of requests to fill posts. */
public final class VacancyRequestHistory {

    private VacancyRequestHistory() {}

    public static GovernanceFact vacancyRequested(
            String id, String board, @Nullable String initiative, String until, String day) {
        return new VacancyRequestFact.VacancyRequested(
                id,
                "MPS",
                "Planner",
                VacancyTenure.TEMPORARY,
                null,
                "the budget",
                date(until),
                new Holder("p-1", null),
                board,
                initiative,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact checked(String id, String day) {
        return new VacancyRequestFact.VacancyChecked(id, VacancyCheck.FUNDING, true, null, null, on(day));
    }

    public static GovernanceFact extensionRequested(String id, String until, String day) {
        return new VacancyRequestFact.VacancyExtensionRequested(
                id, LocalDate.parse(until), new Holder("p-1", null), null, on(day));
    }

    public static GovernanceFact authorised(String id, String board, String until, String day) {
        return new VacancyRequestFact.VacancyDecided(
                id,
                VacancyOutcome.AUTHORISED,
                date(until),
                board,
                null,
                null,
                null,
                null,
                3,
                List.of("p-2"),
                null,
                null,
                on(day));
    }

    public static GovernanceFact vacancyClosed(String id, String day) {
        return new VacancyRequestFact.VacancyRequestClosed(id, "left", on(day));
    }
}

package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.holder;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.DecisionManner;

/** What tests record of requests to fill posts. */
public final class VacancyRequestFacts {

    private VacancyRequestFacts() {}

    /** A request for a temporary post. */
    public static VacancyRequested vacancyRequested(
            String id, @Nullable String person, String board, @Nullable String until, String day) {
        return new VacancyRequested(
                id,
                "ACME",
                "Planner",
                until == null ? VacancyTenure.PERMANENT : VacancyTenure.TEMPORARY,
                null,
                "Budget of New homes",
                until == null ? null : day(until),
                holder(person),
                board,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static VacancyChecked checked(String id, VacancyCheck check, boolean met, String day) {
        return new VacancyChecked(id, check, met, null, null, on(day));
    }

    public static VacancyExtensionRequested extensionRequested(
            String id, @Nullable String person, String until, String day) {
        return new VacancyExtensionRequested(id, day(until), holder(person), null, on(day));
    }

    /** An authorisation by one who may, with a quorum. */
    public static VacancyDecided authorised(String id, String board, @Nullable String until, String day) {
        return new VacancyDecided(
                id,
                VacancyOutcome.AUTHORISED,
                until == null ? null : day(until),
                board,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                3,
                List.of("p-board"),
                null,
                null,
                on(day));
    }

    public static VacancyDecided vacancyRefused(String id, String board, String day) {
        return new VacancyDecided(
                id,
                VacancyOutcome.REFUSED,
                null,
                board,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                3,
                List.of("p-board"),
                "Not now",
                null,
                on(day));
    }

    public static VacancyRequestClosed vacancyClosed(String id, String day) {
        return new VacancyRequestClosed(id, "The planner left", on(day));
    }
}

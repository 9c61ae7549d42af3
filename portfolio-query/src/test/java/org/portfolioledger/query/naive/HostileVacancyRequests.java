package org.portfolioledger.query.naive;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.vocabulary.DecisionManner;

/** Makes facts about requests to fill posts. */
final class HostileVacancyRequests extends HostileFamily {

    HostileVacancyRequests(HostileFacts all) {
        super(all);
        makers.put(
                VacancyRequested.class,
                id -> new VacancyRequested(
                        id,
                        register(id),
                        name(),
                        any(VacancyTenure.values()),
                        maybe("TP"),
                        maybe("Budget"),
                        random.nextBoolean() ? day() : null,
                        maybe(holder()),
                        near("board", id),
                        maybe(near("initiative", id)),
                        maybe("two left"),
                        attributes(),
                        on()));
        makers.put(
                VacancyChecked.class,
                id -> new VacancyChecked(
                        id, any(VacancyCheck.values()), random.nextBoolean(), maybe("P-1"), maybe("so"), on()));
        makers.put(
                VacancyExtensionRequested.class,
                id -> new VacancyExtensionRequested(id, day(), maybe(holder()), maybe("late"), on()));
        makers.put(
                VacancyDecided.class,
                id -> new VacancyDecided(
                        id,
                        random.nextInt(3) == 0 ? VacancyOutcome.REFUSED : VacancyOutcome.AUTHORISED,
                        random.nextInt(3) == 0 ? null : day(),
                        maybe(near("board", id)),
                        maybe(any(DecisionManner.values())),
                        maybe(near("meeting", id)),
                        maybe(any("1", "2")),
                        maybe("DG1"),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        maybe("because"),
                        random.nextInt(4) == 0 ? "knowingly" : null,
                        on()));
        makers.put(VacancyRequestClosed.class, id -> new VacancyRequestClosed(id, "left", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return VacancyRequestFact.class;
    }

    @Override
    String kind() {
        return "vacancy-request";
    }

    @Override
    Some some() {
        return new Some("VAC", 2, VacancyRequested.class);
    }
}

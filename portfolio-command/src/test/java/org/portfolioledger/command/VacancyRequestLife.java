package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.owner;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.VacancyRequestState;

/** A life of the family {@link VacancyRequestFact}. */
final class VacancyRequestLife implements Life<VacancyRequestState> {

    @Override
    public Kind<?, VacancyRequestState> kind() {
        return Kinds.VACANCY_REQUEST;
    }

    @Override
    public String id() {
        return "VAC";
    }

    /** A request that waits, and was checked. */
    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        BoardFacts.starChamber("B2", "2020-01-01"),
                        VacancyRequestFacts.vacancyRequested("VAC", "p0", "B2", "2020-06-30", "2020-01-01"),
                        VacancyRequestFacts.checked("VAC", VacancyCheck.FUNDING, true, "2020-01-01"),
                        VacancyRequestFacts.checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String person = "p" + sent.which() % 4;
        return switch (sent.kind() % 9) {
            case 0, 1 ->
                VacancyRequestFacts.checked(
                        "VAC",
                        sent.other() % 2 == 0 ? VacancyCheck.FUNDING : VacancyCheck.DISPLACED_STAFF,
                        sent.which() != 0,
                        day);
            case 2, 3 ->
                VacancyRequestFacts.extensionRequested("VAC", person, "202%s-06-30".formatted(sent.other() % 4), day);
            case 4, 5, 6 ->
                Shape.with(
                        VacancyRequestFacts.authorised("VAC", "B2", "202%s-06-30".formatted(sent.other() % 4), day),
                        "decidedBy",
                        List.of(person));
            case 7 ->
                sent.other() == 0
                        ? VacancyRequestFacts.vacancyClosed("VAC", day)
                        : VacancyRequestFacts.vacancyRefused("VAC", "B2", day);
            default -> VacancyRequestFacts.vacancyRequested("VAC", person, "B2", "2020-06-30", day);
        };
    }

    /**
     * Each request is checked and decided once by others: between a request and its decision both checks were met, and
     * others decided.
     */
    @Override
    public void keepsLaw(Given given) {
        Set<VacancyCheck> met = new HashSet<>();
        Set<String> asking = new HashSet<>();
        boolean[] waits = {false};
        told(given, Kinds.VACANCY_REQUEST, "VAC").forEach(fact -> {
            switch (fact) {
                case VacancyRequested requested -> {
                    waits[0] = true;
                    asking.add(String.valueOf(owner(requested.requestedBy())));
                }
                case VacancyExtensionRequested requested -> {
                    assertThat(waits[0]).isFalse();
                    waits[0] = true;
                    met.clear();
                    asking.clear();
                    asking.add(String.valueOf(owner(requested.requestedBy())));
                }
                case VacancyChecked checked -> {
                    if (checked.met()) met.add(checked.check());
                    else met.remove(checked.check());
                }
                case VacancyDecided decided -> {
                    assertThat(waits[0]).isTrue();
                    waits[0] = false;
                    assertThat(decided.decidedBy()).doesNotContainAnyElementsOf(asking);
                    if (decided.outcome() == VacancyOutcome.AUTHORISED)
                        assertThat(met).contains(VacancyCheck.FUNDING, VacancyCheck.DISPLACED_STAFF);
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.VACANCY_REQUEST, "VAC", VacancyRequestClosed.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of(
                "EXTENSION_NOT_LONGER", "REQUEST_STILL_WAITS", "SELF_AUTHORISATION", "VACANCY_REQUEST_CLOSED_ALREADY");
    }
}

package org.portfolioledger.command.vacancy;

import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.starChamber;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.command.VacancyRequestFacts.authorised;
import static org.portfolioledger.command.VacancyRequestFacts.checked;
import static org.portfolioledger.command.VacancyRequestFacts.extensionRequested;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyRefused;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyRequested;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;

/** Rule 5: nobody decides on a post that they asked for, whoever records it and by whichever account. */
class Rule5OthersAuthoriseTest {

    private static final String LAST = "2020-12-31";

    private final Given given = Given.persons("p-asks", "p-asks-again", "p-board", "p-records-the-request")
            .facts(starChamber("BD", "2020-01-01"))
            .sentBy(Given.clerk("p-records-the-request"))
            .and(vacancyRequested("VAC", "p-asks", "BD", LAST, "2020-02-01"))
            .sentBy(Given.clerk("p-checks"))
            .and(checked("VAC", VacancyCheck.FUNDING, true, "2020-02-02"))
            .and(checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-02-02"));

    @Test
    void who_asked_and_who_recorded_that_do_not_decide() {
        given.when(by("p-board")).isRecorded();
        for (String person : List.of("p-asks", "p-records-the-request")) {
            given.when(by(person))
                    .refuses(VacancyRequestRule.SELF_AUTHORISATION)
                    .against(2L)
                    .at("/decidedBy")
                    .entry(person, "decides");
            given.when(with(vacancyRefused("VAC", "BD", "2040-01-01"), "decidedBy", List.of(person)))
                    .refuses(VacancyRequestRule.SELF_AUTHORISATION);
        }
    }

    @Test
    void nor_do_they_record_what_others_decided() {
        for (String person : List.of("p-asks", "p-records-the-request"))
            given.sentBy(Given.clerk(person))
                    .when(by("p-board"))
                    .refuses(VacancyRequestRule.SELF_AUTHORISATION)
                    .entry(person, "records the decision");
    }

    @Test
    void who_asks_for_an_extension_does_not_decide_on_it_but_may_have_decided_before() {
        given.and(by("p-asks-again")).and(extensionRequested("VAC", "p-asks-again", "2021-06-30", "2020-12-01"));
        given.and(checked("VAC", VacancyCheck.FUNDING, true, "2020-12-02"))
                .and(checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-12-02"));
        given.sentBy(Given.clerk("p-records"));
        VacancyDecided longer = authorised("VAC", "BD", "2021-06-30", "2020-12-10");
        given.when(with(longer, "decidedBy", List.of("p-asks-again")))
                .refuses(VacancyRequestRule.SELF_AUTHORISATION)
                .against(6L);
        given.when(longer).isRecorded();
    }

    @Test
    void nor_does_the_sro_of_the_initiative_for_which_the_post_works() {
        given.facts(initiative("PG", "2020-01-01"), sro("PG", "A1", "p-board", "2020-01-01"))
                .sentBy(Given.clerk("p-records"))
                .replaced(2, with(vacancyRequested("VAC", "p-asks", "BD", LAST, "2020-02-01"), "initiative", "PG"));
        given.when(by("p-board"))
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE)
                .against(6L)
                .at("/decidedBy/0");
        given.when(by("p-asks-again")).isRecorded().restsOn(1L, 6L, 7L);
        given.sentBy(Given.clerk("p-board"))
                .when(by("p-asks-again"))
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE)
                .entry("p-board", "records the decision");
    }

    @Test
    void a_request_that_is_corrected_to_name_who_decided_is_refused() {
        given.and(by("p-board"));
        given.whenReplaced(2, vacancyRequested("VAC", "p-board", "BD", LAST, "2020-02-01"))
                .refuses(VacancyRequestRule.SELF_AUTHORISATION);
    }

    @Test
    void who_asked_does_not_correct_the_decision_either() {
        given.and(by("p-board"));
        given.sentBy(Given.clerk("p-other")).whenStruck(5).isRecorded();
        for (String person : List.of("p-asks", "p-records-the-request"))
            given.sentBy(Given.clerk(person))
                    .whenStruck(5)
                    .refuses(VacancyRequestRule.SELF_AUTHORISATION)
                    .entry(person, "corrects the decision");
    }

    @Test
    void a_decision_that_was_retracted_is_in_nobodys_way() {
        given.and(by("p-board"));
        given.and(given.whenStruck(5));
        given.when(vacancyRefused("VAC", "BD", "2020-02-11")).isRecorded();
    }

    @Test
    void who_copies_papers_in_a_migration_takes_no_part() {
        given.sentBy(Given.clerk("p-asks")).whenMigrating(by("p-board")).isRecorded();
    }

    private static VacancyDecided by(String person) {
        return with(authorised("VAC", "BD", LAST, "2020-02-10"), "decidedBy", List.of(person));
    }
}

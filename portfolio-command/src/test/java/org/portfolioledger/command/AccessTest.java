package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.AppointmentFacts.sroByPost;
import static org.portfolioledger.command.AppointmentFacts.sroReplacing;
import static org.portfolioledger.command.AppointmentFacts.vacancy;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.DependencyFacts.status;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.ReviewFacts.claimed;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.verified;
import static org.portfolioledger.command.Shape.with;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.RagRating;

/** Who may record and correct what. */
class AccessTest {

    private static final DependencyEnd OURS = new DependencyEnd("PG", null);
    private static final DependencyEnd THEIRS = new DependencyEnd("PX", null);
    private static final DependencyEnd FINANCE = new DependencyEnd(null, "Finance");

    /** On 1 January 2026 p1 is the SRO of PG, before whom it was p0; p9 is that of PX. */
    private final Given given = Given.persons("p0", "p1", "p9", "p-owner")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    initiativeIn("PX", "PF", "2020-01-01"),
                    sro("PG", "SRO-0", "p0", "2020-02-01"),
                    sroReplacing("PG", "SRO-1", "p1", "SRO-0", "2021-02-01"),
                    sro("PX", "SRO-9", "p9", "2020-02-01"),
                    board("BD", "2020-01-01"))
            .sentBy(sender("p1", ActorRole.SRO));

    private static Sender sender(String person, ActorRole... roles) {
        return new Sender(person, Grant.of(Set.of(roles)), day("2026-01-01"), false);
    }

    private static RagAssessed ratedBy(Assessor assessor, String initiative, String day) {
        return with(rated(initiative, RagRating.AMBER, day), "assessor", assessor);
    }

    private static GovernanceFact caseOf(String initiative) {
        return caseOpened("BC-" + initiative, initiative, CaseStage.SOC, List.of("BD"), "2021-03-01");
    }

    @Test
    void an_sro_acts_for_the_own_initiative_and_the_decision_rests_on_the_appointment() {
        given.when(ratedBy(Assessor.SRO, "PG", "2021-03-01"))
                .restsOn(2L, 6L)
                .reads("initiative-PG", "portfolio-PF", "appointments-PG");
    }

    @Test
    void an_sro_of_another_initiative_is_refused_alone_by_that() {
        given.when(with(ratedBy(Assessor.SRO, "PX", "2021-03-01"), "scheme", "NONE"))
                .refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void an_sro_acts_from_the_first_day_to_the_last_and_on_no_other() {
        given.when(ratedBy(Assessor.SRO, "PG", "2021-02-01")).isRecorded();
        given.when(ratedBy(Assessor.SRO, "PG", "2021-01-31")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(ended("PG", "SRO-1", "2027-01-01"));
        given.when(ratedBy(Assessor.SRO, "PG", "2026-12-31")).isRecorded();
        given.when(ratedBy(Assessor.SRO, "PG", "2027-01-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void a_past_sro_has_lost_the_right_also_for_the_days_that_were_theirs() {
        given.sentBy(sender("p0", ActorRole.SRO));
        given.when(ratedBy(Assessor.SRO, "PG", "2020-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void where_the_role_is_vacant_no_sro_acts() {
        given.facts(vacancy("PG", "SRO-2", "SRO-1", "2025-06-01"));
        given.when(ratedBy(Assessor.SRO, "PG", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void who_holds_the_post_of_the_sro_acts_as_long_as_they_hold_it_and_the_decision_rests_on_that() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p1", "2021-03-01"),
                initiativeIn("PY", "PF", "2020-01-01"),
                sroByPost("PY", "SRO-1", "PO", "2021-02-01"));
        given.when(ratedBy(Assessor.SRO, "PY", "2021-03-01")).restsOn(2L, 10L, 12L);
        given.when(ratedBy(Assessor.SRO, "PY", "2021-02-28")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(filled("PO", "p0", "2025-06-01"));
        given.when(ratedBy(Assessor.SRO, "PY", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @ParameterizedTest
    @EnumSource(Assessor.class)
    void an_sro_rates_as_sro_and_for_the_project(Assessor assessor) {
        boolean own = assessor == Assessor.SRO || assessor == Assessor.PROJECT;
        Then then = given.when(ratedBy(assessor, "PG", "2021-03-01"));
        if (own) then.isRecorded();
        else then.refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void an_sro_corrects_what_they_might_record_into_what_they_might_record() {
        given.facts(
                ratedBy(Assessor.SRO, "PG", "2021-03-01"),
                ratedBy(Assessor.SRO, "PG", "2020-03-01"),
                ratedBy(Assessor.INDEPENDENT, "PG", "2021-03-01"));
        given.whenReplaced(9, ratedBy(Assessor.PROJECT, "PG", "2021-04-01")).isRecorded();
        given.whenStruck(9).isRecorded();
        given.whenReplaced(9, ratedBy(Assessor.INDEPENDENT, "PG", "2021-03-01"))
                .refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.whenReplaced(9, ratedBy(Assessor.SRO, "PG", "2021-01-31")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.whenStruck(10).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.whenReplaced(10, ratedBy(Assessor.SRO, "PG", "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.whenStruck(11).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void a_case_is_of_the_sro_of_its_initiative() {
        given.when(caseOf("PG")).isRecorded();
        given.when(caseOf("PX")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(caseOf("PG"), caseOf("PX"));
        given.when(version("BC-PG", 1, "2021-03-02")).isRecorded();
        given.when(version("BC-PX", 1, "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(version("BC-PG", 1, "2021-03-02"), version("BC-PX", 1, "2021-03-02"));
        given.when(submitted("BC-PX", 1, "2021-03-03")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        assertThat(given.when(submitted("BC-PG", 1, "2021-03-03")).rules())
                .doesNotContain(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void each_side_of_a_dependency_proposes_it_agrees_for_itself_and_the_giver_promises() {
        given.when(dependency("D", OURS, THEIRS, "2021-03-01")).isRecorded();
        given.when(dependency("D", FINANCE, OURS, "2021-03-01")).isRecorded();
        given.when(dependency("D", FINANCE, THEIRS, "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(
                dependency("GIVEN", OURS, THEIRS, "2021-03-01"),
                dependency("TAKEN", THEIRS, OURS, "2021-03-01"),
                dependency("OTHER", FINANCE, THEIRS, "2021-03-01"));

        given.when(agreed("GIVEN", DependencySide.GIVER, "2021-03-02")).isRecorded();
        given.when(agreed("GIVEN", DependencySide.RECEIVER, "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(agreed("TAKEN", DependencySide.RECEIVER, "2021-03-02")).isRecorded();
        given.when(agreed("TAKEN", DependencySide.GIVER, "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(promised("GIVEN", "2021-05-01", "2021-03-02")).isRecorded();
        given.when(promised("TAKEN", "2021-05-01", "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        for (String own : List.of("GIVEN", "TAKEN"))
            given.when(status(own, DependencyStatus.AT_RISK, "2021-03-02")).isRecorded();
        given.when(status("OTHER", DependencyStatus.AT_RISK, "2021-03-02")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void an_sro_acts_and_answers_reviewers_for_the_own_initiative_and_reviews_none() {
        given.when(with(action("ACT", "p1", null, "2021-03-01"), "initiative", "PG"))
                .isRecorded();
        for (String others : Arrays.asList("PX", null))
            given.when(with(action("ACT", "p1", null, "2021-03-01"), "initiative", others))
                    .refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.facts(
                review("OURS", ReviewKind.GATE_2, "PG", "2021-03-01"),
                recommended("OURS", "R", "p1", "2021-03-01"),
                review("THEIRS", ReviewKind.GATE_2, "PX", "2021-03-01"),
                recommended("THEIRS", "R", "p9", "2021-03-01"));
        given.when(claimed("OURS", "R", "p1", "2021-04-01")).isRecorded();
        given.when(claimed("THEIRS", "R", "p9", "2021-04-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(review("RV", ReviewKind.GATE_2, "PG", "2021-04-01")).refusesAll(AccessRule.NOT_ALLOWED);
        given.when(verified("OURS", "R", "p0", "2021-04-01")).refusesAll(AccessRule.NOT_ALLOWED);
        given.sentBy(sender("p-owner", ActorRole.PORTFOLIO_OFFICE))
                .when(recommended("OURS", "R-2", "p1", "2021-04-01"))
                .refusesAll(AccessRule.NOT_ALLOWED);
    }

    @Test
    void who_is_an_sro_and_the_office_is_bound_by_neither_alone() {
        given.sentBy(sender("p0", ActorRole.SRO, ActorRole.PORTFOLIO_OFFICE));
        given.when(ratedBy(Assessor.INDEPENDENT, "PX", "2021-03-01")).restsOn(2L);
        Set<Grant> both = Set.of(Grant.of(ActorRole.SRO), new Grant(ActorRole.BOARD_SECRETARY, Grant.EVERYTHING));
        given.sentBy(new Sender("p0", both, day("2026-01-01"), false));
        given.when(ratedBy(Assessor.SRO, "PX", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(limit("BD", "1000", "2021-03-01")).isRecorded();
    }

    @ParameterizedTest
    @EnumSource(ActorRole.class)
    void what_boards_are_is_the_secretarys_what_they_decided_the_members_too_and_its_correction_the_offices_too(
            ActorRole role) {
        given.facts(boardDecided("BD", "D-1", "POLICY", "2020-06-01"), limit("BD", "1000", "2021-03-01"))
                .sentBy(new Sender("p1", Set.of(new Grant(role, Grant.EVERYTHING)), day("2026-01-01"), false));
        Set<ActorRole> senders = EnumSet.of(ActorRole.BOARD_SECRETARY, ActorRole.MIGRATOR);
        Set<ActorRole> deciders = EnumSet.of(ActorRole.BOARD_MEMBER, ActorRole.BOARD_SECRETARY, ActorRole.MIGRATOR);
        Set<ActorRole> correctors = EnumSet.of(
                ActorRole.BOARD_MEMBER, ActorRole.BOARD_SECRETARY, ActorRole.PORTFOLIO_OFFICE, ActorRole.MIGRATOR);

        assertThat(isDenied(given.when(limit("BD", "2000", "2021-04-01")))).isEqualTo(!senders.contains(role));
        assertThat(isDenied(given.when(boardDecided("BD", "D-2", "POLICY", "2020-06-02"))))
                .isEqualTo(!deciders.contains(role));
        assertThat(isDenied(given.whenStruck(9))).isEqualTo(!correctors.contains(role));
        assertThat(isDenied(given.whenReplaced(9, boardDecided("BD", "D-1", "POLICY", "2020-06-03"))))
                .isEqualTo(!correctors.contains(role));
        assertThat(isDenied(given.whenStruck(10))).isEqualTo(!senders.contains(role));
    }

    private static boolean isDenied(Then then) {
        return then.rules().stream().anyMatch(AccessRule.class::isInstance);
    }

    @Test
    void a_migrator_writes_while_the_register_migrates_and_no_longer() {
        Sender migrator = new Sender("p1", Grant.of(Set.of(ActorRole.MIGRATOR)), day("2026-01-01"), true);
        Given ledger = Given.persons().sentBy(migrator);
        ledger.and(ledger.whenMigrating(register("ACME", "2011-01-01")));
        ledger.and(ledger.whenMigrating(portfolio("PF", "2011-01-01")));
        ledger.and(ledger.whenMigrating(initiativeIn("PG", "PF", "2011-01-01")));
        ledger.sentBy(sender("p1", ActorRole.MIGRATOR));
        ledger.when(register("OTHER", "2011-01-01")).refusesAll(AccessRule.REGISTER_NOT_MIGRATING);
        ledger.and(ledger.when(live("ACME", "2011-06-01")));

        ledger.sentBy(migrator)
                .whenMigrating(renamed("PG", "Later", "2011-07-01"))
                .refuses(AccessRule.REGISTER_NOT_MIGRATING)
                .against(4L);
        ledger.whenStruckMigrating(3).refusesAll(AccessRule.REGISTER_NOT_MIGRATING);
        ledger.sentBy(Given.clerk("p1"))
                .when(renamed("PG", "Later", "2011-07-01"))
                .isRecorded();
    }
}

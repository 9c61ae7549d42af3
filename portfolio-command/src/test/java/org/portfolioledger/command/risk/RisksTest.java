package org.portfolioledger.command.risk;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.riskSchemeReplaced;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.postClosed;
import static org.portfolioledger.command.RiskFacts.admitted;
import static org.portfolioledger.command.RiskFacts.deescalated;
import static org.portfolioledger.command.RiskFacts.escalated;
import static org.portfolioledger.command.RiskFacts.materialised;
import static org.portfolioledger.command.RiskFacts.notAdmitted;
import static org.portfolioledger.command.RiskFacts.notSame;
import static org.portfolioledger.command.RiskFacts.ownedByPost;
import static org.portfolioledger.command.RiskFacts.owner;
import static org.portfolioledger.command.RiskFacts.response;
import static org.portfolioledger.command.RiskFacts.risk;
import static org.portfolioledger.command.RiskFacts.riskClosed;
import static org.portfolioledger.command.RiskFacts.riskReopened;
import static org.portfolioledger.command.RiskFacts.riskReviewed;
import static org.portfolioledger.command.RiskFacts.riskScheme;
import static org.portfolioledger.command.RiskFacts.same;
import static org.portfolioledger.command.RiskFacts.scored;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.RiskFacts;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.vocabulary.Holder;

class RisksTest {

    private static final String BEGIN = "2020-02-01";
    private static final RiskGatekeeper BOARD = RiskFacts.board("BD");

    private final Given given = Given.persons("p-owner", "p-chair", "p-office", "p-other")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    initiative("PX", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    dependency("DP", new DependencyEnd("PG", null), new DependencyEnd("PX", null), "2020-01-01"));

    private static RiskRaised atProgramme() {
        return risk("R", RiskLevel.PROGRAMME, "PG", null, "p-owner", BEGIN);
    }

    private Given raised() {
        return given.facts(atProgramme());
    }

    private Given waiting() {
        return raised().facts(escalated("R", RiskLevel.PORTFOLIO, BOARD, "p-other", "2020-03-01"));
    }

    @Test
    void a_risk_is_raised_once() {
        given.when(atProgramme()).records(atProgramme()).reads("initiative-PG");
        raised().when(atProgramme()).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_concerns_one_thing_on_record() {
        given.when(with(atProgramme(), "subject", new RiskSubject("PG", "PF", null, null)))
                .refuses(RiskRule.AMBIGUOUS_RISK_SUBJECT)
                .at("/subject");
        given.when(with(atProgramme(), "subject", new RiskSubject(null, null, null, null)))
                .refuses(RiskRule.AMBIGUOUS_RISK_SUBJECT);
        given.when(with(atProgramme(), "subject", new RiskSubject("PG-9", null, null, null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/initiative");
        given.when(with(atProgramme(), "subject", new RiskSubject(null, null, "BD-9", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/board");
        given.when(with(atProgramme(), "subject", new RiskSubject(null, "PF", null, null)))
                .isRecorded();
        given.when(with(atProgramme(), "subject", new RiskSubject(null, null, "BD", null)))
                .isRecorded();
        var described = with(atProgramme(), "subject", new RiskSubject(null, null, null, "GEN2 contract"));
        given.when(described).refuses(RiskRule.RISK_WITHOUT_SUBJECT).at("/subject");
        given.whenMigrating(described).unmet(RiskRule.RISK_WITHOUT_SUBJECT);
    }

    @Test
    void it_is_raised_on_an_open_initiative() {
        given.facts(closed("PG", "2020-03-01"));
        given.when(with(atProgramme(), "provenance", on("2020-02-29"))).isRecorded();
        given.when(with(atProgramme(), "provenance", on("2020-03-01")))
                .refuses(ReferenceRule.INITIATIVE_CLOSED)
                .at("/subject/initiative");
    }

    @Test
    void it_has_an_owner_whom_the_directory_knows() {
        given.when(with(atProgramme(), "owner", null))
                .refuses(RiskRule.RISK_WITHOUT_OWNER)
                .at("/owner");
        given.whenMigrating(with(atProgramme(), "owner", null)).unmet(RiskRule.RISK_WITHOUT_OWNER);
        given.when(risk("R", RiskLevel.PROGRAMME, "PG", null, "p-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
        raised().when(owner("R", "p-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
    }

    @Test
    void it_is_to_be_reviewed_no_earlier_than_on_the_day_that_states_it() {
        given.when(with(atProgramme(), "reviewBy", LocalDate.parse(BEGIN))).isRecorded();
        given.when(with(atProgramme(), "reviewBy", LocalDate.parse("2020-01-31")))
                .refuses(RiskRule.IMPOSSIBLE_REVIEW_DAY)
                .at("/reviewBy");
        raised();
        given.when(with(riskReviewed("R", "2020-03-01"), "reviewBy", LocalDate.parse("2020-03-01")))
                .isRecorded();
        given.when(with(riskReviewed("R", "2020-03-01"), "reviewBy", LocalDate.parse("2020-02-29")))
                .refuses(RiskRule.IMPOSSIBLE_REVIEW_DAY);
    }

    @Test
    void above_programme_level_it_has_a_gatekeeper() {
        given.when(risk("R", RiskLevel.PROJECT, "PG", null, "p-owner", BEGIN)).isRecorded();
        given.when(atProgramme()).isRecorded();
        for (RiskLevel level : List.of(RiskLevel.BUSINESS_GROUP, RiskLevel.PORTFOLIO, RiskLevel.STRATEGIC)) {
            var unkept = risk("R", level, "PG", null, "p-owner", BEGIN);
            given.when(unkept).refuses(RiskRule.LEVEL_WITHOUT_GATEKEEPER).at("/gatekeeper");
            given.whenMigrating(unkept).unmet(RiskRule.LEVEL_WITHOUT_GATEKEEPER);
            given.when(with(unkept, "gatekeeper", BOARD)).isRecorded();
        }
        raised();
        given.when(escalated("R", RiskLevel.PORTFOLIO, null, null, "2020-03-01"))
                .refuses(RiskRule.LEVEL_WITHOUT_GATEKEEPER);
        given.whenMigrating(escalated("R", RiskLevel.PORTFOLIO, null, null, "2020-03-01"))
                .unmet(RiskRule.LEVEL_WITHOUT_GATEKEEPER);
    }

    @Test
    void the_gatekeeper_is_a_board_or_somebody() {
        var kept = risk("R", RiskLevel.PORTFOLIO, "PG", BOARD, "p-owner", BEGIN);
        given.when(with(kept, "gatekeeper", new RiskGatekeeper("BD", "p-chair", null)))
                .refuses(ReferenceRule.AMBIGUOUS_GATEKEEPER)
                .at("/gatekeeper");
        given.when(with(kept, "gatekeeper", new RiskGatekeeper(null, null, null)))
                .refuses(ReferenceRule.AMBIGUOUS_GATEKEEPER);
        given.when(with(kept, "gatekeeper", new RiskGatekeeper("BD-9", null, null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/gatekeeper/board");
        given.when(with(kept, "gatekeeper", new RiskGatekeeper(null, "p-9", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/gatekeeper/person");
        given.when(with(kept, "gatekeeper", new RiskGatekeeper(null, "p-chair", "Director of Strategy")))
                .isRecorded();
    }

    @Test
    void probability_and_impact_are_one_to_five() {
        raised();
        for (int number : List.of(1, 5)) {
            given.when(scored("R", number, 3, BEGIN)).isRecorded();
            given.when(scored("R", 3, number, BEGIN)).isRecorded();
        }
        for (int number : List.of(0, 6, -1, Integer.MAX_VALUE)) {
            given.whenMigrating(scored("R", number, 3, BEGIN))
                    .refuses(RiskRule.SCORE_OUT_OF_RANGE)
                    .at("/probability");
            given.when(scored("R", 3, number, BEGIN))
                    .refuses(RiskRule.SCORE_OUT_OF_RANGE)
                    .at("/impact");
        }
    }

    @Test
    void it_is_scored_by_a_scheme_of_its_portfolio_from_the_day_on_which_there_is_one() {
        raised().facts(riskScheme("PF", "ACME", 1, "2020-03-01"));
        given.when(scored("R", 3, 5, "2020-02-29")).isRecorded();
        given.when(scored("R", 3, 5, "2020-03-01"))
                .refuses(RiskRule.SCORED_WITHOUT_SCHEME)
                .at("/scheme");
        given.whenMigrating(scored("R", 3, 5, "2020-03-01")).unmet(RiskRule.SCORED_WITHOUT_SCHEME);
        var by = with(scored("R", 3, 5, "2020-03-01"), "scheme", "acme");
        given.when(by).records(with(with(with(by, "scheme", "ACME"), "schemeVersion", 1), "critical", true));
        given.when(with(by, "probability", 2))
                .records(with(
                        with(with(with(by, "scheme", "ACME"), "schemeVersion", 1), "critical", false),
                        "probability",
                        2));
        given.when(with(by, "schemeVersion", 2))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/scheme");
        given.when(with(with(by, "provenance", on("2020-02-29")), "scheme", "ACME"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.facts(riskScheme("PF", "ACME", 2, "2040-01-01"));
        given.when(with(by, "provenance", on("2039-12-31")))
                .records(with(
                        with(with(with(by, "provenance", on("2039-12-31")), "scheme", "ACME"), "schemeVersion", 1),
                        "critical",
                        true));
        given.when(with(by, "provenance", on("2040-01-01")))
                .records(with(
                        with(with(with(by, "provenance", on("2040-01-01")), "scheme", "ACME"), "schemeVersion", 2),
                        "critical",
                        true));
    }

    @Test
    void a_post_on_record_owns_it_alone_and_while_it_exists() {
        raised().facts(post("PO", "2020-01-01"), postClosed("PO", "2022-01-01"));
        var byPost = ownedByPost("R", "PO", "2021-01-01");
        given.when(byPost).records(byPost);
        given.when(with(byPost, "provenance", on("2021-12-31"))).isRecorded();
        given.when(with(byPost, "provenance", on("2022-01-01"))).refuses(TermsRule.POST_IS_CLOSED);
        given.when(with(byPost, "heldByPost", "PO-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/heldByPost");
        given.when(with(byPost, "owner", new Holder("p-owner", null)))
                .refuses(RiskRule.OWNER_BESIDE_POST)
                .at("/owner");
        given.when(with(byPost, "heldByPost", null))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/owner");
        var begun = risk("R-2", RiskLevel.PROJECT, "PG", null, "p-owner", BEGIN);
        given.when(with(with(begun, "owner", null), "heldByPost", "PO")).isRecorded();
    }

    @Test
    void whoever_holds_the_post_that_owns_it_that_day_does_not_decide_on_its_admission() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p-other", "2020-06-01"),
                risk("R", RiskLevel.PROGRAMME, "PG", BOARD, "p-owner", BEGIN),
                ownedByPost("R", "PO", "2020-03-01"));
        given.when(admitted("R", "p-other", "2020-05-31")).isRecorded();
        given.when(admitted("R", "p-other", "2020-06-01"))
                .refuses(RiskRule.SELF_ADMISSION)
                .at("/decidedBy");
        given.when(admitted("R", "p-other", "2020-02-29")).isRecorded();
    }

    @Test
    void it_is_not_scored_by_a_scheme_that_was_replaced_from_that_day_on() {
        raised().facts(
                        riskScheme("PF", "OLD", 1, "2020-03-01"),
                        riskScheme("PF", "NEW", 1, "2020-03-01"),
                        riskSchemeReplaced("PF", "OLD", "NEW", 1, "2021-01-01"));
        var by = with(scored("R", 3, 5, "2021-01-01"), "scheme", "OLD");
        given.when(by).refuses(RiskRule.SCORED_BY_REPLACED_SCHEME).at("/scheme");
        given.whenMigrating(by).unmet(RiskRule.SCORED_BY_REPLACED_SCHEME);
        given.when(with(by, "provenance", on("2040-01-01"))).refuses(RiskRule.SCORED_BY_REPLACED_SCHEME);
        given.when(with(by, "provenance", on("2020-12-31"))).isRecorded();
        given.when(with(by, "scheme", "NEW")).isRecorded();
    }

    @Test
    void without_a_portfolio_there_is_no_scheme() {
        given.facts(risk("R", RiskLevel.PROJECT, "PX", null, "p-owner", BEGIN));
        given.when(scored("R", 3, 5, BEGIN)).isRecorded();
        given.when(with(scored("R", 3, 5, BEGIN), "scheme", "ACME")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void its_proximity_is_a_day_or_words() {
        raised();
        var day = LocalDate.parse("2021-01-01");
        given.when(with(scored("R", 3, 5, BEGIN), "proximity", new RiskProximity(day, null)))
                .isRecorded();
        given.when(with(scored("R", 3, 5, BEGIN), "proximity", new RiskProximity(null, "soon")))
                .isRecorded();
        given.when(with(scored("R", 3, 5, BEGIN), "proximity", new RiskProximity(day, "soon")))
                .refuses(RiskRule.AMBIGUOUS_PROXIMITY)
                .at("/proximity");
        given.when(with(scored("R", 3, 5, BEGIN), "proximity", new RiskProximity(null, null)))
                .refuses(RiskRule.AMBIGUOUS_PROXIMITY);
    }

    @Test
    void a_response_is_of_a_kind() {
        raised();
        given.when(response("R", "Agree terms", BEGIN)).isRecorded();
        given.when(with(response("R", "Agree terms", BEGIN), "response", null))
                .refuses(RiskRule.RESPONSE_WITHOUT_KIND)
                .at("/response");
        given.whenMigrating(with(response("R", "Agree terms", BEGIN), "response", null))
                .unmet(RiskRule.RESPONSE_WITHOUT_KIND);
    }

    @Test
    void it_is_escalated_upwards_and_handed_back_downwards() {
        raised();
        given.when(escalated("R", RiskLevel.BUSINESS_GROUP, BOARD, null, "2020-03-01"))
                .isRecorded();
        given.whenMigrating(escalated("R", RiskLevel.PROGRAMME, null, null, "2020-03-01"))
                .refuses(RiskRule.NOT_A_HIGHER_LEVEL)
                .against(6L);
        given.when(deescalated("R", RiskLevel.PROJECT, null, "2020-03-01")).isRecorded();
        given.when(deescalated("R", RiskLevel.PROGRAMME, null, "2020-03-01"))
                .refuses(RiskRule.NOT_A_LOWER_LEVEL)
                .against(6L);
    }

    @Test
    void what_is_back_dated_is_held_against_what_followed() {
        raised().facts(
                        escalated("R", RiskLevel.PORTFOLIO, BOARD, null, "2020-03-01"),
                        admitted("R", "p-chair", "2020-03-02"),
                        deescalated("R", RiskLevel.PROGRAMME, null, "2020-04-01"));
        given.when(deescalated("R", RiskLevel.PROJECT, null, "2020-02-15")).isRecorded();
        given.when(deescalated("R", RiskLevel.PROJECT, null, "2020-03-15")).refuses(RiskRule.NOT_A_LOWER_LEVEL);
        given.when(deescalated("R", RiskLevel.PROJECT, null, "2040-04-01")).isRecorded();
        given.when(deescalated("R", RiskLevel.PROGRAMME, null, "2040-04-01")).refuses(RiskRule.NOT_A_LOWER_LEVEL);
    }

    @Test
    void one_step_at_a_time_waits_for_the_gatekeeper() {
        waiting();
        given.when(escalated("R", RiskLevel.STRATEGIC, BOARD, null, "2020-03-02"))
                .refuses(RiskRule.ADMISSION_STILL_WAITS)
                .against(7L);
        given.when(admitted("R", "p-chair", "2020-02-29"))
                .refuses(RiskRule.NO_ADMISSION_WAITS)
                .against(6L);
        given.when(admitted("R", "p-chair", "2020-03-01")).isRecorded();
        given.and(notAdmitted("R", "p-chair", "2020-03-02"));
        given.when(admitted("R", "p-chair", "2020-03-03")).refuses(RiskRule.NO_ADMISSION_WAITS);
        given.when(escalated("R", RiskLevel.STRATEGIC, BOARD, null, "2020-03-02"))
                .isRecorded();
    }

    @Test
    void an_admission_names_who_decided_and_a_refusal_why() {
        waiting();
        given.when(with(admitted("R", "p-chair", "2020-03-02"), "decidedBy", List.of()))
                .refuses(RiskRule.ADMISSION_WITHOUT_NAMES)
                .at("/decidedBy");
        given.whenMigrating(with(admitted("R", "p-chair", "2020-03-02"), "decidedBy", List.of()))
                .unmet(RiskRule.ADMISSION_WITHOUT_NAMES);
        given.when(with(notAdmitted("R", "p-chair", "2020-03-02"), "reason", null))
                .refuses(RiskRule.NOT_ADMITTED_WITHOUT_REASON)
                .at("/reason");
        given.when(admitted("R", "p-9", "2020-03-02"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/decidedBy/0");
    }

    @Test
    void who_decides_for_a_board_sits_on_it_that_day() {
        waiting()
                .facts(
                        sitting("BD", List.of("p-chair"), "2020-03-02"),
                        sitting("BD", List.of("p-office"), "2020-03-10"));
        given.when(admitted("R", "p-office", "2020-03-01")).isRecorded();
        given.when(admitted("R", "p-office", "2020-03-02"))
                .refuses(RiskRule.ADMITTED_WITHOUT_SEAT)
                .at("/decidedBy/0");
        given.whenMigrating(admitted("R", "p-office", "2020-03-02")).unmet(RiskRule.ADMITTED_WITHOUT_SEAT);
        given.when(admitted("R", "p-chair", "2020-03-02")).isRecorded();
        given.when(admitted("R", "p-chair", "2020-03-09")).isRecorded();
        given.when(admitted("R", "p-chair", "2020-03-10")).refuses(RiskRule.ADMITTED_WITHOUT_SEAT);
        given.when(admitted("R", "p-office", "2030-03-10")).isRecorded();
    }

    @Test
    void who_is_named_as_the_gatekeeper_decides() {
        raised().facts(escalated(
                "R", RiskLevel.PORTFOLIO, new RiskGatekeeper(null, "p-chair", null), "p-other", "2020-03-01"));
        given.when(admitted("R", "p-office", "2020-03-02"))
                .refuses(RiskRule.NOT_THE_GATEKEEPER)
                .against(7L);
        given.whenMigrating(admitted("R", "p-office", "2020-03-02")).unmet(RiskRule.NOT_THE_GATEKEEPER);
        given.when(admitted("R", "p-chair", "2020-03-02")).isRecorded();
    }

    @Test
    void who_owns_or_escalates_a_risk_does_not_admit_it() {
        waiting();
        given.when(admitted("R", "p-owner", "2020-03-02"))
                .refuses(RiskRule.SELF_ADMISSION)
                .at("/decidedBy");
        given.when(notAdmitted("R", "p-other", "2020-03-02")).refuses(RiskRule.SELF_ADMISSION);
        given.whenMigrating(admitted("R", "p-other", "2020-03-02")).unmet(RiskRule.SELF_ADMISSION);
        given.sentBy(Given.clerk("p-owner"))
                .when(admitted("R", "p-chair", "2020-03-02"))
                .refuses(RiskRule.SELF_ADMISSION);
        given.sentBy(Given.clerk("p-office"))
                .when(admitted("R", "p-chair", "2020-03-02"))
                .isRecorded();
    }

    @Test
    void who_owned_it_before_and_who_takes_it_over_later_is_told_apart() {
        waiting().facts(owner("R", "p-office", "2020-03-05"));
        given.when(admitted("R", "p-office", "2020-03-04")).isRecorded();
        given.when(admitted("R", "p-office", "2020-03-05")).refuses(RiskRule.SELF_ADMISSION);
        given.when(admitted("R", "p-owner", "2020-03-05")).refuses(RiskRule.SELF_ADMISSION);
    }

    @Test
    void who_owns_it_does_not_correct_what_the_gatekeeper_decided() {
        waiting().facts(notAdmitted("R", "p-chair", "2020-03-02"));
        given.sentBy(Given.clerk("p-owner"))
                .whenReplaced(8L, admitted("R", "p-chair", "2020-03-02"))
                .refuses(RiskRule.SELF_ADMISSION);
        given.whenStruck(8L).refuses(RiskRule.SELF_ADMISSION);
        given.sentBy(Given.clerk("p-office"))
                .whenReplaced(8L, admitted("R", "p-chair", "2020-03-02"))
                .isRecorded();
    }

    @Test
    void what_was_not_admitted_when_it_was_raised_is_closed_and_waits_again_once_reopened() {
        given.facts(
                risk("R", RiskLevel.PORTFOLIO, "PG", BOARD, "p-owner", BEGIN),
                notAdmitted("R", "p-chair", "2020-03-01"));
        given.when(scored("R", 3, 5, "2020-03-02")).refuses(RiskRule.RISK_CLOSED_ALREADY);
        given.when(admitted("R", "p-chair", "2020-03-02"))
                .refusesAll(RiskRule.RISK_CLOSED_ALREADY, RiskRule.NO_ADMISSION_WAITS);
        given.and(riskReopened("R", "2020-03-05"));
        given.when(admitted("R", "p-chair", "2020-03-06")).isRecorded();
    }

    @Test
    void it_happens_once() {
        raised().facts(materialised("R", "2020-03-01"));
        given.when(materialised("R", "2020-03-02"))
                .refuses(RiskRule.MATERIALISED_ALREADY)
                .against(7L);
        var issue = with(risk("R-2", RiskLevel.PROJECT, "PG", null, "p-owner", BEGIN), "kind", RiskKind.ISSUE);
        given.facts(issue).when(materialised("R-2", "2020-03-02")).refuses(RiskRule.MATERIALISED_ALREADY);
    }

    @Test
    void a_link_names_one_other_thing_on_record_and_is_there_once() {
        raised().facts(risk("R-2", RiskLevel.PROJECT, "PX", null, "p-owner", BEGIN));
        given.when(same("R", "R-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/otherRisk");
        given.when(same("R", "R", BEGIN)).refuses(RiskRule.LINKED_TO_ITSELF).at("/otherRisk");
        given.when(with(same("R", "R-2", BEGIN), "dependency", "DP")).refuses(RiskRule.AMBIGUOUS_LINK);
        given.when(new RiskLinked("R", RiskLinkKind.SAME_AS, null, "DP", null, on(BEGIN)))
                .refuses(RiskRule.AMBIGUOUS_LINK);
        given.when(new RiskLinked("R", RiskLinkKind.RELATES_TO, null, "DP", null, on(BEGIN)))
                .isRecorded();
        given.when(new RiskLinked("R", RiskLinkKind.RELATES_TO, null, "DP-9", null, on(BEGIN)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/dependency");
        given.when(notSame("R", "R-2", BEGIN)).refuses(RiskRule.NOT_LINKED);
        given.and(same("R", "R-2", "2020-03-01"));
        given.when(same("R", "R-2", "2020-03-02"))
                .refuses(RiskRule.LINKED_ALREADY)
                .against(8L);
        given.when(notSame("R", "R-2", "2020-02-29")).refuses(RiskRule.NOT_LINKED);
        given.when(notSame("R", "R-2", "2020-03-01")).isRecorded();
    }

    @Test
    void a_closed_risk_changes_no_more_until_it_is_reopened() {
        raised();
        given.when(riskReopened("R", "2020-03-01")).refuses(RiskRule.RISK_STILL_OPEN);
        given.when(riskClosed("R", "2020-01-31")).refuses(RiskRule.RISK_CLOSED_BEFORE_IT_BEGAN);
        given.and(riskClosed("R", "2020-03-01"));
        given.when(scored("R", 3, 5, "2020-02-29")).isRecorded();
        given.when(scored("R", 3, 5, "2020-03-01"))
                .refuses(RiskRule.RISK_CLOSED_ALREADY)
                .against(7L);
        given.when(riskClosed("R", "2040-03-01")).refuses(RiskRule.RISK_CLOSED_ALREADY);
        given.when(riskReopened("R", "2020-02-29")).refuses(RiskRule.RISK_STILL_OPEN);
        given.and(riskReopened("R", "2020-04-01"));
        given.when(scored("R", 3, 5, "2020-03-31")).refuses(RiskRule.RISK_CLOSED_ALREADY);
        given.when(scored("R", 3, 5, "2020-04-01")).isRecorded();
        given.when(riskClosed("R", "2020-05-01")).isRecorded();
    }
}

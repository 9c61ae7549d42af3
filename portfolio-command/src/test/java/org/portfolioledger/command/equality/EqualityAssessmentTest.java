package org.portfolioledger.command.equality;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.EqualityAssessmentFacts.equality;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityEnded;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityReviewed;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityVersion;
import static org.portfolioledger.command.EqualityAssessmentFacts.tied;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.RecordEqualityVersion;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

class EqualityAssessmentTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a", "p-owner")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"));

    @Test
    void an_assessment_is_put_on_record_once() {
        var opened = equality("EIA", "PG", 1, BEGIN);
        given.when(opened).records(opened).reads("initiative-PG");
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_initiatives_and_business_cases_on_record() {
        var opened = equality("EIA", "PG", 1, BEGIN);
        var both = List.of(new EqualitySubject("PG", null, null), new EqualitySubject(null, "BC", null));
        given.when(with(opened, "subjects", both)).isRecorded();
        given.whenMigrating(with(opened, "subjects", List.of()))
                .refuses(EqualityAssessmentRule.NOTHING_ASSESSED)
                .at("/subjects");
        given.when(with(opened, "subjects", List.of(new EqualitySubject("PG-9", null, null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subjects/0/initiative");
        given.when(with(opened, "subjects", List.of(new EqualitySubject(null, "BC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subjects/0/businessCase");
        given.when(with(opened, "subjects", List.of(both.getFirst(), both.getFirst())))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/subjects/1");
        for (var unclear : List.of(new EqualitySubject("PG", "BC", null), new EqualitySubject(null, null, null)))
            given.whenMigrating(with(opened, "subjects", List.of(unclear)))
                    .refuses(EqualityAssessmentRule.AMBIGUOUS_EQUALITY_SUBJECT)
                    .at("/subjects/0");
    }

    @Test
    void what_is_only_described_is_assessed_in_migrated_history_alone() {
        var opened = with(
                equality("EIA", "PG", 1, "2011-06-13"),
                "subjects",
                List.of(new EqualitySubject(null, null, "TP projects")));
        given.when(opened)
                .refuses(EqualityAssessmentRule.EQUALITY_SUBJECT_NOT_ON_RECORD)
                .at("/subjects/0");
        given.whenMigrating(opened).unmet(EqualityAssessmentRule.EQUALITY_SUBJECT_NOT_ON_RECORD);
    }

    @Test
    void each_version_is_identified_by_content_of_its_own() {
        given.when(equality("EIA", "PG", 0, BEGIN))
                .refuses(EqualityAssessmentRule.ASSESSMENT_NOT_IDENTIFIED)
                .at("/sha256");
        given.whenMigrating(equality("EIA", "PG", 0, BEGIN)).unmet(EqualityAssessmentRule.ASSESSMENT_NOT_IDENTIFIED);
        given.when(with(equality("EIA", "PG", 1, BEGIN), "sha256", "ABC")).refuses(PowersRule.INVALID_PAPER_HASH);
        given.facts(equality("EIA", "PG", 1, BEGIN), equalityVersion("EIA", 2, 2, "2020-03-01"));
        given.when(equalityVersion("EIA", 3, 3, "2020-03-01")).isRecorded();
        given.when(equalityVersion("EIA", 2, 3, "2020-04-01"))
                .refuses(EqualityAssessmentRule.EQUALITY_VERSION_TAKEN)
                .against(5L);
        given.when(equalityVersion("EIA", 1, 3, "2020-04-01")).refuses(EqualityAssessmentRule.EQUALITY_VERSION_TAKEN);
        for (int known : List.of(1, 2))
            given.when(equalityVersion("EIA", 3, known, "2020-04-01"))
                    .refuses(EqualityAssessmentRule.EQUALITY_VERSION_WITHOUT_NEW_CONTENT)
                    .at("/sha256");
    }

    @Test
    void the_next_version_is_numbered_where_none_is_named() {
        given.facts(equality("EIA", "PG", 1, BEGIN));
        var next = new RecordEqualityVersion("EIA", null, "7".repeat(64), null, on("2020-03-01"));
        given.when(next).records(equalityVersion("EIA", 2, 7, "2020-03-01"));
        given.facts(equalityVersion("EIA", 2, 7, "2020-03-01")).when(next).changesNothing();
    }

    @Test
    void it_is_tied_to_a_case_that_it_accompanies() {
        given.facts(equality("EIA", "PG", 1, BEGIN));
        given.when(tied("EIA", "BC", "2020-03-01")).isRecorded().reads("business-case-BC");
        given.when(tied("EIA", "BC-9", "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/subject/businessCase");
    }

    @Test
    void it_is_to_be_reviewed_no_earlier_than_the_day_on_which_that_is_set() {
        var opened = equality("EIA", "PG", 1, BEGIN);
        given.when(with(opened, "reviewBy", day(BEGIN))).isRecorded();
        given.when(with(opened, "reviewBy", day("2020-01-31")))
                .refuses(EqualityAssessmentRule.IMPOSSIBLE_EQUALITY_REVIEW_DATE)
                .at("/reviewBy");
        given.facts(opened);
        given.when(equalityReviewed("EIA", "2040-03-01", "2040-03-01")).isRecorded();
        given.when(equalityReviewed("EIA", "2040-02-29", "2040-03-01"))
                .refuses(EqualityAssessmentRule.IMPOSSIBLE_EQUALITY_REVIEW_DATE);
        given.when(with(equalityReviewed("EIA", null, "2020-03-01"), "reviewedBy", "p-nobody"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/reviewedBy");
        given.when(with(equality("EIA-2", "PG", 1, BEGIN), "author", new Holder("p-nobody", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/author/person");
    }

    @Test
    void nothing_comes_after_its_end() {
        given.facts(equality("EIA", "PG", 1, BEGIN), equalityEnded("EIA", "2020-06-01"));
        given.when(equalityVersion("EIA", 2, 2, "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01")) {
            given.when(equalityVersion("EIA", 2, 2, day))
                    .refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY)
                    .against(5L);
            given.when(tied("EIA", "BC", day)).refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY);
            given.when(equalityReviewed("EIA", null, day))
                    .refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY);
        }
        given.when(equalityEnded("EIA", "2020-07-01"))
                .refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY);
    }

    @Test
    void it_ends_no_earlier_than_it_begins_nor_before_what_came_after() {
        given.facts(equality("EIA", "PG", 1, BEGIN));
        given.when(equalityEnded("EIA", BEGIN)).isRecorded();
        given.when(equalityEnded("EIA", "2020-01-31"))
                .refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_BEFORE_IT_BEGAN)
                .against(4L);
        given.facts(equalityVersion("EIA", 2, 2, "2020-06-01"));
        given.when(equalityEnded("EIA", "2020-05-31"))
                .refuses(EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY)
                .against(5L);
    }

    private static Provenance on(String day) {
        return Provenance.on(day(day));
    }
}

package org.portfolioledger.command.accounting;

import static org.portfolioledger.command.AccountingAssessmentFacts.allMet;
import static org.portfolioledger.command.AccountingAssessmentFacts.assessed;
import static org.portfolioledger.command.AccountingAssessmentFacts.departed;
import static org.portfolioledger.command.AccountingAssessmentFacts.reassessed;
import static org.portfolioledger.command.AccountingAssessmentFacts.summarised;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.Holder;

class AccountingAssessmentTest {

    private static final String BEGIN = "2020-03-01";

    private final Given given = Given.persons("p-clerk", "p-officer", "p-other", "p-owner", "p-submitter")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    version("BC", 1, "2020-01-02"),
                    submitted("BC", 1, "2020-01-03"));

    @Test
    void an_assessment_is_put_on_record_once_and_rests_on_who_owns_the_case() {
        var made = assessed("AOA", "BC", "p-officer", BEGIN);
        given.when(made).records(made).reads("business-case-BC", "appointments-PG");
        given.when(made).restsOn(3L);
        given.facts(made).when(made).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_a_case_and_of_a_version_on_record() {
        given.when(assessed("AOA", "BC-9", "p-officer", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/businessCase");
        given.when(with(assessed("AOA", "BC", "p-officer", BEGIN), "version", 1))
                .isRecorded();
        given.when(with(assessed("AOA", "BC", "p-officer", BEGIN), "version", 2))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/version");
    }

    @Test
    void each_of_the_four_standards_is_assessed_once() {
        var made = assessed("AOA", "BC", "p-officer", BEGIN);
        List<StandardFinding> three = allMet().subList(0, 3);
        given.when(with(made, "findings", three))
                .refuses(AccountingAssessmentRule.STANDARD_NOT_ASSESSED)
                .at("/findings")
                .entry("FEASIBILITY");
        given.whenMigrating(with(made, "findings", three)).unmet(AccountingAssessmentRule.STANDARD_NOT_ASSESSED);
        List<StandardFinding> five = new ArrayList<>(allMet());
        five.add(new StandardFinding(AccountingStandard.PROPRIETY, false, "An interest"));
        given.whenMigrating(with(made, "findings", five))
                .refuses(AccountingAssessmentRule.STANDARD_ASSESSED_TWICE)
                .at("/findings/4");
        given.when(with(made, "findings", List.of(five.getLast(), five.get(0), five.get(2), five.get(3))))
                .isRecorded();
        given.facts(made);
        given.when(with(reassessed("AOA", "p-officer", "2020-04-01"), "findings", three))
                .refuses(AccountingAssessmentRule.STANDARD_NOT_ASSESSED);
    }

    @Test
    void it_names_the_accounting_officer() {
        given.when(assessed("AOA", "BC", null, BEGIN))
                .refuses(AccountingAssessmentRule.ACCOUNTING_OFFICER_NOT_NAMED)
                .at("/accountingOfficer");
        given.whenMigrating(assessed("AOA", "BC", null, BEGIN))
                .unmet(AccountingAssessmentRule.ACCOUNTING_OFFICER_NOT_NAMED);
        given.when(with(assessed("AOA", "BC", null, BEGIN), "accountingOfficer", new Holder(null, "Chief Executive")))
                .isRecorded();
        given.when(assessed("AOA", "BC", "p-nobody", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/accountingOfficer/person");
    }

    @Test
    void nobody_assesses_a_case_that_they_own_or_submitted_nor_records_that() {
        given.when(assessed("AOA", "BC", "p-other", BEGIN)).isRecorded();
        given.when(assessed("AOA", "BC", "p-owner", BEGIN))
                .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                .against(3L)
                .at("/accountingOfficer/person");
        given.when(assessed("AOA", "BC", "p-submitter", "2040-01-01"))
                .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                .against(5L);
        given.facts(assessed("AOA", "BC", "p-officer", BEGIN));
        given.when(reassessed("AOA", "p-owner", "2020-04-01")).refuses(AccountingAssessmentRule.SELF_ASSESSMENT);
        for (String person : List.of("p-owner", "p-submitter")) {
            given.sentBy(Given.clerk(person))
                    .when(assessed("AOA-2", "BC", "p-officer", BEGIN))
                    .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                    .entry(person, "records its assessment");
            given.sentBy(Given.clerk(person))
                    .whenMigrating(assessed("AOA-2", "BC", "p-officer", BEGIN))
                    .isRecorded();
        }
    }

    @Test
    void it_is_of_a_version_that_is_written_by_its_day() {
        given.facts(version("BC", 2, "2020-04-01"));
        given.when(with(assessed("AOA", "BC", "p-officer", "2020-04-01"), "version", 2))
                .isRecorded();
        given.when(with(assessed("AOA", "BC", "p-officer", "2020-03-31"), "version", 2))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/version");
        given.facts(assessed("AOA", "BC", "p-officer", BEGIN));
        given.when(with(reassessed("AOA", "p-officer", "2020-04-01"), "version", 2))
                .isRecorded();
        given.when(with(reassessed("AOA", "p-officer", "2020-03-31"), "version", 2))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void nor_does_the_sro_or_who_put_the_case_on_record() {
        given.facts(sro("PG", "A1", "p-other", "2020-03-01"))
                .sentBy(Given.clerk("p-clerk"))
                .and(version("BC", 2, "2020-02-01"));
        given.sentBy(Given.clerk("p-records"));
        given.when(assessed("AOA", "BC", "p-other", "2020-02-29")).isRecorded();
        given.when(assessed("AOA", "BC", "p-other", "2020-03-01"))
                .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                .against(6L)
                .at("/accountingOfficer/person")
                .entry("SRO of PG");
        given.when(assessed("AOA", "BC", "p-officer", "2020-03-01"))
                .isRecorded()
                .restsOn(3L, 6L);
        given.when(assessed("AOA", "BC", "p-clerk", "2020-01-31")).isRecorded();
        given.when(assessed("AOA", "BC", "p-clerk", "2020-02-01"))
                .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                .against(7L)
                .entry("put it on record");
        given.sentBy(Given.clerk("p-other"))
                .when(assessed("AOA", "BC", "p-officer", "2020-03-01"))
                .refuses(AccountingAssessmentRule.SELF_ASSESSMENT)
                .entry("p-other", "records its assessment");
        given.sentBy(Given.clerk("p-clerk"))
                .when(assessed("AOA", "BC", "p-officer", "2020-03-01"))
                .isRecorded();
    }

    @Test
    void its_summary_is_a_document_on_record_published_no_earlier_than_it_was_made() {
        given.facts(assessed("AOA", "BC", "p-officer", BEGIN), document("DOC", 1, BEGIN));
        given.when(summarised("AOA", "DOC", BEGIN)).isRecorded();
        given.when(summarised("AOA", "DOC", "2040-01-01")).isRecorded();
        given.when(summarised("AOA", "DOC", "2020-02-29")).refuses(AccountingAssessmentRule.PUBLISHED_BEFORE_ASSESSED);
        given.when(summarised("AOA", "DOC-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/summary");
    }

    @Test
    void a_case_departs_from_the_plan_after_it_was_assessed_and_is_assessed_again_after_that() {
        given.facts(assessed("AOA", "BC", "p-officer", BEGIN));
        given.when(departed("AOA", null, BEGIN)).isRecorded();
        given.when(departed("AOA", null, "2020-02-29")).refuses(AccountingAssessmentRule.DEPARTED_BEFORE_ASSESSED);
        given.when(departed("AOA", "2020-05-01", "2020-05-01")).isRecorded();
        given.whenMigrating(departed("AOA", "2020-04-30", "2020-05-01"))
                .refuses(AccountingAssessmentRule.IMPOSSIBLE_REASSESSMENT_DATE)
                .at("/reassessBy");
        given.facts(departed("AOA", "2020-09-30", "2020-05-01"));
        given.when(reassessed("AOA", "p-officer", "2020-06-01")).isRecorded();
        given.when(reassessed("AOA", "p-other", "2040-06-01")).isRecorded();
    }

    @Test
    void what_is_not_on_record_is_neither_published_nor_assessed_again() {
        given.when(departed("AOA", null, BEGIN)).refuses(ReferenceRule.NOT_FOUND);
        given.when(reassessed("AOA", "p-officer", BEGIN)).refuses(ReferenceRule.NOT_FOUND);
    }
}

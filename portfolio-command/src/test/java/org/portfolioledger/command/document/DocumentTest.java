package org.portfolioledger.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.DocumentFacts.documentVersion;
import static org.portfolioledger.command.DocumentFacts.marked;
import static org.portfolioledger.command.DocumentFacts.publication;
import static org.portfolioledger.command.DocumentFacts.replacedBy;
import static org.portfolioledger.command.DocumentFacts.reviewed;
import static org.portfolioledger.command.DocumentFacts.written;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.document.DocumentCommand.RecordVersion;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;

class DocumentTest {

    private final Given given =
            Given.persons("p-a").facts(document("DOC", 1, "2020-02-01"), document("DOC-2", 2, "2020-06-01"));

    @Test
    void a_document_is_put_on_record_once() {
        var registered = document("DOC-3", 3, "2020-02-01");
        given.when(registered).records(registered);
        given.facts(registered).when(registered).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void what_is_not_on_record_gets_no_version_and_no_marking() {
        given.when(documentVersion("DOC-9", 2, 9, "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(marked("DOC-9", Marking.OFFICIAL, "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(replacedBy("DOC-9", "DOC", "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void the_author_is_a_person_of_the_directory_a_post_or_both() {
        var registered = document("DOC-3", 3, "2020-02-01");
        given.when(with(registered, "author", new Holder("p-a", null))).isRecorded();
        given.when(with(registered, "onBehalfOf", new Holder(null, "Commissioner")))
                .isRecorded();
        given.when(with(registered, "author", new Holder("p-nobody", "Director")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/author/person");
        given.when(with(registered, "onBehalfOf", new Holder(null, null)))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/onBehalfOf");
        given.when(written("DOC", "Director", "2020-02-01")).isRecorded();
        given.when(with(written("DOC", "Director", "2020-02-01"), "author", new Holder(null, null)))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/author");
    }

    @Test
    void a_background_paper_is_a_document_on_record_or_described() {
        var registered = document("DOC-3", 3, "2020-02-01");
        given.when(with(registered, "backgroundPapers", List.of(new Citation("DOC", null))))
                .isRecorded();
        given.when(with(registered, "backgroundPapers", List.of(new Citation(null, "Strategy"))))
                .isRecorded();
        given.when(with(registered, "backgroundPapers", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/backgroundPapers/0/document");
        for (Citation neither : List.of(new Citation(null, null), new Citation("DOC", "Progress")))
            given.when(with(registered, "backgroundPapers", List.of(new Citation(null, "Strategy"), neither)))
                    .refuses(ReferenceRule.AMBIGUOUS_CITATION)
                    .at("/backgroundPapers/1");
    }

    /** Rules 8 and 18: a hash is never invented. */
    @Test
    void content_that_nobody_can_identify_is_recorded_as_such_in_a_migration_and_refused_live() {
        var registered = with(document("DOC-3", 3, "2011-06-13"), "sha256", null);
        var version = with(documentVersion("DOC", 2, 3, "2020-03-01"), "sha256", null);
        given.when(registered).refuses(DocumentRule.CONTENT_NOT_IDENTIFIED).at("/sha256");
        given.when(version).refuses(DocumentRule.CONTENT_NOT_IDENTIFIED).at("/sha256");
        given.whenMigrating(registered).unmet(DocumentRule.CONTENT_NOT_IDENTIFIED);
        given.whenMigrating(version).unmet(DocumentRule.CONTENT_NOT_IDENTIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9f", "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08", "DOC"})
    void a_hash_that_is_none_is_refused_in_a_migration_too(String hash) {
        var registered = with(document("DOC-3", 3, "2020-02-01"), "sha256", hash);
        given.when(registered).refuses(PowersRule.INVALID_PAPER_HASH).at("/sha256");
        given.whenMigrating(registered).refuses(PowersRule.INVALID_PAPER_HASH);
        given.when(with(documentVersion("DOC", 2, 3, "2020-03-01"), "sha256", hash))
                .refuses(PowersRule.INVALID_PAPER_HASH);
    }

    @Test
    void versions_are_numbered_from_the_one_with_which_the_document_began() {
        given.when(next(3, "2020-03-01")).records(documentVersion("DOC", 2, 3, "2020-03-01"));
        given.and(given.when(next(3, "2020-03-01")));
        given.when(next(3, "2020-03-01")).changesNothing();
        given.when(next(4, "2020-02-15")).records(documentVersion("DOC", 3, 4, "2020-02-15"));
        for (int version : List.of(0, 1))
            given.when(documentVersion("DOC", version, 4, "2020-03-01"))
                    .refuses(DocumentRule.DOCUMENT_VERSION_TAKEN)
                    .at("/version");
    }

    private static RecordVersion next(int content, String day) {
        return new RecordVersion("DOC", null, paper(content).sha256(), null, on(day));
    }

    @Test
    void a_version_is_written_once_with_content_of_its_own() {
        given.facts(documentVersion("DOC", 2, 3, "2020-03-01"));
        for (String day : List.of("2020-02-15", "2020-03-01", "2040-01-01")) {
            given.when(documentVersion("DOC", 2, 4, day))
                    .refuses(DocumentRule.DOCUMENT_VERSION_TAKEN)
                    .at("/version")
                    .against(3L);
            given.when(documentVersion("DOC", 3, 3, day))
                    .refuses(DocumentRule.VERSION_WITHOUT_NEW_CONTENT)
                    .at("/sha256")
                    .against(3L);
            given.when(documentVersion("DOC", 3, 1, day)).refuses(DocumentRule.VERSION_WITHOUT_NEW_CONTENT);
            given.when(documentVersion("DOC", 3, 4, day)).isRecorded();
        }
    }

    @Test
    void two_documents_may_be_copies_of_one_text() {
        given.when(document("DOC-3", 1, "2020-03-01")).isRecorded();
    }

    @Test
    void versions_whose_content_nobody_knows_are_no_copies_of_each_other() {
        given.migrated(with(document("OLD", 3, "2011-06-13"), "sha256", null), DocumentRule.CONTENT_NOT_IDENTIFIED);
        given.whenMigrating(with(documentVersion("OLD", 2, 4, "2012-06-13"), "sha256", null))
                .unmet(DocumentRule.CONTENT_NOT_IDENTIFIED);
    }

    @Test
    void a_marking_is_kept_as_it_was_and_another_one_takes_effect_on_its_day() {
        given.and(marked("DOC", Marking.RESTRICTED, "2020-03-01")).and(marked("DOC", Marking.OFFICIAL, "2020-04-01"));
        assertThat(state("2020-02-01").marking()).isNull();
        assertThat(marking("2020-03-31")).isEqualTo(Marking.RESTRICTED);
        assertThat(marking("2020-04-01")).isEqualTo(Marking.OFFICIAL);
        given.and(marked("DOC", Marking.PROTECT_COMMERCIAL, "2020-02-15"));
        assertThat(marking("2020-02-29")).isEqualTo(Marking.PROTECT_COMMERCIAL);
        assertThat(marking("2020-04-01")).isEqualTo(Marking.OFFICIAL);
    }

    private Marking marking(String day) {
        return Objects.requireNonNull(state(day).marking()).value();
    }

    private DocumentState state(String day) {
        return given.history(Kinds.DOCUMENT, "DOC")
                .timeline()
                .on(LocalDate.parse(day))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHHELD", "EXEMPT"})
    void what_is_not_published_is_so_by_a_section(Publication hidden) {
        given.when(publication("DOC", hidden, "FOIA 31", "2020-03-01")).isRecorded();
        given.when(publication("DOC", hidden, null, "2020-03-01"))
                .refuses(DocumentRule.PUBLICATION_WITHOUT_SECTION)
                .at("/section");
        given.whenMigrating(publication("DOC", hidden, null, "2020-03-01"))
                .unmet(DocumentRule.PUBLICATION_WITHOUT_SECTION);
    }

    @Test
    void what_is_published_in_full_has_neither_section_nor_gaps() {
        given.when(publication("DOC", Publication.PUBLISH, null, "2020-03-01")).isRecorded();
        given.when(publication("DOC", Publication.PUBLISH, "FOIA 31", "2020-03-01"))
                .refuses(DocumentRule.SECTION_WITHOUT_EXEMPTION)
                .at("/section");
        given.whenMigrating(with(publication("DOC", Publication.PUBLISH, null, "2020-03-01"), "gaps", gaps()))
                .refuses(DocumentRule.GAPS_WITHOUT_REDACTION)
                .at("/gaps");
    }

    @Test
    void a_redacted_text_names_its_gaps() {
        var redacted = publication("DOC", Publication.REDACTED, null, "2020-03-01");
        given.when(with(redacted, "gaps", gaps())).isRecorded();
        given.when(redacted).refuses(DocumentRule.REDACTION_WITHOUT_GAPS).at("/gaps");
        given.whenMigrating(redacted).unmet(DocumentRule.REDACTION_WITHOUT_GAPS);
        given.when(with(publication("DOC", Publication.EXEMPT, "FOIA 31", "2020-03-01"), "gaps", gaps()))
                .refuses(DocumentRule.GAPS_WITHOUT_REDACTION);
    }

    private static List<Gap> gaps() {
        return List.of(new Gap("page 4", null));
    }

    @Test
    void publication_is_decided_by_a_person_of_the_directory() {
        var published = publication("DOC", Publication.PUBLISH, null, "2020-03-01");
        given.when(with(published, "decidedBy", "p-a")).isRecorded();
        given.when(with(published, "decidedBy", "p-nobody"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/decidedBy");
    }

    @Test
    void a_review_is_due_on_the_day_on_which_it_is_set_or_later() {
        for (String day : List.of("2020-01-01", "2020-03-01", "2040-03-01")) {
            given.when(reviewed("DOC", day, day)).isRecorded();
            given.when(reviewed("DOC", "2019-12-31", day))
                    .refuses(DocumentRule.IMPOSSIBLE_REVIEW_DATE)
                    .at("/reviewBy");
        }
        given.when(with(
                        document("DOC-3", 3, "2020-02-01"),
                        "reviewBy",
                        on("2020-01-31").effectiveOn()))
                .refuses(DocumentRule.IMPOSSIBLE_REVIEW_DATE);
        given.when(with(reviewed("DOC", null, "2020-03-01"), "reviewedBy", "p-nobody"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/reviewedBy");
    }

    @Test
    void another_document_on_record_takes_its_place() {
        given.when(replacedBy("DOC", "DOC-2", "2020-06-01")).isRecorded().reads("document-DOC-2");
        given.when(replacedBy("DOC", "DOC-9", "2020-06-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/by");
        given.when(replacedBy("DOC", "DOC", "2020-06-01"))
                .refuses(DocumentRule.OWN_REPLACEMENT)
                .at("/by");
    }

    @Test
    void no_document_takes_its_own_place_through_others() {
        given.facts(document("DOC-3", 3, "2020-01-01"))
                .and(replacedBy("DOC", "DOC-2", "2020-06-01"))
                .and(replacedBy("DOC-2", "DOC-3", "2020-07-01"));
        for (String day : List.of("2020-02-01", "2020-07-01", "2040-01-01"))
            given.when(replacedBy("DOC-3", "DOC", day))
                    .refuses(DocumentRule.OWN_REPLACEMENT)
                    .at("/by");
    }

    @Test
    void a_document_is_replaced_no_earlier_than_it_was_written() {
        given.when(replacedBy("DOC", "DOC-2", "2020-02-01")).isRecorded();
        given.when(replacedBy("DOC", "DOC-2", "2020-01-31"))
                .refuses(DocumentRule.DOCUMENT_REPLACED_BEFORE_IT_BEGAN)
                .against(1L);
    }

    @Test
    void no_version_and_no_review_comes_after_the_replacement() {
        given.and(replacedBy("DOC", "DOC-2", "2020-06-01"));
        given.when(documentVersion("DOC", 2, 3, "2020-05-31")).isRecorded();
        given.when(reviewed("DOC", null, "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01")) {
            given.when(documentVersion("DOC", 2, 3, day))
                    .refuses(DocumentRule.DOCUMENT_REPLACED_ALREADY)
                    .against(3L)
                    .entry("2020-06-01");
            given.when(reviewed("DOC", null, day)).refuses(DocumentRule.DOCUMENT_REPLACED_ALREADY);
            given.when(marked("DOC", Marking.OFFICIAL, day)).isRecorded();
            given.when(publication("DOC", Publication.PUBLISH, null, day)).isRecorded();
        }
    }

    @Test
    void a_replacement_is_not_back_dated_before_a_version() {
        given.and(documentVersion("DOC", 2, 3, "2020-06-01"));
        given.when(replacedBy("DOC", "DOC-2", "2020-06-01")).isRecorded();
        given.when(replacedBy("DOC", "DOC-2", "2020-05-31"))
                .refuses(DocumentRule.DOCUMENT_REPLACED_ALREADY)
                .against(3L);
    }

    @Test
    void a_replacement_that_was_entered_in_error_is_in_nobodys_way() {
        given.and(replacedBy("DOC", "DOC-2", "2020-06-01"));
        given.and(given.whenStruck(3));
        given.when(documentVersion("DOC", 2, 3, "2020-07-01")).isRecorded();
        given.when(replacedBy("DOC-2", "DOC", "2020-07-01")).isRecorded();
    }
}

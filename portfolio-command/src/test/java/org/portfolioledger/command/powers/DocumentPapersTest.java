package org.portfolioledger.command.powers;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.DocumentFacts.documentVersion;
import static org.portfolioledger.command.DocumentFacts.replacedBy;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.Mark;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.vocabulary.DecisionManner;

/** Rule 8, of papers that are versions of documents on record. */
class DocumentPapersTest {

    private final Given given = Given.persons("p-board")
            .facts(
                    board("BD", "2020-01-01"),
                    document("DOC", 1, "2020-01-01"),
                    documentVersion("DOC", 2, 2, "2020-03-01"));

    private static BoardDecided on(String day, int paper) {
        var decision = with(boardDecided("BD", "D-1", "POLICY", day), "papers", List.of(paper(paper)));
        return with(with(decision, "manner", DecisionManner.BY_WRITTEN_PROCEDURE), "meeting", null);
    }

    @Test
    void a_document_is_found_by_the_hash_of_each_version() {
        given.when(document("DOC-2", 7, "2020-01-01")).isMarked(Mark.ofText(paper(7).sha256()));
        given.when(documentVersion("DOC", 3, 7, "2020-04-01")).isMarked(Mark.ofText(paper(7).sha256()));
    }

    @Test
    void a_paper_is_the_last_version_of_its_document_on_the_day() {
        given.when(on("2020-02-29", 1)).isRecorded().restsOn(1L, 2L);
        given.when(on("2020-03-01", 1))
                .refuses(PowersRule.SUPERSEDED_PAPER)
                .against(3L)
                .at("/papers/0")
                .entry("DOC", "version 2");
        given.when(on("2040-03-01", 1)).refuses(PowersRule.SUPERSEDED_PAPER);
        given.when(on("2020-03-01", 2)).isRecorded().restsOn(1L, 3L);
        given.when(on("2020-03-01", 9)).isRecorded();
        given.whenMigrating(on("2020-03-01", 1)).unmet(PowersRule.SUPERSEDED_PAPER);
    }

    @Test
    void a_paper_is_of_no_document_that_another_had_replaced() {
        given.facts(document("DOC-2", 3, "2020-01-01"), replacedBy("DOC", "DOC-2", "2020-05-01"));
        given.when(on("2020-04-30", 2)).isRecorded();
        given.when(on("2020-05-01", 2))
                .refuses(PowersRule.SUPERSEDED_PAPER)
                .against(5L)
                .entry("DOC-2", "2020-05-01");
        given.when(on("2020-05-01", 3)).isRecorded().restsOn(1L, 4L);
    }

    @Test
    void a_text_that_is_the_last_version_of_another_document_is_no_superseded_paper() {
        given.facts(document("DOC-2", 1, "2020-04-01"));
        given.when(on("2020-03-31", 1)).refuses(PowersRule.SUPERSEDED_PAPER);
        given.when(on("2020-04-01", 1)).isRecorded().restsOn(1L, 4L);
    }

    @Test
    void a_text_that_a_later_version_takes_up_again_is_the_last() {
        given.facts(documentVersion("DOC", 3, 1, "2020-06-01"));
        given.when(on("2020-05-31", 1)).refuses(PowersRule.SUPERSEDED_PAPER);
        given.when(on("2020-06-01", 1)).isRecorded();
    }

    @Test
    void a_version_that_was_retracted_supersedes_nothing() {
        given.retracted(3);
        given.when(on("2020-03-01", 1)).isRecorded();
        given.when(on("2020-03-01", 2)).isRecorded();
    }
}

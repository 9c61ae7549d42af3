package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Marking;

class DocumentStateTest {

    private static final LocalDate DUE = LocalDate.parse("2014-04-27");

    private final Story<DocumentFact, DocumentState> story = Story.of(Kinds.DOCUMENT);
    private final Story<DocumentFact, DocumentState> registered =
            story.then(registered(Marking.RESTRICTED, DUE, "2013-04-28"));

    @Test
    void a_document_begins_with_its_first_version() {
        assertThat(registered.state("2013-04-28").versions().keySet()).containsExactly(1);
        assertThat(registered
                        .then(new DocumentVersionRecorded("DOC", 2, "0f".repeat(32), null, on("2013-05-01")))
                        .state("2013-05-01")
                        .versions()
                        .keySet())
                .containsExactly(1, 2);
    }

    @Test
    void what_was_stated_for_an_earlier_day_stays_where_the_opening_states_nothing() {
        var silent = story.then(registered(null, null, "2013-04-28"))
                .then(new DocumentMarked("DOC", Marking.OFFICIAL, null, on("2013-04-01")))
                .then(new DocumentReviewed("DOC", null, DUE, on("2013-04-01")));
        assertThat(value(silent.state("2013-04-28").marking())).isEqualTo(Marking.OFFICIAL);
        assertThat(value(silent.state("2013-04-28").reviewBy())).isEqualTo(DUE);

        var spoken = registered.then(new DocumentMarked("DOC", Marking.OFFICIAL, null, on("2013-04-01")));
        assertThat(value(spoken.state("2013-04-27").marking())).isEqualTo(Marking.OFFICIAL);
        assertThat(value(spoken.state("2013-04-28").marking())).isEqualTo(Marking.RESTRICTED);
    }

    @Test
    void its_review_is_overdue_from_the_day_after_the_last_one() {
        DocumentState state = registered.state("2013-04-28");
        assertThat(state.alerts(DUE)).isEmpty();
        assertThat(state.alerts(DUE.plusDays(1))).containsExactly(Alert.DOCUMENT_REVIEW_OVERDUE);
    }

    @Test
    void a_review_sets_the_next_date_or_none() {
        var again = registered.then(new DocumentReviewed("DOC", null, DUE.plusYears(1), on("2014-04-01")));
        assertThat(again.state("2014-04-01").alerts(DUE.plusYears(1))).isEmpty();
        assertThat(again.state("2014-04-01").alerts(DUE.plusYears(1).plusDays(1)))
                .containsExactly(Alert.DOCUMENT_REVIEW_OVERDUE);
        var never = registered.then(new DocumentReviewed("DOC", null, null, on("2014-04-01")));
        assertThat(never.state("2014-04-01").alerts(DUE.plusYears(50))).isEmpty();
    }

    @Test
    void what_was_replaced_is_due_for_no_review() {
        var replaced = registered.then(new DocumentReplaced("DOC", "DOC-2", null, on("2014-01-01")));
        assertThat(replaced.state("2013-12-31").alerts(DUE.plusDays(1))).containsExactly(Alert.DOCUMENT_REVIEW_OVERDUE);
        assertThat(replaced.state("2014-01-01").alerts(DUE.plusDays(1))).containsExactly(Alert.DOCUMENT_REPLACED);
        assertThat(replaced.state("2014-01-01").isOpen()).isFalse();
    }

    @Test
    void it_refers_to_its_background_papers_and_to_what_took_its_place() {
        var replaced = registered.then(new DocumentReplaced("DOC", "DOC-2", null, on("2014-01-01")));
        assertThat(replaced.state("2014-01-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(tuple("document-DOC-0", null), tuple("document-DOC-2", LocalDate.parse("2014-01-01")));
    }

    private static <T> T value(@Nullable Grounded<T> stated) {
        return Objects.requireNonNull(stated).value();
    }

    private static DocumentRegistered registered(@Nullable Marking marking, @Nullable LocalDate reviewBy, String day) {
        return new DocumentRegistered(
                "DOC",
                "MPS",
                DocumentKind.BRIEFING,
                "Savings",
                null,
                marking,
                null,
                null,
                null,
                reviewBy,
                List.of(new Citation("DOC-0", null), new Citation(null, "Register")),
                new TreeMap<>(),
                on(day));
    }
}

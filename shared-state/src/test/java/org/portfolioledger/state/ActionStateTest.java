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
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.state.ActionState.ActionStatus;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

class ActionStateTest {

    private static final LocalDate DUE = LocalDate.parse("2011-12-31");

    private final Story<ActionFact, ActionState> opened =
            Story.<ActionFact, ActionState>of(Kinds.ACTION).then(opened(new Holder("p-a", null), DUE));

    @Test
    void it_is_overdue_from_the_day_after_the_last_one() {
        assertThat(opened.state("2011-06-01").alerts(DUE)).isEmpty();
        assertThat(opened.state("2011-06-01").alerts(DUE.plusDays(1))).containsExactly(Alert.ACTION_OVERDUE);
        var later = opened.then(new ActionRescheduled("ACT", DUE.plusDays(1), null, on("2011-12-01")));
        assertThat(later.state("2011-11-30").alerts(DUE.plusDays(1))).containsExactly(Alert.ACTION_OVERDUE);
        assertThat(later.state("2011-12-01").alerts(DUE.plusDays(1))).isEmpty();
    }

    @Test
    void what_was_done_or_dropped_is_not_overdue_and_no_longer_open() {
        var done = opened.then(new ActionDone("ACT", List.of(new Citation("DOC", null)), null, on("2011-07-01")));
        var dropped = opened.then(new ActionDropped("ACT", "not needed", on("2011-07-01")));
        for (var ended : List.of(done, dropped)) {
            assertThat(ended.state("2011-06-30").isOpen()).isTrue();
            assertThat(ended.state("2011-07-01").isOpen()).isFalse();
            assertThat(ended.state("2011-07-01").alerts(DUE.plusYears(1))).isEmpty();
        }
        assertThat(done.state("2011-07-01").status().value()).isEqualTo(ActionStatus.DONE);
        assertThat(dropped.state("2011-07-01").status().value()).isEqualTo(ActionStatus.DROPPED);
    }

    @Test
    void who_took_it_over_before_stays_where_the_opening_names_nobody() {
        var handed = new ActionHandedOn("ACT", new Holder("p-b", null), null, on("2011-05-01"));
        var silent = Story.<ActionFact, ActionState>of(Kinds.ACTION)
                .then(opened(null, null))
                .then(handed);
        assertThat(owner(silent, "2011-06-01")).isEqualTo("p-b");
        assertThat(owner(opened.then(handed), "2011-05-01")).isEqualTo("p-b");
        assertThat(owner(opened.then(handed), "2011-06-01")).isEqualTo("p-a");
    }

    @Test
    void it_refers_to_its_initiative_to_the_review_and_to_what_shows_that_it_was_done() {
        var done = opened.then(new ActionDone(
                "ACT", List.of(new Citation("DOC", null), new Citation(null, "Letter")), null, on("2011-07-01")));
        assertThat(done.state("2011-07-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("initiative-PG", LocalDate.parse("2011-06-01")),
                        tuple("review-RV", LocalDate.parse("2011-06-01")),
                        tuple("document-DOC", null));
    }

    private static @Nullable String owner(Story<ActionFact, ActionState> told, String day) {
        return Objects.requireNonNull(told.state(day).owner()).value().person();
    }

    private static ActionOpened opened(@Nullable Holder owner, @Nullable LocalDate dueOn) {
        return new ActionOpened(
                "ACT",
                "MPS",
                "Brief the managers",
                owner,
                dueOn,
                "PG",
                null,
                new RecommendationRef("RV", "R"),
                null,
                null,
                null,
                new TreeMap<>(),
                on("2011-06-01"));
    }
}

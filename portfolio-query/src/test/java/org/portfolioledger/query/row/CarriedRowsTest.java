package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.row.Generation.State;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release that folds one kind in another way makes the rows of that kind anew, and of no other. */
class CarriedRowsTest {

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());

    /** Counts how often it is asked for the keys of a state: once a fold. */
    private record OfInitiative(AtomicInteger folded) implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }

        @Override
        public LookupKeys columns(InitiativeState state) {
            folded.incrementAndGet();
            return new LookupKeys(state.initiative(), null, null);
        }
    }

    private record OfPortfolio(int revision) implements RowType<PortfolioState> {
        @Override
        public Kind<?, PortfolioState> kind() {
            return Kinds.PORTFOLIO;
        }

        @Override
        public LookupKeys columns(PortfolioState state) {
            return new LookupKeys(null, "revision " + revision, null);
        }
    }

    @BeforeEach
    void record() {
        history.append(portfolio("PF", "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        long renamed = history.append(renamed("A", "Beta", "2012-01-01"));
        history.correct(renamed, "misspelt", renamed("A", "Better", "2012-01-01"));
        history.unreadable("initiative-B", "initiative-dreamt");
    }

    @Test
    void the_rows_of_the_other_kinds_are_carried_over_byte_for_byte_and_their_facts_are_not_folded() {
        AtomicInteger folded = new AtomicInteger();
        try (RowProjection earlier = projection(1, new AtomicInteger());
                RowProjection later = projection(2, folded)) {
            follow(earlier.subscription());
            List<String> before = rows("portfolio is null");
            assertThat(later.rebuild().isDue()).isTrue();
            long meanwhile = history.append(initiative("C", "Gamma", "PF", "2012-01-01"));
            follow(earlier.subscription());
            while (later.rebuild().step()) {}

            Generation live = later.generations().live();
            assertThat(live.number()).isEqualTo(2);
            assertThat(live.carried()).containsExactly("initiative");
            assertThat(live.carriedTo()).isEqualTo(meanwhile - 1);
            assertThat(live.position()).isEqualTo(meanwhile);
            assertThat(folded.get()).as("only what came after the copy").isEqualTo(1);
            assertThat(rows("portfolio is null")).containsAll(before).hasSize(before.size() + 1);
            assertThat(rows("portfolio = 'revision 2'")).hasSize(1);
            assertThat(rows("portfolio = 'revision 1'")).isEmpty();
            assertThat(later.generations().blocked(2))
                    .extracting(blocked -> blocked.stream())
                    .containsExactly("initiative-B");

            history.append(renamed("A", "Best", "2013-01-01"));
            follow(later.subscription());
            assertThat(Rebuilt.areSame(later)).as("as if all had been folded").isTrue();
        }
    }

    @Test
    void rows_of_a_carried_kind_that_somebody_changed_meanwhile_stop_it() {
        try (RowProjection earlier = projection(1, new AtomicInteger());
                RowProjection later = projection(2, new AtomicInteger())) {
            follow(earlier.subscription());
            assertThat(later.rebuild().isDue()).isTrue();
            owner.sql("update query.row_1 set register = 'X' where id = 'A'").update();
            while (later.rebuild().step()) {}
            Generation stopped = later.generations().find(2).orElseThrow();
            assertThat(stopped.state()).isEqualTo(State.FAILED);
            assertThat(stopped.failure()).contains("although the fold is the same; the first is initiative A");
        }
    }

    @Test
    void of_two_programs_that_are_each_later_in_another_kind_none_takes_over() {
        FoldRevisions one = revisions("{\"a\": 2, \"b\": 1}");
        FoldRevisions other = revisions("{\"a\": 1, \"b\": 2}");
        assertThat(one.isLaterThan(other)).isFalse();
        assertThat(other.isLaterThan(one)).isFalse();
        assertThat(revisions("{\"a\": 2, \"b\": 2}").isLaterThan(one)).isTrue();
        assertThat(revisions("{\"a\": 2, \"b\": 1, \"c\": 1}").isLaterThan(one)).isTrue();
        assertThat(one.isLaterThan(one)).isFalse();
        assertThat(one.sameAs(other)).isEmpty();
        assertThat(one.sameAs(revisions("{\"a\": 2}"))).containsExactly("a");
    }

    private static FoldRevisions revisions(String json) {
        return FoldRevisions.read(json);
    }

    private static void follow(org.portfolioledger.ledger.subscription.Subscription<RowChanges> subscription) {
        while (subscription.step()) {}
    }

    private List<String> rows(String condition) {
        return new ArrayList<>(owner.sql("select r::text from query.row r where " + condition + " order by 1")
                .query(String.class)
                .list());
    }

    private RowProjection projection(int revision, AtomicInteger folded) {
        return new RowProjection(
                Served.database(database),
                List.of(new OfPortfolio(revision), new OfInitiative(folded)),
                FactSerializer.mapper(),
                new RowProjection.Pace(500, 1_000, Duration.ofMillis(100), Duration.ofMinutes(10)));
    }
}

package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.subscription.LedgerGap;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.query.database.QueryDatabase.RowDatabase;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts become rows, each exactly once. */
class FollowerTest {

    private static final List<RowType<?>> FAMILIES = List.of(new OfInitiative(), new OfPortfolio());

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());

    private record OfInitiative() implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }
    }

    private record OfPortfolio() implements RowType<PortfolioState> {
        @Override
        public Kind<?, PortfolioState> kind() {
            return Kinds.PORTFOLIO;
        }
    }

    @Test
    void a_fact_opens_a_row_and_the_next_one_closes_it_and_opens_those_that_hold_now() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            follow(projection);
            assertThat(rows("initiative")).containsExactly("A [2011-05-01,) [1,) Alpha");

            history.append(renamed("A", "Beta", "2012-01-01"));
            follow(projection);
            assertThat(rows("initiative"))
                    .containsExactly(
                            "A [2011-05-01,) [1,2) Alpha",
                            "A [2011-05-01,2012-01-01) [2,) Alpha",
                            "A [2012-01-01,) [2,) Beta");
        }
    }

    @Test
    void a_back_dated_fact_leaves_the_rows_that_it_does_not_touch() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(renamed("A", "Gamma", "2013-01-01"));
            history.append(renamed("A", "Beta", "2012-01-01"));
            follow(projection);
            assertThat(rows("initiative"))
                    .containsExactly(
                            "A [2011-05-01,) [1,2) Alpha",
                            "A [2011-05-01,2013-01-01) [2,3) Alpha",
                            "A [2013-01-01,) [2,) Gamma",
                            "A [2011-05-01,2012-01-01) [3,) Alpha",
                            "A [2012-01-01,2013-01-01) [3,) Beta");
        }
    }

    @Test
    void a_correction_takes_the_place_of_its_fact_and_is_itself_retracted_out() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            long renamed = history.append(renamed("A", "Beta", "2012-01-01"));
            long corrected = history.correct(renamed, "misspelt", renamed("A", "Better", "2012-01-01"));
            follow(projection);
            assertThat(present("initiative"))
                    .containsExactly("A [2011-05-01,2012-01-01) Alpha", "A [2012-01-01,) Better");
            assertThat(present("correction")).containsExactly("2 (,) ");

            history.correct(corrected, "it was right", null);
            follow(projection);
            assertThat(present("initiative"))
                    .containsExactly("A [2011-05-01,2012-01-01) Alpha", "A [2012-01-01,) Beta");
            assertThat(rows("correction")).containsExactly("2 (,) [3,4) ", "3 (,) [4,) ");
            assertThat(owner.sql("select state from query.row where kind = 'correction' and id = '3'")
                            .query(String.class)
                            .single())
                    .contains("\"retracted\": true", "\"correctedBy\": 4", "it was right");
        }
    }

    @Test
    void what_one_batch_does_many_batches_do() {
        try (RowProjection one = projection(500)) {
            for (int n = 0; n < 5; n++) {
                history.append(initiative("I" + n, "N", "PF", "2011-05-01"));
                for (int m = 1; m < 6; m++) history.append(renamed("I" + n, "N" + m, "201%s-01-01".formatted(9 - m)));
            }
            follow(one);
            String digest = Rebuilt.digest(one);
            owner.sql("delete from query.row").update();
            owner.sql("update query.subscription set position = 0").update();
            try (RowProjection many = projection(1)) {
                follow(many);
                assertThat(Rebuilt.digest(many)).isEqualTo(digest);
            }
        }
    }

    @Test
    void a_unit_is_never_cut_by_a_batch() {
        try (RowProjection projection = projection(2)) {
            history.append(portfolio("PF", "2011-05-01"));
            history.together(
                    initiative("A", "Alpha", "PF", "2011-05-01"),
                    initiative("B", "Beta", "PF", "2011-05-01"),
                    initiative("C", "Gamma", "PF", "2011-05-01"));
            Subscription<RowChanges> follower = projection.subscription();
            follower.step();
            assertThat(projection.progress().position()).isEqualTo(1);
            follower.step();
            assertThat(projection.progress().position()).isEqualTo(4);
        }
    }

    @Test
    void doubled_followers_apply_every_fact_once() throws Exception {
        try (RowProjection one = projection(3);
                RowProjection other = projection(5);
                var threads = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 40; n++) {
                history.append(initiative("I" + n, "N", "PF", "2011-05-01"));
                history.append(renamed("I" + n / 2, "R" + n, "2012-01-01"));
            }
            CyclicBarrier together = new CyclicBarrier(2);
            List<Callable<Boolean>> followers = List.of(one, other).stream()
                    .<Callable<Boolean>>map(projection -> () -> {
                        together.await();
                        follow(projection);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(followers)) assertThat(done.get()).isTrue();
            String followed = Rebuilt.digest(one);
            Generation rebuilt = Rebuilt.rows(one);
            assertThat(rebuilt.position()).isEqualTo(80);
            assertThat(rebuilt.digest()).isEqualTo(followed);
        }
    }

    @Test
    void a_gap_stops_the_follower_before_it() {
        try (RowProjection projection = projection(500)) {
            history.append(portfolio("PF", "2011-05-01"));
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            Subscription<RowChanges> follower = projection.subscription();
            owner.sql("alter table ledger.event disable trigger all").update();
            owner.sql("delete from ledger.event where position = 2").update();
            assertThatThrownBy(follower::step).isInstanceOf(LedgerGap.class).hasMessageContaining("position 3");
            assertThat(projection.progress().position()).isZero();
            assertThat(rows("portfolio")).isEmpty();
        }
    }

    @Test
    void a_rebuild_finds_what_was_done_to_the_rows_and_mends_it() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(renamed("A", "Beta", "2012-01-01"));
            follow(projection);
            assertThat(Rebuilt.areSame(projection)).isTrue();
            List<String> whole = rows("initiative");

            owner.sql("update query.row set state = jsonb_set(state, '{name,value}', '\"Forged\"')")
                    .update();
            Generation stopped = Rebuilt.stopped(projection);
            assertThat(stopped.failure())
                    .startsWith(
                            "3 rows differ from the live ones although the fold is the same; the first is initiative A, "
                                    + "valid [2011-05-01,), known [1,2)");
            assertThat(stopped.differing()).isEqualTo(3);
            RowDifference first = stopped.differences().getFirst();
            assertThat(Objects.requireNonNull(first.stored())
                            .at("/state/name/value")
                            .asString())
                    .isEqualTo("Forged");
            assertThat(Objects.requireNonNull(first.folded())
                            .at("/state/name/value")
                            .asString())
                    .isEqualTo("Alpha");
            assertThat(rows("initiative")).as("the live rows stay").isNotEqualTo(whole);
            assertThat(projection.generations().stopped()).contains(stopped);

            assertThat(Rebuilt.areSame(projection)).isFalse();
            assertThat(projection.generations().live().acceptsDifferences()).isTrue();
            assertThat(projection.generations().live().differing()).isEqualTo(3);
            assertThat(projection.generations().stopped()).isEmpty();
            assertThat(rows("initiative")).as("also those of old positions").isEqualTo(whole);

            history.append(renamed("A", "Gamma", "2013-01-01"));
            follow(projection);
            assertThat(present("initiative")).hasSize(3);
            assertThat(Rebuilt.areSame(projection)).isTrue();
        }
    }

    @Test
    void the_role_that_keeps_rows_cannot_touch_the_ledger() {
        JdbcClient rows = JdbcClient.create(Served.rows(database));
        for (String attempt : List.of(
                "update ledger.event set actor = 'x'",
                "delete from ledger.event",
                "insert into ledger.register values ('X', now(), 1, 1)",
                "select ledger.append('{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}',1)")) {
            assertThatThrownBy(() -> rows.sql(attempt).query((row, _) -> 1).list())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_database_that_goes_away_in_a_commit_is_waited_for() {
        BreakingCommits breaking = new BreakingCommits(Served.rows(database), 3);
        try (RowProjection projection =
                new RowProjection(breaking(database, breaking), FAMILIES, FactSerializer.mapper(), pace(500, 50))) {
            ProjectionLifecycle following = projection.following(true);
            following.start();
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));

            await().until(() -> rows("initiative").equals(List.of("A [2011-05-01,) [1,) Alpha")));
            assertThat(following.failure()).isNull();
            assertThat(breaking.left()).isZero();
            following.stop();
        }
    }

    private static QueryDatabase breaking(LedgerDatabase database, DataSource writer) {
        QueryDatabase whole = Served.database(database);
        RowDatabase rows =
                new RowDatabase(writer, whole.rows().reader(), whole.rows().sessions());
        return new QueryDatabase(rows, writer, whole.directory(), whole.wakeUp());
    }

    private RowProjection projection(int batch) {
        return new RowProjection(Served.database(database), FAMILIES, FactSerializer.mapper(), pace(batch, 5_000));
    }

    private static RowProjection.Pace pace(int batch, int pollMillis) {
        return new RowProjection.Pace(batch, 1_000, Duration.ofMillis(pollMillis), Duration.ofMinutes(10));
    }

    private static void follow(RowProjection projection) {
        Subscription<RowChanges> follower = projection.subscription();
        while (follower.step()) {}
    }

    private List<String> rows(String kind) {
        return owner.sql("""
                        select concat_ws(' ', id, valid, known, coalesce(state #>> '{name,value}', '')) from query.row
                        where kind = ? order by lower(known), lower(valid) nulls first""").param(kind).query(String.class).list();
    }

    private List<String> present(String kind) {
        return owner.sql("""
                        select concat_ws(' ', id, valid, coalesce(state #>> '{name,value}', '')) from query.row
                        where kind = ? and upper_inf(known) order by lower(valid)""").param(kind).query(String.class).list();
    }
}

package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.row.Generation.State;
import org.portfolioledger.query.row.ProjectionLifecycle.ProjectionState;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All rows are made anew beside the live ones, whoever is killed meanwhile; so a changed fold is deployed. */
class RebuildTest {

    private static final int FACTS = 40;

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());

    /** Of a later release, which finds rows by another portfolio. */
    private record OfInitiative(String portfolio, int revision) implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }

        @Override
        public LookupKeys columns(InitiativeState state) {
            return new LookupKeys(null, portfolio, null);
        }
    }

    @BeforeEach
    void begin() {
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        for (int n = 2; n <= FACTS; n++)
            history.append(
                    renamed("A", "Name " + n, LocalDate.of(2012, 1, n % 28 + 1).toString()));
    }

    @Test
    void one_that_was_left_in_the_middle_is_gone_on_with() {
        Generation request;
        try (RowProjection killed = projection(3)) {
            follow(killed);
            request = killed.rebuild().ask("p-office", "An audit", false).orElseThrow();
            for (int step = 0; step < 4; step++) killed.rebuild().step();
            assertThat(killed.rebuild().ask("p-other", "Again", false))
                    .as("one at a time")
                    .isEmpty();
        }
        try (RowProjection next = projection(3)) {
            Generation left = next.generations().building().orElseThrow();
            assertThat(left.number()).isEqualTo(request.number());
            assertThat(left.position()).isBetween(1L, FACTS - 1L);
            assertThat(left.resumedFrom()).isZero();
            while (next.rebuild().step()) {}

            Generation built = next.generations().live();
            assertThat(built.number()).isEqualTo(request.number());
            assertThat(built.resumedFrom()).isEqualTo(left.position());
            assertThat(built.same()).isTrue();
            assertThat(built.comparedAt()).isEqualTo(FACTS);
            assertThat(built.askedBy()).isEqualTo("p-office");
        }
    }

    @Test
    void one_that_was_left_before_the_swap_is_swapped_by_the_next() {
        try (RowProjection killed = projection(500)) {
            follow(killed);
            killed.rebuild().ask("p-office", "An audit", false);
            killed.rebuild().step();
        }
        history.append(renamed("A", "Meanwhile", "2013-01-01"));
        try (RowProjection next = projection(500)) {
            follow(next);
            history.append(renamed("A", "Last", "2014-01-01"));
            while (next.rebuild().step()) {}
            assertThat(next.generations().live().position()).isEqualTo(FACTS + 2);
            assertThat(next.generations().live().same()).isTrue();
            follow(next);
            assertThat(Rebuilt.areSame(next)).isTrue();
        }
    }

    @Test
    void rows_that_overlap_never_become_live() {
        try (RowProjection projection = projection(500)) {
            follow(projection);
            int live = projection.generations().live().number();
            Generation request =
                    projection.rebuild().ask("p-office", "An audit", false).orElseThrow();
            projection.rebuild().step();
            owner.sql("""
                    insert into query.row_%s (kind, id, register, valid, known, state, facts)
                    select 'initiative', 'A', 'MPS', '[2011-05-01,2012-01-01)', '[2,4)', '{}', '{}'""".formatted(request.number())).update();
            while (projection.rebuild().step()) {}

            Generation failed = projection.generations().find(request.number()).orElseThrow();
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure()).contains("overlap");
            assertThat(projection.generations().live().number()).isEqualTo(live);
            assertThat(Rebuilt.areSame(projection))
                    .as("another one may be asked for")
                    .isTrue();
        }
    }

    @Test
    void one_that_was_called_off_never_becomes_live() {
        try (RowProjection projection = projection(3)) {
            follow(projection);
            Generation live = projection.generations().live();
            int request = projection
                    .rebuild()
                    .ask("p-office", "An audit", false)
                    .orElseThrow()
                    .number();
            projection.rebuild().step();
            assertThat(projection.generations().fail(request, "Called off")).isTrue();
            assertThat(projection.generations().fail(request, "Called off")).isFalse();
            assertThat(projection.rebuild().step()).isFalse();
            assertThat(projection.generations().live().number()).isEqualTo(live.number());
            assertThat(Rebuilt.areSame(projection)).isTrue();
        }
    }

    @Test
    void nor_one_that_was_called_off_on_the_threshold() throws Exception {
        try (RowProjection projection = projection(500);
                Connection threshold = database.owner().getConnection();
                Statement live = threshold.createStatement()) {
            follow(projection);
            Generation before = projection.generations().live();
            int request = projection
                    .rebuild()
                    .ask("p-office", "An audit", false)
                    .orElseThrow()
                    .number();
            while (projection.generations().find(request).orElseThrow().position() < FACTS)
                projection.rebuild().step();
            threshold.setAutoCommit(false);
            live.execute("select 1 from query.subscription where name = 'rows-1' for update");
            CompletableFuture<Boolean> end =
                    CompletableFuture.supplyAsync(() -> projection.rebuild().step());
            await().until(() -> owner.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and datname = current_database()")
                            .query(Integer.class)
                            .single()
                    == 1);
            projection.generations().fail(request, "Called off");
            threshold.commit();

            assertThat(end.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(projection.generations().live().number()).isEqualTo(before.number());
            assertThat(projection.generations().find(request).orElseThrow().failure())
                    .isEqualTo("Called off");
            assertThat(Rebuilt.areSame(projection)).isTrue();
        }
    }

    @Test
    void the_rows_that_were_replaced_go_after_their_time_of_grace() {
        try (RowProjection projection = projection(500)) {
            follow(projection);
            Generation first = projection.generations().live();
            Rebuilt.rows(projection);
            projection.generations().dropAfter(Duration.ofMinutes(10));
            assertThat(count(first.number())).isPositive();

            await().untilAsserted(() -> {
                projection.generations().dropAfter(Duration.ofMillis(1));
                Generation over = projection.generations().find(first.number()).orElseThrow();
                assertThat(over.state()).isEqualTo(State.RETIRED);
                assertThat(over.dropped()).isTrue();
            });
            assertThat(owner.sql("select to_regclass('query.row_%s') is null".formatted(first.number()))
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(count(projection.generations().live().number())).isPositive();
        }
    }

    @Test
    void a_later_release_builds_its_rows_while_the_earlier_one_keeps_and_answers_from_its_own() {
        try (RowProjection earlier = projection(500);
                RowProjection later = projection(3, "NEW", 2)) {
            ProjectionLifecycle keeps = earlier.following(true);
            keeps.start();
            reached(earlier, FACTS);
            assertThat(later.subscription().step())
                    .as("it does not touch rows of another fold")
                    .isFalse();
            assertThat(later.rebuild().isDue()).as("it asks by itself").isTrue();
            later.rebuild().step();
            long meanwhile = history.append(renamed("A", "Meanwhile", "2013-01-01"));
            reached(earlier, meanwhile);
            assertThat(portfolios()).containsExactly("OLD");

            while (later.rebuild().step()) {}
            assertThat(portfolios()).containsExactly("NEW");
            assertThat(later.generations().live().revisions()).isEqualTo(initiatives(2));
            assertThat(later.generations().live().same()).as("two folds differ").isFalse();
            assertThat(later.rebuild().isDue()).isFalse();

            long after = history.append(renamed("A", "After", "2014-01-01"));
            await().until(() -> keeps.state() == ProjectionState.STANDBY);
            assertThat(earlier.subscription().step())
                    .as("the earlier one writes no more")
                    .isFalse();
            follow(later);
            reached(later, after);
            assertThat(keeps.failure()).isNull();
            keeps.stop();

            assertThat(Rebuilt.rows(earlier).revisions())
                    .as("back, where that is asked for")
                    .isEqualTo(initiatives(1));
            assertThat(portfolios()).containsExactly("OLD");
            assertThat(earlier.generations().live().position()).isEqualTo(after);
        }
    }

    @Test
    void the_first_rows_are_adopted_by_whoever_comes_and_by_all_who_come_at_once() throws Exception {
        try (RowProjection one = projection(3);
                RowProjection other = projection(3);
                var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 100; round++) {
                owner.sql("update query.generation set revisions = '{}'").update();
                CyclicBarrier together = new CyclicBarrier(4);
                List<Callable<Boolean>> comers = Stream.of(one, other, one, other)
                        .<Callable<Boolean>>map(projection -> () -> {
                            together.await();
                            return projection.rebuild().isDue();
                        })
                        .toList();
                for (var due : threads.invokeAll(comers))
                    assertThat(due.get()).as("round %s", round).isFalse();
            }
            assertThat(one.generations().all()).hasSize(1);
            assertThat(one.generations().live().revisions()).isEqualTo(initiatives(1));
        }
    }

    @Test
    void a_later_release_that_can_fold_less_does_not_become_live() {
        try (RowProjection earlier = projection(500);
                RowProjection later = projection(500, "x".repeat(501), 2)) {
            follow(earlier);
            assertThat(later.rebuild().isDue()).isTrue();
            while (later.rebuild().step()) {}
            assertThat(later.generations().live().revisions()).isEqualTo(initiatives(1));
            assertThat(later.generations().all().getFirst().failure()).contains("1 entities are blocked in it, 0");
        }
    }

    @Test
    void live_rows_that_cannot_be_read_are_replaced() {
        try (RowProjection projection = projection(500)) {
            follow(projection);
            owner.sql("drop table query.row_1 cascade").update();
            Generation built = Rebuilt.rows(projection);
            assertThat(built.same()).isFalse();
            assertThat(built.replacedDigest()).startsWith("cannot be read");
            assertThat(portfolios()).containsExactly("OLD");
        }
    }

    @Test
    void whoever_reads_the_rows_by_hand_holds_up_the_rebuild_only() throws Exception {
        try (RowProjection projection = projection(500);
                Connection reader = database.owner().getConnection();
                Statement reads = reader.createStatement()) {
            follow(projection);
            Generation before = projection.generations().live();
            reader.setAutoCommit(false);
            reads.execute("select count(*) from query.row");
            int request = projection
                    .rebuild()
                    .ask("p-office", "An audit", false)
                    .orElseThrow()
                    .number();
            assertThatThrownBy(() -> {
                        while (projection.rebuild().step()) {}
                    })
                    .hasMessageContaining("lock timeout");
            history.append(renamed("A", "Meanwhile", "2013-01-01"));
            follow(projection);
            assertThat(projection.generations().live().number()).isEqualTo(before.number());
            assertThat(projection.generations().live().position()).isEqualTo(FACTS + 1);
            reader.commit();

            while (projection.rebuild().step()) {}
            assertThat(projection.generations().live().number()).isEqualTo(request);
            reads.execute("select count(*) from query.row_1");
            projection.generations().dropAfter(Duration.ZERO);
            assertThat(projection.generations().find(1).orElseThrow().dropped()).isFalse();
            reader.commit();
            projection.generations().dropAfter(Duration.ZERO);
            assertThat(projection.generations().find(1).orElseThrow().dropped()).isTrue();
        }
    }

    @Test
    void of_two_releases_the_later_one_builds() {
        try (RowProjection earlier = projection(3);
                RowProjection later = projection(3, "NEW", 2)) {
            follow(earlier);
            Generation request =
                    earlier.rebuild().ask("p-office", "An audit", false).orElseThrow();
            earlier.rebuild().step();
            assertThat(later.rebuild().isDue()).isTrue();
            assertThat(earlier.generations()
                            .find(request.number())
                            .orElseThrow()
                            .failure())
                    .contains("later program");
            assertThat(earlier.rebuild().step()).isFalse();
            while (later.rebuild().step()) {}
            assertThat(later.generations().live().revisions()).isEqualTo(initiatives(2));
        }
    }

    private static FoldRevisions initiatives(int revision) {
        return new FoldRevisions(new TreeMap<>(Map.of("initiative", revision)));
    }

    private static void reached(RowProjection projection, long position) {
        assertThat(projection.progress().await(live -> live.position() >= position, Duration.ofSeconds(30)))
                .isPresent();
    }

    private List<String> portfolios() {
        return owner.sql("select distinct portfolio from query.row")
                .query(String.class)
                .list();
    }

    private long count(int generation) {
        return owner.sql("select count(*) from " + Generation.table(generation))
                .query(Long.class)
                .single();
    }

    private static void follow(RowProjection projection) {
        Subscription<RowChanges> follower = projection.subscription();
        while (follower.step()) {}
    }

    private RowProjection projection(int batch) {
        return projection(batch, "OLD", 1);
    }

    private RowProjection projection(int batch, String portfolio, int fold) {
        JsonMapper json = FactSerializer.mapper();
        return new RowProjection(
                Served.database(database),
                List.of(new OfInitiative(portfolio, fold)),
                json,
                new RowProjection.Pace(batch, 1_000, Duration.ofMillis(100), Duration.ofMinutes(10)));
    }
}

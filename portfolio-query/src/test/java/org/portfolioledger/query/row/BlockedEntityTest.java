package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fact whose fold fails stops its entity, not the world. */
class BlockedEntityTest {

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final AtomicReference<String> indigestible = new AtomicReference<>("");

    /** Fails over one name. */
    private record Picky(AtomicReference<String> indigestible) implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }

        @Override
        public LookupKeys columns(InitiativeState state) {
            if (state.toString().contains("value=" + indigestible.get() + ","))
                throw new IllegalStateException("cannot digest " + indigestible.get());
            return LookupKeys.NONE;
        }
    }

    @Test
    void the_rows_of_all_others_go_on_and_its_own_stay_as_they_were_before_the_fact() {
        indigestible.set("Poison");
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            history.append(renamed("A", "Ahead", "2012-01-01"));
            history.append(renamed("A", "Poison", "2013-01-01"));
            history.append(renamed("A", "After", "2014-01-01"));
            history.append(renamed("B", "Better", "2012-01-01"));
            follow(projection);

            assertThat(projection.progress().position()).isEqualTo(6);
            assertThat(present()).containsExactly("A Alpha", "A Ahead", "B Beta", "B Better");
            BlockedEntity blocked = only(projection);
            assertThat(blocked.stream()).isEqualTo("initiative-A");
            assertThat(blocked.fact()).isEqualTo(4);
            assertThat(blocked.reason()).isEqualTo("this release fails at it; its log says where");

            history.append(renamed("A", "Later", "2015-01-01"));
            history.append(renamed("B", "Best", "2013-01-01"));
            follow(projection);
            assertThat(projection.progress().position()).isEqualTo(8);
            assertThat(present()).containsExactly("A Alpha", "A Ahead", "B Beta", "B Better", "B Best");
            assertThat(only(projection).fact()).isEqualTo(4);
        }
    }

    @Test
    void a_retry_makes_up_for_all_that_it_missed_at_the_positions_at_which_it_was_known() {
        indigestible.set("Poison");
        try (RowProjection projection = projection(2)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(renamed("A", "Poison", "2013-01-01"));
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            history.append(renamed("A", "After", "2012-01-01"));
            follow(projection);

            assertThat(projection.generations().retry("initiative-A"))
                    .hasValueSatisfying(request -> assertThat(request.retry()).isTrue());
            follow(projection);
            assertThat(only(projection).attempts()).as("it still fails").isEqualTo(2);
            assertThat(only(projection).retry()).isFalse();

            indigestible.set("");
            projection.generations().retry("initiative-A");
            history.append(renamed("A", "Also", "2014-01-01"));
            follow(projection);
            assertThat(projection.generations().blocked(live(projection))).isEmpty();
            assertThat(Rebuilt.areSame(projection))
                    .as("as if nothing had ever failed")
                    .isTrue();
            assertThat(projection.generations().retry("initiative-A")).isEmpty();
        }
    }

    @Test
    void it_is_stale_for_whoever_follows_next() {
        indigestible.set("Poison");
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        history.append(renamed("A", "Poison", "2013-01-01"));
        try (RowProjection projection = projection(500)) {
            follow(projection);
        }
        indigestible.set("");
        try (RowProjection next = projection(500)) {
            history.append(renamed("A", "After", "2014-01-01"));
            follow(next);
            assertThat(present()).containsExactly("A Alpha");
            assertThat(only(next).fact()).isEqualTo(2);
            assertThat(Rebuilt.areSame(next)).as("a rebuild makes all rows").isFalse();
            assertThat(next.generations().blocked(live(next))).isEmpty();
            assertThat(present()).containsExactly("A Alpha", "A Poison", "A After");
        }
    }

    @Test
    void a_fact_and_a_stream_that_this_program_does_not_know_stand_still_alone() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.unreadable("initiative-A", "initiative-teleported");
            history.unreadable("risk-R1", "risk-raised");
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            follow(projection);
            assertThat(present()).containsExactly("A Alpha", "B Beta");
            assertThat(projection.generations().blocked(live(projection)))
                    .extracting(blocked -> EntityName.ofStream(blocked.stream()), BlockedEntity::fact)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(new EntityName("initiative", "A"), 2L),
                            org.assertj.core.groups.Tuple.tuple(new EntityName("risk", "R1"), 3L));
        }
    }

    @Test
    void rows_that_cannot_be_written_keep_nobody_else_back_and_a_rebuild_mends_them() {
        try (RowProjection projection = projection(500)) {
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            follow(projection);
            owner.sql("delete from query.row where id = 'A'").update();
            history.append(renamed("B", "Better", "2012-01-01"));
            history.append(renamed("A", "Ahead", "2012-01-01"));
            follow(projection);
            assertThat(present()).containsExactly("B Beta", "B Better");
            assertThat(only(projection).reason()).contains("rebuild the rows");
            assertThat(only(projection).fact()).isEqualTo(4);

            Rebuilt.rows(projection);
            assertThat(present()).containsExactly("A Alpha", "A Ahead", "B Beta", "B Better");
            assertThat(projection.generations().blocked(live(projection))).isEmpty();
        }
    }

    @Test
    void a_row_that_nobody_should_have_written_keeps_nobody_else_back_either() {
        try (RowProjection projection = projection(500)) {
            owner.sql("""
                    insert into query.row (kind, id, register, valid, known, state, facts)
                    values ('initiative', 'A', 'MPS', '[2011-05-01,)', '[1,)', '{}', '{}')""").update();
            history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
            history.append(initiative("B", "Beta", "PF", "2011-05-01"));
            follow(projection);
            assertThat(present()).contains("B Beta").hasSize(2);
            assertThat(only(projection).reason()).contains("duplicate key");
        }
    }

    private BlockedEntity only(RowProjection projection) {
        List<BlockedEntity> blocked = projection.generations().blocked(live(projection));
        assertThat(blocked).hasSize(1);
        return blocked.getFirst();
    }

    private static int live(RowProjection projection) {
        return projection.generations().live().number();
    }

    private static void follow(RowProjection projection) {
        Subscription<RowChanges> follower = projection.subscription();
        while (follower.step()) {}
    }

    private RowProjection projection(int batch) {
        return new RowProjection(
                Served.database(database),
                List.of(new Picky(indigestible)),
                FactSerializer.mapper(),
                new RowProjection.Pace(batch, 1_000, Duration.ofSeconds(5), Duration.ofMinutes(10)));
    }

    private List<String> present() {
        return owner.sql("""
                        select concat_ws(' ', id, state #>> '{name,value}') from query.row
                        where kind = 'initiative' and upper_inf(known) order by id, lower(valid)""").query(String.class).list();
    }
}

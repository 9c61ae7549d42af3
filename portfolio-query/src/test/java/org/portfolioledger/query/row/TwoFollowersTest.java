package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.subscription.Batch;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.EntityFailure;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.ledger.subscription.SubscriptionStore;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two followers of the same rows, of whom the second acts between the first one's fold and its write. */
class TwoFollowersTest {

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final AtomicBoolean indigestible = new AtomicBoolean();
    private final RowProjection projection = projection();
    private final Subscription<RowChanges> second = projection.subscription();

    /** Fails over one name. */
    private record Picky(AtomicBoolean indigestible) implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }

        @Override
        public LookupKeys columns(InitiativeState state) {
            if (indigestible.get() && state.toString().contains("value=Poison,")) throw new IllegalStateException();
            return LookupKeys.NONE;
        }
    }

    @AfterEach
    void close() {
        projection.close();
    }

    @Test
    void facts_that_the_second_has_applied_meanwhile_are_not_applied_again() {
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        history.append(renamed("A", "Beta", "2012-01-01"));
        Subscription<RowChanges> first = overtaken(second::step);

        assertThat(first.step()).isTrue();
        assertThat(projection.progress().position()).isEqualTo(2);
        assertWhole();

        history.append(renamed("A", "Gamma", "2013-01-01"));
        assertThat(first.step()).isTrue();
        assertThat(first.step()).as("nothing is left").isFalse();
        assertThat(present()).containsExactly("Alpha", "Beta", "Gamma");
        assertWhole();
    }

    @Test
    void facts_that_were_passed_over_for_an_entity_which_the_second_lets_go_on_meanwhile_are_not_lost() {
        indigestible.set(true);
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        history.append(renamed("A", "Poison", "2012-01-01"));
        second.step();
        history.append(renamed("A", "After", "2013-01-01"));
        indigestible.set(false);
        Subscription<RowChanges> first = overtaken(() -> {
            projection.generations().retry("initiative-A");
            assertThat(second.step()).isTrue();
            assertThat(blocked()).isEmpty();
        });

        while (first.step()) {}
        assertThat(present()).containsExactly("Alpha", "Poison", "After");
        assertWhole();
    }

    @Test
    void an_entity_that_the_second_let_go_on_is_folded_with_all_that_was_passed_over() {
        Subscription<RowChanges> first = projection.subscription();
        history.append(initiative("B", "Elsewhere", "PF", "2011-05-01"));
        first.step();
        owner.sql("""
                insert into query.row (kind, id, register, valid, known, state, facts)
                values ('initiative', 'A', 'MPS', '[2011-05-01,)', '[1,)', '{}', '{}')""").update();
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        first.step();
        assertThat(blocked()).as("its rows cannot be written").hasSize(1);
        owner.sql("delete from query.row where id = 'A'").update();
        history.append(renamed("A", "Beta", "2012-01-01"));
        first.step();
        projection.generations().retry("initiative-A");
        second.step();

        history.append(renamed("A", "Gamma", "2013-01-01"));
        while (first.step()) {}
        assertThat(present()).containsExactly("Alpha", "Beta", "Gamma", "Elsewhere");
        assertWhole();
    }

    private void assertWhole() {
        assertThat(blocked()).isEmpty();
        assertThat(Rebuilt.areSame(projection)).isTrue();
    }

    private List<BlockedEntity> blocked() {
        return projection.generations().blocked(projection.generations().live().number());
    }

    private List<String> present() {
        return owner.sql("""
                        select state #>> '{name,value}' from query.row
                        where kind = 'initiative' and upper_inf(known) order by id, lower(valid)""").query(String.class).list();
    }

    /** A follower before whose first write something happens. */
    private Subscription<RowChanges> overtaken(Runnable meanwhile) {
        FactSource facts = FactSource.of(projection.ledger());
        SubscriptionStore<RowChanges> store = projection.store(() -> checkpoint(projection.generations()), () -> {});
        Fold fold = new Fold(facts, List.of(new Picky(indigestible)), FactSerializer.mapper(), 1_000);
        return new Subscription<>(facts, fold, new Overtaken(store, meanwhile, new AtomicBoolean()), 500);
    }

    private static Optional<Checkpoint> checkpoint(Generations generations) {
        return generations.checkpoint(Generation.State.LIVE, generations.live().revisions());
    }

    private record Overtaken(SubscriptionStore<RowChanges> store, Runnable meanwhile, AtomicBoolean over)
            implements SubscriptionStore<RowChanges> {
        @Override
        public Optional<Checkpoint> checkpoint() {
            return store.checkpoint();
        }

        @Override
        public boolean move(Checkpoint from, long to, Batch<RowChanges> batch) {
            if (over.compareAndSet(false, true)) meanwhile.run();
            return store.move(from, to, batch);
        }

        @Override
        public void recover(Checkpoint at, BlockedEntity blocked, RowChanges missed) {
            store.recover(at, blocked, missed);
        }

        @Override
        public void failsAgain(Checkpoint at, BlockedEntity blocked, EntityFailure failure) {
            store.failsAgain(at, blocked, failure);
        }
    }

    private RowProjection projection() {
        return new RowProjection(
                Served.database(database),
                List.of(new Picky(indigestible)),
                FactSerializer.mapper(),
                new RowProjection.Pace(500, 1_000, Duration.ofSeconds(5), Duration.ofMinutes(10)));
    }
}

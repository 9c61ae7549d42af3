package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.query.History;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A follower makes the same rows whatever it remembers of the entities, and reads those that it forgot at once. */
class RememberedEntitiesTest {

    private static final int FACTS = 200;
    private static final int PAGE = 40;

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();
    private static final Ledger LEDGER = new Ledger(DATABASE.appender());

    /** What a follower does that remembers everything. */
    private static List<Done> all = List.of();

    private final List<Collection<String>> reads = new ArrayList<>();
    private final FactSource facts = new FactSource() {
        @Override
        public List<StoredEvent> after(long position, int limit) {
            return LEDGER.after(position, limit);
        }

        @Override
        public List<StoredEvent> streams(Collection<String> streams, long position) {
            reads.add(streams);
            return LEDGER.streams(streams, position);
        }
    };

    /** What is done to the rows page by page. */
    private record Done(List<RowChanges.Closed> closed, List<RowChanges.Opened> opened) {}

    @BeforeAll
    static void tell() {
        Life.tell(new History(DATABASE.appender()), Life.ALL, new Random(7), FACTS);
        RememberedEntitiesTest remembering = new RememberedEntitiesTest();
        all = remembering.follow(remembering.fold(10 * FACTS), () -> {});
        assertThat(remembering.reads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 30, 90})
    void the_rows_do_not_depend_on_what_is_remembered(int facts) {
        assertThat(follow(fold(facts), () -> {})).isEqualTo(all);
        assertThat(reads).isNotEmpty();
    }

    @Test
    void the_streams_of_a_batch_are_read_at_once() {
        Fold forgetful = fold(10 * FACTS);

        assertThat(follow(forgetful, forgetful::forget)).isEqualTo(all);
        assertThat(reads).as("none for the first facts, then one a batch").hasSize(FACTS / PAGE - 1);
        assertThat(reads.getFirst()).hasSizeGreaterThan(4);
    }

    @Test
    void what_was_copied_in_the_middle_of_a_batch_is_not_missed_where_its_streams_are_read_ahead() {
        Fold carrying = fold(10 * FACTS);
        carrying.carry(Kinds.ALL.stream().map(Kind::name).toList(), PAGE + PAGE / 2);

        List<Done> rest = follow(carrying, () -> {});
        assertThat(rest.getFirst().opened()).isEmpty();
        assertThat(rest.subList(2, rest.size())).isEqualTo(all.subList(2, all.size()));
    }

    private List<Done> follow(Fold fold, Runnable beforeEach) {
        List<Done> done = new ArrayList<>();
        for (long position = 0; position < LEDGER.head().position(); position += PAGE) {
            beforeEach.run();
            List<StoredEvent> page = LEDGER.after(position, PAGE);
            RowChanges changes = fold.begin();
            fold.expect(page);
            page.forEach(fact -> fold.handle(fact, changes));
            done.add(new Done(changes.closed(), changes.opened()));
        }
        return done;
    }

    private Fold fold(int mostRemembered) {
        return new Fold(facts, RowType.ALL, FactSerializer.mapper(), mostRemembered);
    }
}

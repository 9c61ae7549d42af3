package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.LeaderTask.Turn;
import org.portfolioledger.ledger.subscription.LedgerGap;
import org.springframework.jdbc.core.simple.JdbcClient;

class TreeGrowthTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.owner());
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final TreeRecord tree = new TreeRecord(database.owner());

    @Test
    void the_tree_holds_the_leaf_of_every_fact_in_the_order_of_positions() {
        TreeGrowth growth = growth();
        for (int round = 0; round < 3; round++) {
            ProofUnits.append(ledger, 137);
            grow(growth);
            assertThat(tree.size()).isEqualTo(ledger.head().position());
        }
        List<TreeHash> leaves = facts().map(LeafHash::of).map(TreeHash::of).toList();
        MerkleTree expected = new MerkleTree(new MerkleTreeTest.Grown(leaves));
        assertThat(tree.root(tree.size())).isEqualTo(expected.root(leaves.size()));
        for (int position : new int[] {1, 256, 257, 411}) {
            assertThat(tree.leaf(position)).isEqualTo(leaves.get(position - 1));
            assertThat(ProofCheck.isIncluded(
                            leaves.get(position - 1),
                            position - 1,
                            411,
                            tree.inclusion(position, 411),
                            expected.root(411)))
                    .isTrue();
        }
        assertThat(ProofCheck.isConsistent(
                        137, expected.root(137), 411, expected.root(411), tree.consistency(137, 411)))
                .isTrue();
    }

    @Test
    void a_tree_that_was_made_by_itself_is_the_same_as_one_that_grew() {
        ProofUnits.append(ledger, 700);
        grow(growth());
        TreeHash whole = tree.root(700);
        jdbc.sql("truncate proof.tile").update();
        jdbc.sql("update proof.subscription set position = 0").update();
        grow(growth());
        assertThat(tree.root(700)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = payload || '\\x20'::bytea",
                "metadata = '{ }'",
                "metadata = '{\"a\":1}', leaf_hash = sha256('x')",
                "basis = basis || '\\x20'::bytea",
                "actor = 'another'",
                "command = command || 'x'",
                "known_at = known_at - interval '1 microsecond'",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "effective_on = effective_on + 1",
                "type = 'other'",
                "revision = 2",
                "register = 'GMPP'",
                "event_id = gen_random_uuid()",
                "leaf_hash = sha256('x')"
            })
    void growth_stops_at_a_fact_that_was_altered(String altered) {
        ProofUnits.append(ledger, 5);
        ProofUnits.tamper(database, "update ledger.event set " + altered + " where position = 4");
        TreeGrowth growth = growth();

        assertThatThrownBy(() -> grow(growth))
                .isInstanceOf(TreeNotSound.class)
                .hasMessageContaining("the fact at position 4 was altered");
        assertThat(tree.size()).isZero();
    }

    @Test
    void growth_stops_where_a_fact_is_missing() {
        ProofUnits.append(ledger, 5);
        ProofUnits.tamper(database, "delete from ledger.event where position = 4");
        assertThatThrownBy(() -> grow(growth())).isInstanceOf(LedgerGap.class);
    }

    @Test
    void a_tile_never_takes_the_place_of_other_leaves() {
        ProofUnits.append(ledger, 5);
        grow(growth());
        jdbc.sql("update proof.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)")
                .update();
        ProofUnits.append(ledger, 1);
        // The leaves that it goes on from are those of the tile: only the ledger can tell that they are others.
        grow(growth());
        TreeHash leaf = TreeHash.of(facts().skip(1).findFirst().orElseThrow().leafHash());
        assertThat(tree.leaf(2)).isNotEqualTo(leaf);

        jdbc.sql("update proof.subscription set position = 0").update();
        assertThatThrownBy(() -> grow(growth())).isInstanceOf(TreeNotSound.class);
    }

    private TreeGrowth growth() {
        return new TreeGrowth(ledger, database.owner(), () -> {});
    }

    static void grow(TreeGrowth growth) {
        for (Turn turn = growth.turn(); turn == Turn.ONE_OF_MANY; turn = growth.turn()) {}
    }

    private Stream<StoredEvent> facts() {
        return ledger.after(0, 10_000).stream();
    }
}

package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.ledger.subscription.LeaderTask.Turn;

class SealerTest {

    private static final String ORIGIN = "ledger.example/mps";

    @TempDir
    Path outside;

    private final LogKey key = Keys.log(ORIGIN);
    private final List<TreeHead> signed = new ArrayList<>();
    private final Random random = new Random(1_000);

    /** The leaves that the ledger held whose head was signed. */
    private final List<List<TreeHash>> held = new ArrayList<>();

    /** Where a process may end; a head that was signed before that is signed. */
    private enum End {
        NEVER,
        BEFORE_KEEPING_OUTSIDE,
        AFTER_KEEPING_OUTSIDE,
        AFTER_SIGNING
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A server with its own sealer. */
    private final class Node {

        private final LedgerDatabase database;
        private final Ledger ledger;
        private final TreeGrowth growth;
        private final TreeRecord tree;
        private End end = End.NEVER;
        private Sealer sealer;

        Node(LedgerDatabase database) {
            this.database = database;
            this.ledger = new Ledger(database.owner());
            this.growth = new TreeGrowth(ledger, database.owner(), () -> {});
            this.tree = new TreeRecord(database.owner());
            this.sealer = sealer();
        }

        private Sealer sealer() {
            return new Sealer(
                    new HeadSigner() {
                        @Override
                        public NoteKey verifier() {
                            return key.verifier();
                        }

                        @Override
                        public SignedNote sign(TreeHead head) {
                            signed.add(head);
                            held.add(ledger.after(0, (int) head.size()).stream()
                                    .map(fact -> TreeHash.of(fact.leafHash()))
                                    .toList());
                            SignedNote note = key.sign(head);
                            endAt(End.AFTER_SIGNING);
                            return note;
                        }
                    },
                    new HeadStore() {
                        private final HeadFile file = new HeadFile(outside.resolve("head"));

                        @Override
                        public Optional<Kept> last() {
                            return file.last();
                        }

                        @Override
                        public boolean replace(Optional<Kept> before, TreeHead next) {
                            endAt(End.BEFORE_KEEPING_OUTSIDE);
                            boolean replaced = file.replace(before, next);
                            endAt(End.AFTER_KEEPING_OUTSIDE);
                            return replaced;
                        }
                    },
                    tree,
                    new SealedHeads(database.owner()),
                    List.of(),
                    InstantSource.system());
        }

        private void endAt(End place) {
            if (end != place) return;
            end = End.NEVER;
            throw new Ended();
        }

        Node append(int facts) {
            ProofUnits.append(ledger, facts);
            return this;
        }

        Node grow() {
            TreeGrowthTest.grow(growth);
            return this;
        }

        Sealing seal() {
            try {
                for (Turn turn = sealer.turn(); turn == Turn.ONE_OF_MANY; turn = sealer.turn()) {}
            } catch (Ended _) {
                sealer = sealer();
            }
            return sealer.sealing();
        }

        Node backup() {
            return new Node(database.copy());
        }
    }

    private Node node;

    @BeforeEach
    void start() {
        node = new Node(LedgerDatabase.fresh());
    }

    @Test
    void an_empty_ledger_has_no_head() {
        assertThat(node.grow().seal().state()).isEqualTo(Sealing.State.SEALED);
        assertThat(node.tree.checkpoint(ORIGIN)).isEmpty();
    }

    @Test
    void each_head_is_signed_once_and_kept_inside_and_outside() {
        node.append(3).grow().seal();
        node.seal();
        node.append(4).grow().seal();

        assertThat(signed).extracting(TreeHead::size).containsExactly(3L, 7L);
        SignedNote last = node.tree.checkpoint(ORIGIN).orElseThrow();
        assertThat(TreeHead.parse(last.text())).isEqualTo(signed.getLast());
        assertThat(TreeHead.signedAt(last, key.verifier())).isPresent();
        assertThat(new HeadFile(outside.resolve("head")).last().orElseThrow().head())
                .isEqualTo(signed.getLast());
        assertThat(node.tree.checkpoint(ORIGIN, 3)).isPresent();
    }

    @Test
    void whoever_ends_between_any_two_steps_signs_the_same_head_when_he_begins_again() {
        for (End end : End.values()) {
            node.append(2).grow();
            node.end = end;
            node.seal();
            assertThat(node.seal().state()).as("%s", end).isEqualTo(Sealing.State.SEALED);
            assertThat(node.tree.checkpoint(ORIGIN, node.tree.size()))
                    .as("%s", end)
                    .isPresent();
        }
        assertThat(signed).filteredOn(head -> head.size() == 8).hasSize(2);
        assertNeverForked();
    }

    @Test
    void a_ledger_that_was_restored_from_before_the_last_head_signs_nothing() {
        node.append(3).grow().seal();
        Node restored = node.backup();
        node.append(4).grow().seal();

        Sealing behind = restored.append(1).grow().seal();
        assertThat(behind.state()).isEqualTo(Sealing.State.FORKED);
        assertThat(behind.detail())
                .isEqualTo("the ledger ends at position 4, but its head was signed at position 7:"
                        + " it was restored from before, and facts are missing");
        Sealing other = restored.append(5).grow().seal();
        assertThat(other.state()).isEqualTo(Sealing.State.FORKED);
        assertThat(other.detail()).isEqualTo("the ledger holds other facts than were signed at position 7");
        assertNeverForked();
    }

    @Test
    void a_ledger_that_was_restored_from_after_the_last_head_goes_its_way() {
        node.append(3).grow().seal();
        node.append(1).grow();
        Node restored = node.backup();
        node.append(2).grow();

        assertThat(restored.append(2).grow().seal().state()).isEqualTo(Sealing.State.SEALED);
        // Now it is the other that does not hold what was signed.
        assertThat(node.seal().state()).isEqualTo(Sealing.State.FORKED);
        assertNeverForked();
    }

    @Test
    void the_head_of_another_log_is_left_alone() {
        new HeadFile(outside.resolve("head"))
                .replace(Optional.empty(), new TreeHead("another.example", 0, TreeHash.EMPTY));
        Sealing sealing = node.append(1).grow().seal();
        assertThat(sealing.state()).isEqualTo(Sealing.State.WAITING);
        assertThat(sealing.detail()).contains("another.example");
        assertThat(signed).isEmpty();
    }

    @Test
    void no_restore_and_no_failover_makes_a_log_sign_two_heads_that_do_not_fit() {
        int forked = 0;
        List<Node> nodes = new ArrayList<>(List.of(node));
        for (int trial = 0; trial < (SuiteSize.LONG ? 1_000 : 15); trial++) {
            Node one = nodes.get(random.nextInt(nodes.size()));
            if (random.nextInt(4) > 0) one.append(1 + random.nextInt(5));
            if (random.nextInt(4) > 0) one.grow();
            one.end = End.values()[random.nextInt(End.values().length)];
            if (one.seal().state() == Sealing.State.FORKED) forked++;
            one.end = End.NEVER;
            // A restore brings a server back; after a failover the old one may live on and seal as well.
            nodes.add(one.backup());
            if (nodes.size() > 3) nodes.remove(random.nextInt(nodes.size()));
        }
        assertThat(forked).isPositive();
        assertThat(signed).isNotEmpty();
        assertNeverForked();
    }

    /** Each head that was signed is that of a tree which begins with all leaves of those that were signed before. */
    private void assertNeverForked() {
        for (int i = 0; i < signed.size(); i++) {
            List<TreeHash> leaves = held.get(i);
            assertThat(signed.get(i).size()).isEqualTo(leaves.size());
            assertThat(signed.get(i).root())
                    .isEqualTo(new MerkleTree(new MerkleTreeTest.Grown(leaves)).root(leaves.size()));
            if (i > 0) assertThat(leaves).startsWith(held.get(i - 1).toArray(TreeHash[]::new));
        }
    }
}

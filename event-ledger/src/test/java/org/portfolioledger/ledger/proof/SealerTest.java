package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
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
import org.portfolioledger.ledger.LedgerBusy;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.ProofUnits;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.ledger.subscription.LeaderTask.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealerTest {

    private static final String ORIGIN = "ledger.example/mps";

    @TempDir
    Path outside;

    private HeadSigner key = Keys.log(ORIGIN);
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
        private boolean wasForced;

        /** How many heads were signed when it was found last to hold what was signed. */
        private int confirmedAfter;

        Node(LedgerDatabase database) {
            this.database = database;
            this.ledger = new Ledger(database.owner());
            this.growth = new TreeGrowth(ledger, database.owner(), () -> {});
            this.tree = new TreeRecord(database.owner());
            this.sealer = sealer();
        }

        /** With the key as it is now. */
        Node restarted() {
            sealer = sealer();
            return this;
        }

        private Sealer sealer() {
            return new Sealer(
                    new HeadSigner() {
                        private final HeadSigner own = key;

                        @Override
                        public NoteKey verifier() {
                            return own.verifier();
                        }

                        @Override
                        public SignedNote sign(TreeHead head) {
                            signed.add(head);
                            held.add(ledger.after(0, (int) head.size()).stream()
                                    .map(fact -> TreeHash.of(fact.leafHash()))
                                    .toList());
                            SignedNote note = own.sign(head);
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

        /** As somebody appends who takes away what keeps him from it. */
        Node force(int facts) {
            wasForced = true;
            JdbcClient.create(database.owner())
                    .sql("truncate ledger.confirmation")
                    .update();
            return append(facts);
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
            if (sealer.sealing().state() == Sealing.State.SEALED) confirmedAfter = signed.size();
            return sealer.sealing();
        }

        Node backup() {
            Node copy = new Node(database.copy());
            copy.wasForced = wasForced;
            return copy;
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

        Sealing behind = restored.force(1).grow().seal();
        assertThat(behind.state()).isEqualTo(Sealing.State.FORKED);
        assertThat(behind.detail())
                .isEqualTo(
                        "the ledger ends at position 4, but its head was signed at position 7:"
                                + " it was restored from before, and facts are missing. No fact is appended until that is on record");
        Sealing other = restored.force(5).grow().seal();
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

        assertThat(restored.force(2).grow().seal().state()).isEqualTo(Sealing.State.SEALED);
        // Now it is the other that does not hold what was signed.
        assertThat(node.seal().state()).isEqualTo(Sealing.State.FORKED);
        assertNeverForked();
    }

    @Test
    void a_copy_takes_no_fact_until_it_was_found_to_hold_what_was_signed() {
        node.append(3).grow().seal();
        node.append(1);
        Node copy = node.backup();
        assertUnconfirmed(copy);
        copy.grow();
        assertUnconfirmed(copy);
        assertThat(copy.seal().state()).isEqualTo(Sealing.State.SEALED);
        copy.append(1);
        assertThat(copy.ledger.head().position()).isEqualTo(5);
    }

    @Test
    void a_server_that_lives_on_behind_a_failover_takes_no_fact_once_it_has_looked() {
        node.append(3).grow().seal();
        Node promoted = node.backup();
        promoted.grow().seal();
        promoted.append(2).grow().seal();
        node.append(1).grow();
        assertThat(node.seal().state()).isEqualTo(Sealing.State.FORKED);
        assertUnconfirmed(node);
        promoted.append(1);
    }

    @Test
    void a_store_that_lost_the_last_head_is_not_taken_for_one_that_never_had_any() throws IOException {
        node.append(3).grow().seal();
        Node restored = node.backup();
        node.append(2).grow().seal();
        Files.delete(outside.resolve("head"));
        assertThat(restored.seal().state()).isEqualTo(Sealing.State.WAITING);
        assertUnconfirmed(restored);
        assertThat(restored.sealer.sealing().detail()).startsWith("the store holds no head");
        assertThat(signed).hasSize(2);
    }

    @Test
    void where_nobody_signs_heads_facts_are_taken() {
        node.append(3).grow();
        assertThat(node.backup().append(1).ledger.head().position()).isEqualTo(4);
    }

    @Test
    void a_ledger_that_lost_what_was_signed_takes_facts_again_once_that_is_on_record_and_another_log_begins() {
        node.append(3).grow().seal();
        Node restored = node.backup();
        node.append(4).grow().seal();
        TreeHead lost = signed.getLast();
        assertThat(restored.grow().seal().state()).isEqualTo(Sealing.State.FORKED);
        assertUnconfirmed(restored);

        ProofUnits.appendFork(
                restored.ledger, lost.origin(), lost.size(), lost.root().base64());
        assertThat(restored.grow().seal().state()).isEqualTo(Sealing.State.FORKED);
        assertUnconfirmed(restored);
        key = Keys.log("ledger.example/mps-2");
        assertThat(restored.restarted().seal().state()).isEqualTo(Sealing.State.SEALED);
        restored.append(1).grow().seal();
        assertThat(signed.getLast().origin()).isEqualTo("ledger.example/mps-2");
        assertThat(signed.getLast().size()).isEqualTo(5);
        // The one that still holds what was signed first signs nothing more.
        assertThat(node.append(1).grow().seal().state()).isEqualTo(Sealing.State.WAITING);
    }

    @Test
    void a_fork_that_is_on_record_of_another_head_changes_nothing() {
        node.append(3).grow().seal();
        Node restored = node.backup();
        node.append(4).grow().seal();
        TreeHead lost = signed.getLast();
        ProofUnits.appendFork(
                restored.ledger, lost.origin(), lost.size() - 1, lost.root().base64());
        key = Keys.log("ledger.example/mps-2");
        assertThat(restored.restarted().grow().seal().state()).isEqualTo(Sealing.State.WAITING);
        assertUnconfirmed(restored);
    }

    private static void assertUnconfirmed(Node one) {
        long before = one.ledger.head().position();
        assertThatThrownBy(() -> one.append(1))
                .isInstanceOfSatisfying(
                        LedgerBusy.class,
                        busy -> assertThat(busy.isUnconfirmed()).isTrue());
        assertThat(one.ledger.head().position()).isEqualTo(before);
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
    void a_change_of_keys_is_on_record_and_whoever_has_either_verifies_what_is_signed() {
        LogKey former = Keys.log(ORIGIN);
        key = former;
        node.restarted().append(3).grow().seal();
        LogKey present = Keys.log(ORIGIN);
        key = present.after(former);
        node.restarted().seal();
        SignedNote again = node.tree.checkpoint(ORIGIN, 3).orElseThrow();
        assertThat(TreeHead.signedAt(again, former.verifier())).isPresent();
        assertThat(TreeHead.signedAt(again, present.verifier())).isPresent();
        node.append(1).grow().seal();
        node.append(1).grow().seal();
        SignedNote both = node.tree.checkpoint(ORIGIN, 4).orElseThrow();
        key = present;
        node.restarted().append(1).grow().seal();
        SignedNote last = node.tree.checkpoint(ORIGIN).orElseThrow();

        assertThat(TreeHead.signedAt(both, former.verifier())).isPresent();
        assertThat(TreeHead.signedAt(both, present.verifier())).isPresent();
        assertThat(TreeHead.signedAt(last, former.verifier())).isEmpty();
        assertThat(TreeHead.signedAt(last, present.verifier())).isPresent();
        assertThat(node.tree.keys(ORIGIN))
                .extracting(TreeRecord.UsedKey::verifier, TreeRecord.UsedKey::firstSize)
                .containsExactly(
                        tuple(former.verifier().text(), 3L),
                        tuple(present.verifier().text(), 3L));
        assertNeverForked();
    }

    @Test
    void no_restore_and_no_failover_makes_a_log_sign_two_heads_that_do_not_fit() {
        int forked = 0;
        node.seal();
        List<Node> nodes = new ArrayList<>(List.of(node));
        for (int trial = 0; trial < (SuiteSize.LONG ? 1_000 : 15); trial++) {
            Node one = nodes.get(random.nextInt(nodes.size()));
            if (random.nextInt(4) > 0) tryToAppend(one, 1 + random.nextInt(5));
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

    /** A server that lacks what was signed takes nothing, unless it is forced. */
    private void tryToAppend(Node one, int facts) {
        if (random.nextInt(3) == 0) {
            one.force(facts);
            return;
        }
        try {
            one.append(facts);
        } catch (LedgerBusy refused) {
            assertThat(refused.isUnconfirmed()).isTrue();
            return;
        }
        // What it has appended behind forced facts, nobody has signed since.
        if (one.wasForced || one.confirmedAfter == 0) return;
        List<TreeHash> leaves = one.ledger.between(1, one.ledger.head().position()).stream()
                .map(fact -> TreeHash.of(fact.leafHash()))
                .toList();
        assertThat(leaves).startsWith(held.get(one.confirmedAfter - 1).toArray(TreeHash[]::new));
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

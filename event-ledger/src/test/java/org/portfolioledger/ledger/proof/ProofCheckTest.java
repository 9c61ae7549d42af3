package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.ledger.proof.MerkleTreeTest.Grown;

class ProofCheckTest {

    private static final int LEAVES = 120;

    private final Random random = new Random(9162);
    private final List<TreeHash> leaves = MerkleTreeTest.leaves(LEAVES, 3);
    private final MerkleTree tree = new MerkleTree(new Grown(leaves));

    private final Map<Integer, TreeHash> roots = new HashMap<>();

    private TreeHash root(int size) {
        return roots.computeIfAbsent(size, tree::root);
    }

    private final int trials = SuiteSize.LONG ? 1_000_000 : 5_000;

    @Test
    void no_proof_that_was_changed_is_accepted() {
        for (int trial = 0; trial < trials; trial++) {
            int size = 1 + random.nextInt(LEAVES);
            int index = random.nextInt(size);
            List<TreeHash> proof = tree.inclusion(index, size);
            TreeHash root = root(size);
            switch (random.nextInt(6)) {
                case 0 -> rejected(leaves.get(index), index, size, changed(proof), root);
                case 1 -> rejected(flipped(leaves.get(index)), index, size, proof, root);
                case 2 -> rejected(leaves.get(index), index, size, proof, flipped(root));
                case 3 -> {
                    int other = random.nextInt(LEAVES);
                    if (other != index) rejected(leaves.get(index), other, size, proof, root);
                }
                case 4 -> rejected(leaves.get(index), index - size, size, proof, root);
                default -> {
                    int other = 1 + random.nextInt(LEAVES);
                    // The root of a tree of another size is another, whatever the path.
                    if (other != size) rejected(leaves.get(index), index, size, proof, root(other));
                }
            }
        }
    }

    @Test
    void no_tree_that_was_changed_is_taken_for_a_longer_one() {
        for (int trial = 0; trial < trials; trial++) {
            int size = 2 + random.nextInt(LEAVES - 1);
            int smaller = 1 + random.nextInt(size - 1);
            List<TreeHash> proof = tree.consistency(smaller, size);
            TreeHash root = root(size);
            TreeHash before = root(smaller);
            boolean taken = switch (random.nextInt(4)) {
                case 0 -> ProofCheck.isConsistent(smaller, before, size, root, changed(proof));
                case 1 -> ProofCheck.isConsistent(smaller, flipped(before), size, root, proof);
                case 2 -> ProofCheck.isConsistent(smaller, before, size, flipped(root), proof);
                default -> ProofCheck.isConsistent(size, root, smaller, before, proof);
            };
            assertThat(taken).as("%s of %s", smaller, size).isFalse();
        }
    }

    @Test
    void a_node_does_not_pass_for_a_leaf() {
        TreeHash node = TreeHash.ofNode(leaves.get(0), leaves.get(1));
        List<TreeHash> shortened = tree.inclusion(0, 4).subList(1, 2);
        assertThat(ProofCheck.isIncluded(node, 0, 2, shortened, tree.root(4))).isTrue();
        // It is the size of the tree, which is signed, that tells them apart.
        assertThat(ProofCheck.isIncluded(node, 0, 4, shortened, tree.root(4))).isFalse();
        byte[] children = new byte[64];
        System.arraycopy(leaves.get(0).bytes(), 0, children, 0, 32);
        System.arraycopy(leaves.get(1).bytes(), 0, children, 32, 32);
        assertThat(TreeHash.ofLeaf(children)).isNotEqualTo(node);
    }

    @Test
    void the_tree_without_leaves_begins_every_tree_and_no_other_does() {
        assertThat(ProofCheck.isConsistent(0, TreeHash.EMPTY, 5, tree.root(5), List.of()))
                .isTrue();
        assertThat(ProofCheck.isConsistent(0, tree.root(1), 5, tree.root(5), List.of()))
                .isFalse();
        assertThat(ProofCheck.isConsistent(0, TreeHash.EMPTY, 0, TreeHash.EMPTY, List.of()))
                .isTrue();
        assertThat(ProofCheck.isConsistent(0, TreeHash.EMPTY, 0, tree.root(1), List.of()))
                .isFalse();
        assertThat(ProofCheck.isConsistent(4, tree.root(4), 5, tree.root(5), List.of()))
                .isFalse();
    }

    @Test
    void a_proof_in_a_file_is_read_as_it_was_written_and_holds_for_its_leaf_alone() {
        LogKey log = Keys.log("ledger.example/mps");
        InclusionProof proof = new InclusionProof(
                111, tree.inclusion(111, 120), log.sign(new TreeHead("ledger.example/mps", 120, tree.root(120))));

        assertThat(proof.text()).startsWith("c2sp.org/tlog-proof@v1\nindex 111\n");
        assertThat(InclusionProof.parse(proof.text())).isEqualTo(proof);
        assertThat(proof.holds(leaves.get(111))).isTrue();
        assertThat(proof.holds(leaves.get(110))).isFalse();
        assertThat(InclusionProof.parse(proof.text().replace("\nindex", "\nextra YWJj\nindex")))
                .isEqualTo(proof);
        for (String bad : List.of(
                proof.text().replace("@v1", "@v2"),
                proof.text().replace("index 111", "index 0111"),
                proof.text().replace("index 111\n", ""),
                proof.text().replace("\nindex", "\nextra YWJ\nindex"),
                proof.text().replaceFirst("=\n", "\n")))
            assertThatThrownBy(() -> InclusionProof.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void rejected(TreeHash leaf, long index, long size, List<TreeHash> proof, TreeHash root) {
        assertThat(ProofCheck.isIncluded(leaf, index, size, proof, root))
                .as("%s of %s", index, size)
                .isFalse();
    }

    /** One bit flipped, a hash left out, added, or said twice, or two in each other's place. */
    private List<TreeHash> changed(List<TreeHash> proof) {
        List<TreeHash> changed = new ArrayList<>(proof);
        int at = random.nextInt(proof.size() + 1);
        int kind = proof.isEmpty() ? 0 : random.nextInt(4);
        if (kind == 0) changed.add(at, leaves.get(random.nextInt(LEAVES)));
        else if (kind == 1) changed.remove(random.nextInt(proof.size()));
        else if (kind == 2) changed.add(at, proof.get(random.nextInt(proof.size())));
        else changed.set(random.nextInt(proof.size()), flipped(proof.get(random.nextInt(proof.size()))));
        return changed;
    }

    private TreeHash flipped(TreeHash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return TreeHash.of(bytes);
    }
}

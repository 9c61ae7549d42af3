package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathsTest {

    private static final int LEAVES = 300;
    private static final int TRIALS = SuiteSize.LONG ? 1_000_000 : 20_000;

    private final Random random = new Random(2);
    private final PlainTree tree = PlainTree.random(LEAVES, random);
    private final List<NodeHash> leaves = PlainTree.hashes(tree.leaves());

    @Test
    void every_leaf_of_every_tree_is_proven() {
        for (int size = 1; size <= 70; size++) {
            PlainTree part = tree.part(0, size);
            for (int index = 0; index < size; index++)
                assertThat(InclusionPath.root(leaves.get(index), index, size, PlainTree.hashes(part.inclusion(index))))
                        .contains(PlainTree.hash(part.root()));
        }
    }

    @Test
    void every_tree_continues_every_smaller_one() {
        for (int size = 1; size <= 70; size++) {
            PlainTree part = tree.part(0, size);
            for (int old = 1; old <= size; old++)
                assertThat(ConsistencyPath.leads(
                                old,
                                PlainTree.hash(tree.part(0, old).root()),
                                size,
                                PlainTree.hash(part.root()),
                                PlainTree.hashes(part.consistency(old))))
                        .as("%s of %s", old, size)
                        .isTrue();
        }
    }

    @Test
    void random_trees_of_any_size_are_proven() {
        for (int trial = 0; trial < 100; trial++) {
            PlainTree any = PlainTree.random(1 + random.nextInt(2_000), random);
            int size = any.leaves().size();
            int index = random.nextInt(size);
            NodeHash root = PlainTree.hash(any.root());
            assertThat(InclusionPath.root(
                            PlainTree.hash(any.leaves().get(index)),
                            index,
                            size,
                            PlainTree.hashes(any.inclusion(index))))
                    .contains(root);
            assertThat(ConsistencyPath.leads(
                            index + 1,
                            PlainTree.hash(any.part(0, index + 1).root()),
                            size,
                            root,
                            PlainTree.hashes(any.consistency(index + 1))))
                    .isTrue();
        }
    }

    @Test
    void the_tree_without_leaves_begins_every_tree_and_no_other_does() {
        NodeHash nothing = NodeHash.ofNothing();
        NodeHash root = PlainTree.hash(tree.root());
        assertThat(ConsistencyPath.leads(0, nothing, LEAVES, root, List.of())).isTrue();
        assertThat(ConsistencyPath.leads(0, root, LEAVES, root, List.of())).isFalse();
        assertThat(ConsistencyPath.leads(0, nothing, LEAVES, root, List.of(root)))
                .isFalse();
        assertThat(ConsistencyPath.leads(0, nothing, 0, nothing, List.of())).isTrue();
        assertThat(ConsistencyPath.leads(-1, nothing, LEAVES, root, List.of())).isFalse();
    }

    @Test
    void a_node_does_not_pass_for_a_leaf() {
        List<NodeHash> path = PlainTree.hashes(tree.part(0, 4).inclusion(0));
        NodeHash root = PlainTree.hash(tree.part(0, 4).root());
        NodeHash node = NodeHash.ofNode(leaves.get(0), leaves.get(1));
        assertThat(InclusionPath.root(node, 0, 4, path.subList(1, 2))).isEmpty();
        assertThat(InclusionPath.root(leaves.get(0), 0, 4, path)).contains(root);
        byte[] children = Signer.joined(leaves.get(0).bytes(), leaves.get(1).bytes());
        assertThat(NodeHash.ofLeaf(children)).isNotEqualTo(node);
    }

    @Test
    void no_proof_of_a_leaf_that_was_changed_is_accepted() {
        List<Inclusion> proofs = new ArrayList<>();
        for (int i = 0; i < 500; i++) proofs.add(inclusion());
        for (int trial = 0; trial < TRIALS; trial++) {
            Inclusion proof = proofs.get(random.nextInt(proofs.size()));
            Inclusion changed = switch (random.nextInt(5)) {
                case 0 -> new Inclusion(proof.leaf, proof.index, proof.size, changed(proof.path), proof.root);
                case 1 -> new Inclusion(flipped(proof.leaf), proof.index, proof.size, proof.path, proof.root);
                case 2 ->
                    new Inclusion(proof.leaf, random.nextInt(2 * LEAVES) - LEAVES, proof.size, proof.path, proof.root);
                case 3 -> new Inclusion(proof.leaf, proof.index, proof.size, proof.path, flipped(proof.root));
                default -> {
                    Inclusion other = proofs.get(random.nextInt(proofs.size()));
                    yield new Inclusion(proof.leaf, proof.index, other.size, other.path, other.root);
                }
            };
            boolean same = changed.index == proof.index
                    && changed.leaf.equals(proof.leaf)
                    && changed.root.equals(proof.root)
                    && changed.path.equals(proof.path);
            // Another tree in which the leaf has the same place proves it as well.
            boolean elsewhere = changed.size != proof.size && changed.index == proof.index && proofs.contains(changed);
            if (!same && !elsewhere)
                assertThat(changed.holds()).as("%s", changed).isFalse();
        }
    }

    @Test
    void no_proof_of_a_tree_that_was_changed_is_accepted() {
        List<Consistency> proofs = new ArrayList<>();
        for (int i = 0; i < 500; i++) proofs.add(consistency());
        for (int trial = 0; trial < TRIALS; trial++) {
            Consistency proof = proofs.get(random.nextInt(proofs.size()));
            Consistency changed = switch (random.nextInt(5)) {
                case 0 -> new Consistency(proof.old, proof.before, proof.size, proof.root, changed(proof.path));
                case 1 -> new Consistency(proof.old, flipped(proof.before), proof.size, proof.root, proof.path);
                case 2 -> new Consistency(proof.old, proof.before, proof.size, flipped(proof.root), proof.path);
                case 3 -> new Consistency(proof.size, proof.root, proof.old, proof.before, proof.path);
                default ->
                    new Consistency(1 + random.nextInt(LEAVES), proof.before, proof.size, proof.root, proof.path);
            };
            if (!changed.equals(proof))
                assertThat(changed.holds()).as("%s", changed).isFalse();
        }
    }

    private record Inclusion(NodeHash leaf, long index, long size, List<NodeHash> path, NodeHash root) {
        boolean holds() {
            return InclusionPath.root(leaf, index, size, path).equals(Optional.of(root));
        }
    }

    private record Consistency(long old, NodeHash before, long size, NodeHash root, List<NodeHash> path) {
        boolean holds() {
            return ConsistencyPath.leads(old, before, size, root, path);
        }
    }

    private Inclusion inclusion() {
        int size = 1 + random.nextInt(LEAVES);
        int index = random.nextInt(size);
        PlainTree part = tree.part(0, size);
        return new Inclusion(
                leaves.get(index), index, size, PlainTree.hashes(part.inclusion(index)), PlainTree.hash(part.root()));
    }

    private Consistency consistency() {
        int size = 2 + random.nextInt(LEAVES - 1);
        int old = 1 + random.nextInt(size - 1);
        PlainTree part = tree.part(0, size);
        return new Consistency(
                old,
                PlainTree.hash(tree.part(0, old).root()),
                size,
                PlainTree.hash(part.root()),
                PlainTree.hashes(part.consistency(old)));
    }

    /** One bit flipped, a hash left out, added or told twice, or two in each other's place. */
    private List<NodeHash> changed(List<NodeHash> path) {
        List<NodeHash> changed = new ArrayList<>(path);
        int at = random.nextInt(path.size() + 1);
        int kind = path.isEmpty() ? 0 : random.nextInt(5);
        switch (kind) {
            case 0 -> changed.add(at, leaves.get(random.nextInt(LEAVES)));
            case 1 -> changed.remove(random.nextInt(path.size()));
            case 2 -> changed.add(at, path.get(random.nextInt(path.size())));
            case 3 -> Collections.swap(changed, random.nextInt(path.size()), random.nextInt(path.size()));
            default -> changed.replaceAll(hash -> hash.equals(path.getFirst()) ? flipped(hash) : hash);
        }
        return changed;
    }

    private NodeHash flipped(NodeHash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return NodeHash.at(bytes, 0);
    }
}

package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The entries of the reference tree of certificate transparency, and its roots by size (RFC 6962 in practice). */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final List<TreeHash> reference =
            ENTRIES.stream().map(HexFormat.of()::parseHex).map(TreeHash::ofLeaf).toList();

    @Test
    void the_tree_without_leaves_has_the_hash_of_nothing() {
        assertThat(new MerkleTree(new Grown(List.of())).root(0))
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_roots_are_those_of_the_reference_tree() {
        MerkleTree tree = new MerkleTree(new Grown(reference));
        for (int size = 1; size <= reference.size(); size++)
            assertThat(tree.root(size)).hasToString(ROOTS.get(size - 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 3", "5, 8, 3", "2, 3, 1", "1, 5, 3"})
    void a_leaf_is_proven_by_as_many_hashes_as_there_are_levels(int index, int size, int hashes) {
        MerkleTree tree = new MerkleTree(new Grown(reference));
        List<TreeHash> proof = tree.inclusion(index, size);
        assertThat(proof).hasSize(hashes);
        assertThat(ProofCheck.isIncluded(reference.get(index), index, size, proof, tree.root(size)))
                .isTrue();
    }

    @Test
    void every_leaf_of_every_tree_is_proven_and_every_tree_by_every_smaller_one() {
        List<TreeHash> leaves = leaves(70, 1);
        MerkleTree tree = new MerkleTree(new Grown(leaves));
        for (int size = 1; size <= leaves.size(); size++) {
            TreeHash root = tree.root(size);
            assertThat(root).isEqualTo(recursive(leaves.subList(0, size)));
            for (int index = 0; index < size; index++)
                assertThat(ProofCheck.isIncluded(leaves.get(index), index, size, tree.inclusion(index, size), root))
                        .isTrue();
            for (int smaller = 0; smaller <= size; smaller++)
                assertThat(ProofCheck.isConsistent(
                                smaller, tree.root(smaller), size, root, tree.consistency(smaller, size)))
                        .as("%s of %s", smaller, size)
                        .isTrue();
        }
    }

    @Test
    void tiles_give_the_same_roots_whatever_they_grew_by() {
        Random random = new Random(6962);
        List<TreeHash> leaves = leaves(70_000, 2);
        Grown tiles = new Grown(List.of());
        TreeEdge edge = TreeEdge.of(0, tiles);
        List<TreeHash> stack = new ArrayList<>();
        while (edge.size() < leaves.size()) {
            int begin = (int) edge.size();
            int end = Math.min(leaves.size(), begin + 1 + random.nextInt(random.nextBoolean() ? 3 : 2_000));
            edge.add(leaves.subList(begin, end)).forEach(tiles::put);
            leaves.subList(begin, end).forEach(leaf -> push(stack, leaf));
            if (random.nextInt(4) == 0) edge = TreeEdge.of(end, tiles);
            assertThat(new MerkleTree(new Tiles(tiles)).root(end)).isEqualTo(bagged(stack));
        }
        // 70,000 leaves: 273 whole tiles and one of 112; one whole tile above and one of 17; one of a single hash.
        assertThat(tiles.tiles.keySet().stream()
                        .filter(key -> key.startsWith("0 "))
                        .count())
                .isEqualTo(274);
        assertThat(tiles.tile(0, 273))
                .hasValueSatisfying(tile -> assertThat(tile).hasSize(112 * 32));
        assertThat(tiles.tile(1, 1)).hasValueSatisfying(tile -> assertThat(tile).hasSize(17 * 32));
        assertThat(tiles.tile(2, 0)).hasValueSatisfying(tile -> assertThat(tile).hasSize(32));
        assertThat(IntStream.range(0, 3)
                        .map(level -> Tiles.width(level, level == 0 ? 273 : level == 1 ? 1 : 0, 70_000)))
                .containsExactly(112, 17, 1);
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof() {
        MerkleTree tree = new MerkleTree(new Grown(reference));
        assertThatThrownBy(() -> tree.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(9)).isInstanceOf(java.util.NoSuchElementException.class);
    }

    static List<TreeHash> leaves(int number, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(_ -> {
                    byte[] entry = new byte[random.nextInt(40)];
                    random.nextBytes(entry);
                    return TreeHash.ofLeaf(entry);
                })
                .toList();
    }

    /** As section 2.1 defines it. */
    private static TreeHash recursive(List<TreeHash> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.ofNode(recursive(leaves.subList(0, middle)), recursive(leaves.subList(middle, leaves.size())));
    }

    /** The complete trees so far, the largest first; each is of the size of a bit of the number of leaves. */
    private int pushed;

    private void push(List<TreeHash> stack, TreeHash leaf) {
        TreeHash hash = leaf;
        for (int bits = pushed; (bits & 1) == 1; bits >>= 1) hash = TreeHash.ofNode(stack.removeLast(), hash);
        stack.add(hash);
        pushed++;
    }

    private static TreeHash bagged(List<TreeHash> stack) {
        TreeHash hash = stack.getLast();
        for (int i = stack.size() - 2; i >= 0; i--) hash = TreeHash.ofNode(stack.get(i), hash);
        return hash;
    }

    /** Tiles in memory. */
    static final class Grown implements Tiles.Source, CompleteTrees {

        private final Map<String, byte[]> tiles = new HashMap<>();

        Grown(List<TreeHash> leaves) {
            TreeEdge.of(0, this).add(leaves).forEach(this::put);
        }

        void put(TreeEdge.Grown tile) {
            tiles.put(tile.level() + " " + tile.number(), tile.hashes());
        }

        @Override
        public Optional<byte[]> tile(int level, long number) {
            return Optional.ofNullable(tiles.get(level + " " + number));
        }

        @Override
        public TreeHash hash(int level, long number) {
            return new Tiles(this).hash(level, number);
        }
    }
}

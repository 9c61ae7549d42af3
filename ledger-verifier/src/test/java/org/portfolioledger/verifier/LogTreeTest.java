package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogTreeTest {

    /** The entries of the reference tree of certificate transparency, and its roots by size. */
    static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_tree_without_leaves_has_the_hash_of_nothing() {
        assertThat(new LogTree().root())
                .isEqualTo(PlainTree.hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .isEqualTo(NodeHash.ofNothing());
    }

    @Test
    void the_roots_are_those_of_the_reference_tree() {
        LogTree tree = new LogTree();
        for (int size = 1; size <= ENTRIES.size(); size++) {
            tree.add(
                    0,
                    NodeHash.ofLeaf(HexFormat.of().parseHex(ENTRIES.get(size - 1)))
                            .bytes(),
                    0);
            assertThat(tree.root()).isEqualTo(PlainTree.hash(ROOTS.get(size - 1)));
        }
    }

    @Test
    void whatever_subtrees_it_grows_by_its_root_is_the_same() {
        Random random = new Random(1);
        for (int trial = 0; trial < 60; trial++) {
            PlainTree plain = PlainTree.random(1 + random.nextInt(2_000), random);
            LogTree tree = new LogTree();
            while (tree.size() < plain.leaves().size()) {
                int begin = (int) tree.size();
                int level = random.nextInt(12);
                while (!tree.fits(level)
                        || begin + (1 << level) > plain.leaves().size()) level--;
                tree.add(
                        level,
                        PlainTree.hash(plain.part(begin, begin + (1 << level)).root())
                                .bytes(),
                        0);
            }
            assertThat(tree.root()).isEqualTo(PlainTree.hash(plain.root()));
        }
    }

    @Test
    void a_subtree_fits_only_at_a_multiple_of_its_size() {
        LogTree tree = new LogTree();
        tree.add(0, new byte[32], 0);
        tree.add(0, new byte[32], 0);
        assertThat(tree.fits(0)).isTrue();
        assertThat(tree.fits(1)).isTrue();
        assertThat(tree.fits(2)).isFalse();
        assertThat(tree.fits(62)).isFalse();
        assertThat(tree.fits(255)).isFalse();
        assertThat(new LogTree().fits(61)).isTrue();
        assertThat(new LogTree().fits(62)).isFalse();
    }
}

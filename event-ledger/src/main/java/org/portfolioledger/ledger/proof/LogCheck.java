package org.portfolioledger.ledger.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.StoredEvent;

/** Compares what the ledger stores with the tree, tile by tile. */
final class LogCheck {

    private final Tiles.Source tiles;

    LogCheck(Tiles.Source tiles) {
        this.tiles = tiles;
    }

    /**
     * What is wrong with the facts of one tile.
     *
     * @param number of the tile, from 0
     * @param facts what the ledger stores of them, by position
     * @param size of the tree, which reaches into the tile
     */
    List<Damage> tile(long number, List<StoredEvent> facts, long size) {
        List<Damage> found = new ArrayList<>();
        long first = number * Tiles.WIDTH + 1;
        int width = Tiles.width(0, number, size);
        byte[] leaves = tiles.tile(0, number).orElse(new byte[0]);
        Map<Long, StoredEvent> stored = new HashMap<>();
        facts.forEach(fact -> stored.put(fact.position(), fact));
        for (int i = 0; i < width; i++) {
            long position = first + i;
            Optional<TreeHash> leaf =
                    (i + 1) * TreeHash.LENGTH <= leaves.length ? Optional.of(TreeHash.at(leaves, i)) : Optional.empty();
            fact(position, Optional.ofNullable(stored.get(position)), leaf).ifPresent(found::add);
        }
        if (width == Tiles.WIDTH && leaves.length == Tiles.WIDTH * TreeHash.LENGTH)
            above(number, leaves).ifPresent(found::add);
        return found;
    }

    private static Optional<Damage> fact(long position, Optional<StoredEvent> stored, Optional<TreeHash> leaf) {
        Map<String, String> evidence = new HashMap<>();
        leaf.ifPresent(hash -> evidence.put("leafOfTree", hash.toString()));
        if (stored.isEmpty()) return Optional.of(new Damage(position, Damage.Kind.MISSING, evidence));
        StoredEvent fact = stored.get();
        TreeHash computed = TreeHash.of(LeafHash.of(fact));
        evidence.put("leafOfStoredBytes", computed.toString());
        evidence.put("leafStored", HexFormat.of().formatHex(fact.leafHash()));
        evidence.put("entry", HexFormat.of().formatHex(LeafHash.entry(fact)));
        if (!fact.isUnaltered()) return Optional.of(new Damage(position, Damage.Kind.ALTERED, evidence));
        return leaf.filter(computed::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Damage(position, Damage.Kind.REWRITTEN, evidence));
    }

    /** Each whole tile against the hash of it in the tile above, as far up as tiles are whole. */
    private Optional<Damage> above(long number, byte[] hashes) {
        byte[] tile = hashes;
        long place = number;
        for (int level = 1; tile.length == Tiles.WIDTH * TreeHash.LENGTH; level++) {
            int within = (int) (place % Tiles.WIDTH);
            byte[] upper = tiles.tile(level, place / Tiles.WIDTH).orElse(new byte[0]);
            TreeHash root = Tiles.over(tile, 0, Tiles.WIDTH);
            boolean fits = (within + 1) * TreeHash.LENGTH <= upper.length
                    && TreeHash.at(upper, within).equals(root);
            if (!fits)
                return Optional.of(new Damage(
                        number * Tiles.WIDTH + 1,
                        Damage.Kind.OTHER_TILE,
                        Map.of("level", Integer.toString(level), "rootOfTileBelow", root.toString())));
            // The tile above is looked at itself when its last tile below is.
            if (within < Tiles.WIDTH - 1) return Optional.empty();
            tile = upper;
            place /= Tiles.WIDTH;
        }
        return Optional.empty();
    }
}

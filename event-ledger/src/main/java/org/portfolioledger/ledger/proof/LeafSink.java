package org.portfolioledger.ledger.proof;

import java.util.Comparator;
import java.util.List;
import org.portfolioledger.ledger.subscription.Sink;

/** Adds leaves to the tree in the order of their positions. */
final class LeafSink implements Sink<List<Leaf>> {

    private final TreeTable tiles;

    LeafSink(TreeTable tiles) {
        this.tiles = tiles;
    }

    @Override
    public void write(String subscription, List<List<Leaf>> changes) {
        List<Leaf> leaves = changes.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Leaf::position))
                .toList();
        if (leaves.isEmpty()) return;
        long size = leaves.getFirst().position() - 1;
        if (leaves.getLast().position() - size != leaves.size())
            throw new TreeNotSound("the leaves after position " + size + " are not those of all facts");
        tiles.keep(TreeEdge.of(size, tiles).add(leaves.stream().map(Leaf::hash).toList()));
    }
}

package org.portfolioledger.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.ledger.FactAltered;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactHandler;

/** Makes the leaf of each fact from what is stored of it: what the ledger says is its leaf is compared, and not believed. */
final class LeafHandler implements FactHandler<List<Leaf>> {

    @Override
    public List<Leaf> begin() {
        return new ArrayList<>();
    }

    @Override
    public void handle(StoredEvent fact, List<Leaf> changes) {
        TreeHash leaf = TreeHash.of(LeafHash.of(fact));
        if (!leaf.equals(TreeHash.of(fact.leafHash()))) throw new TreeNotSound(FactAltered.told(fact.position()));
        changes.add(new Leaf(fact.position(), leaf));
    }

    @Override
    public void forget(String stream) {}

    @Override
    public void forget() {}
}

package org.portfolioledger.ledger.proof;

import java.util.List;
import javax.sql.DataSource;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.JdbcSubscriptionStore;
import org.portfolioledger.ledger.subscription.LeaderTask;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.ledger.subscription.Subscriptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds the leaf of each fact to the tree, right behind the append, in one transaction with how far it has come. */
public final class TreeGrowth implements LeaderTask {

    private static final int BATCH = 2_000;

    private final Subscription<List<Leaf>> subscription;

    /**
     * @param writer connections of the role {@code ledger_sealer}
     * @param grown called after every batch
     */
    public TreeGrowth(Ledger ledger, DataSource writer, Runnable grown) {
        JdbcClient jdbc = JdbcClient.create(writer);
        Subscriptions subscriptions = new Subscriptions(jdbc, TreeRecord.SCHEMA);
        subscriptions.open(TreeRecord.SUBSCRIPTION);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(writer));
        this.subscription = new Subscription<>(
                FactSource.of(ledger),
                new LeafHandler(),
                new JdbcSubscriptionStore<>(
                        subscriptions,
                        transaction,
                        () -> subscriptions.find(TreeRecord.SUBSCRIPTION),
                        new LeafSink(new TreeTable(jdbc)),
                        grown),
                BATCH);
    }

    @Override
    public boolean isDue() {
        return subscription.isDue();
    }

    /**
     * @throws org.portfolioledger.ledger.FactAltered if what is stored of a fact does not fit its leaf
     * @throws TreeNotSound if the tree holds another leaf
     * @throws org.portfolioledger.ledger.subscription.LedgerGap if the ledger is not whole
     */
    @Override
    public Turn turn() {
        return subscription.turn();
    }
}

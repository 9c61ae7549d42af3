package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what keeps the rows of one database: its follower, its progress and its rebuild. */
public final class Keeping implements AutoCloseable {

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<RowOf<?>> families;
    private final JsonMapper json;
    private final Progress progress;
    private final DataSource sessions;
    private final HeadListener head;
    private final int batch;
    private final Duration poll;

    /**
     * @param sessions for connections that are kept for ever; no pool may take them back
     * @throws org.portfolioledger.edge.RefusedToStart if rows and ledger do not fit
     */
    public Keeping(
            DataSource rows, DataSource sessions, List<RowOf<?>> families, JsonMapper json, int batch, Duration poll) {
        RowsCheck.requireFitting(rows);
        this.ledger = new Ledger(rows);
        this.jdbc = JdbcClient.create(rows);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(rows));
        this.families = List.copyOf(families);
        this.json = json;
        this.progress = new Progress(jdbc);
        this.sessions = sessions;
        this.head = new HeadListener(sessions);
        this.batch = batch;
        this.poll = poll;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Progress progress() {
        return progress;
    }

    /** The follower's life; one that does not start by itself where this process is never to keep the rows. */
    public Following following(boolean startsItself) {
        return new Following(new Fence(sessions), follower(), head, poll, startsItself);
    }

    public Rebuild rebuild() {
        return new Rebuild(ledger, this::fold, progress, jdbc, transaction);
    }

    Follower follower() {
        return new Follower(ledger, fold(), progress, new RowTable(jdbc, RowTable.LIVE), transaction, batch);
    }

    private Fold fold() {
        return new Fold(ledger, families, json);
    }

    @Override
    public void close() {
        head.close();
    }
}

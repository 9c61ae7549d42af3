package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.JdbcSubscriptionStore;
import org.portfolioledger.ledger.subscription.LeaderLock;
import org.portfolioledger.ledger.subscription.LeaderTask;
import org.portfolioledger.ledger.subscription.LeaderWorker;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.ledger.subscription.SubscriptionStore;
import org.portfolioledger.ledger.subscription.Subscriptions;
import org.portfolioledger.ledger.subscription.WakeSource;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.query.database.Reads;
import org.portfolioledger.query.row.Generation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what keeps the rows of one database: generations, subscription, progress and rebuild. */
public final class RowProjection implements AutoCloseable {

    /** The task of keeping the live rows. */
    static final String FOLLOWER = "row-follower";

    /** The task of building the next generation. */
    static final String REBUILD = "row-rebuild";

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<RowType<?>> families;
    private final JsonMapper json;
    private final Subscriptions subscriptions;
    private final Generations generations;
    private final Progress progress;
    private final RowVerifier verifier;
    private final StreamSizes streamSizes;
    private final DataSource sessions;
    private final HeadListener head;
    private final Pace pace;
    private final FoldRevisions revisions;
    private final Rebuild rebuild;

    /**
     * How the rows are kept.
     *
     * @param batch number of facts that are applied in one transaction
     * @param rememberedFacts of how many facts the entities are remembered that had a fact last
     * @param poll how long it waits to be woken before it looks by itself
     * @param grace how long the rows of a generation stay that was replaced
     */
    public record Pace(int batch, int rememberedFacts, Duration poll, Duration grace) {}

    /** @throws org.portfolioledger.http.RefusedToStart if rows and ledger do not fit */
    public RowProjection(QueryDatabase database, List<RowType<?>> families, JsonMapper json, Pace pace) {
        this.ledger = new Ledger(database.ledger());
        DataSource writer = database.rows().writer();
        this.jdbc = JdbcClient.create(writer);
        RowsCheck.requireFitting(jdbc, ledger);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(writer));
        this.families = List.copyOf(families);
        this.json = json;
        this.subscriptions = new Subscriptions(jdbc, "query");
        this.head = new HeadListener(database.wakeUp());
        this.generations = new Generations(jdbc, transaction, subscriptions, head::wakeAll);
        this.progress = new Progress(Reads.prepared(database.rows().reader()), ledger);
        this.verifier = new RowVerifier(Reads.planned(database.rows().reader()), ledger, this.families, json);
        this.streamSizes = new StreamSizes(JdbcClient.create(database.ledger()));
        this.sessions = database.rows().sessions();
        this.pace = pace;
        this.revisions = FoldRevisions.of(families);
        Fold fold = new Fold(FactSource.of(ledger), this.families, json, pace.rememberedFacts());
        this.rebuild = new Rebuild(
                generations,
                subscription(fold, () -> generations.checkpoint(State.BUILDING, revisions), () -> {}),
                transaction,
                revisions,
                fold);
    }

    private boolean isOurs(Generation generation) {
        return generation.revisions().equals(revisions);
    }

    public Ledger ledger() {
        return ledger;
    }

    public Generations generations() {
        return generations;
    }

    public Progress progress() {
        return progress;
    }

    public RowVerifier verifier() {
        return verifier;
    }

    public StreamSizes streamSizes() {
        return streamSizes;
    }

    /** The life of subscription and rebuild; it does not start by itself where this process is never to keep the rows. */
    public ProjectionLifecycle following(boolean startsItself) {
        LeaderTask rebuilds = new LeaderTask() {
            @Override
            public boolean isDue() {
                if (rebuild.isDue()) return true;
                generations.dropAfter(pace.grace());
                return false;
            }

            @Override
            public Turn turn() {
                if (!isDue()) return Turn.NOT_DUE;
                return rebuild.step() ? Turn.ONE_OF_MANY : Turn.IDLE;
            }
        };
        return new ProjectionLifecycle(
                worker(FOLLOWER, subscription(), head::onMove),
                worker(REBUILD, rebuilds, rebuild::onAsked),
                startsItself);
    }

    private LeaderWorker worker(String task, LeaderTask work, WakeSource wakes) {
        return new LeaderWorker(task, new LeaderLock(sessions, task), work, wakes, pace.poll());
    }

    public Rebuild rebuild() {
        return rebuild;
    }

    Subscription<RowChanges> subscription() {
        return subscription(
                new Fold(FactSource.of(ledger), families, json, pace.rememberedFacts()),
                this::live,
                progress::hasMoved);
    }

    /** How far the live rows have come, if this program's folds made them, or make the first of them. */
    private Optional<Checkpoint> live() {
        Optional<Checkpoint> live = generations.checkpoint(State.LIVE, revisions);
        return live.isPresent() || !isOurs(generations.adoptedBy(revisions))
                ? live
                : generations.checkpoint(State.LIVE, revisions);
    }

    private Subscription<RowChanges> subscription(Fold fold, Supplier<Optional<Checkpoint>> kept, Runnable moved) {
        return new Subscription<>(FactSource.of(ledger), fold, store(kept, moved), pace.batch());
    }

    SubscriptionStore<RowChanges> store(Supplier<Optional<Checkpoint>> kept, Runnable moved) {
        return new JdbcSubscriptionStore<>(
                subscriptions,
                transaction,
                kept,
                (name, changes) -> RowTable.of(jdbc, name).write(changes),
                moved);
    }

    @Override
    public void close() {
        head.close();
    }
}

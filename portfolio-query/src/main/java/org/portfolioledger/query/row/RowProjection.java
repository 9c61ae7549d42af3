package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what keeps the rows of one database: their generations, the follower, its progress and the rebuild. */
public final class RowProjection implements AutoCloseable {

    /**
     * The revision of the fold: what is answered from rows that facts come to. Raise it with every change of what any fact
     * comes to; rows that an earlier revision made are then rebuilt at the next start. A test holds it against the rows.
     */
    public static final int FOLD = 1;

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<RowType<?>> families;
    private final JsonMapper json;
    private final Generations generations;
    private final Progress progress;
    private final DataSource sessions;
    private final HeadListener head;
    private final Pace pace;
    private final int fold;
    private final Rebuild rebuild;

    /**
     * How the rows are kept.
     *
     * @param batch facts that the follower applies in one transaction
     * @param poll how long it waits for a wake before it looks by itself
     * @param grace how long the rows of a generation stay that was replaced
     */
    public record Pace(int batch, Duration poll, Duration grace) {}

    /**
     * @param sessions for connections that are kept for ever; no pool may take them back
     * @throws org.portfolioledger.http.RefusedToStart if rows and ledger do not fit
     */
    public RowProjection(DataSource rows, DataSource sessions, List<RowType<?>> families, JsonMapper json, Pace pace) {
        this(rows, sessions, families, json, pace, FOLD);
    }

    RowProjection(
            DataSource rows, DataSource sessions, List<RowType<?>> families, JsonMapper json, Pace pace, int fold) {
        RowsCheck.requireFitting(rows);
        this.ledger = new Ledger(rows);
        this.jdbc = JdbcClient.create(rows);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(rows));
        this.families = List.copyOf(families);
        this.json = json;
        this.generations = new Generations(jdbc, transaction);
        this.progress = new Progress(jdbc);
        this.sessions = sessions;
        this.head = new HeadListener(sessions);
        this.pace = pace;
        this.fold = fold;
        this.rebuild = new Rebuild(
                generations,
                follower(
                        () -> generations.building().filter(generation -> generation.fold() == fold),
                        pace.batch(),
                        () -> {}),
                transaction,
                fold);
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

    /** The life of follower and rebuild; one that does not start by itself where this process is never to keep the rows. */
    public ProjectionLifecycle following(boolean startsItself) {
        Follower follower = follower();
        LeaderTask follows = new LeaderTask() {
            @Override
            public boolean isDue() {
                return live().isPresent();
            }

            @Override
            public boolean step() {
                return follower.step();
            }
        };
        LeaderTask rebuilds = new LeaderTask() {
            @Override
            public boolean isDue() {
                if (rebuild.isDue()) return true;
                generations.dropAfter(pace.grace());
                return false;
            }

            @Override
            public boolean step() {
                return rebuild.step();
            }
        };
        return new ProjectionLifecycle(
                new LeaderWorker(
                        "row-follower", new LeaderLock(sessions, LeaderLock.LIVE), follows, head::onMove, pace.poll()),
                new LeaderWorker(
                        "row-rebuild",
                        new LeaderLock(sessions, LeaderLock.BUILDING),
                        rebuilds,
                        rebuild::onAsked,
                        pace.poll()),
                startsItself);
    }

    public Rebuild rebuild() {
        return rebuild;
    }

    Follower follower() {
        return follower(this::live, pace.batch(), progress::hasMoved);
    }

    /** The live rows, if this program's fold made them, or makes the first of them. */
    private Optional<Generation> live() {
        return Optional.of(generations.adoptedBy(fold)).filter(generation -> generation.fold() == fold);
    }

    private Follower follower(Supplier<Optional<Generation>> kept, int batch, Runnable moved) {
        Facts facts = Facts.of(ledger);
        return new Follower(
                facts,
                new Fold(facts, families, json),
                new GenerationStore(generations, jdbc, transaction, kept, moved),
                batch);
    }

    @Override
    public void close() {
        head.close();
    }
}

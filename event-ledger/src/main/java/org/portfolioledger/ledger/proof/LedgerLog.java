package org.portfolioledger.ledger.proof;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.subscription.LeaderLock;
import org.portfolioledger.ledger.subscription.LeaderWorker;

/**
 * The ledger as a transparency log: keeps the tree right behind the append and signs its heads. Of several processes over one
 * database one does it; all read.
 */
public final class LedgerLog implements AutoCloseable {

    /** The task of adding leaves. */
    static final String GROWTH = "tree-growth";

    /** The task of checking the whole log. */
    static final String PATROL = "log-patrol";

    /** The task of signing heads. */
    static final String SEALING = "tree-sealing";

    private final TreeRecord tree;
    private final HeadListener head;
    private final LeaderWorker growth;
    private final LeaderWorker patrol;
    private final @Nullable Seal seal;

    /**
     * How heads are signed.
     *
     * @param every at most so often
     */
    public record Signing(HeadSigner key, HeadStore store, List<TrustPolicy.Witness> witnesses, Duration every) {}

    /**
     * How fast things go.
     *
     * @param poll how long the growth waits to be woken before it looks by itself
     * @param tilesAtOnce how many tiles of 256 facts are checked in one go
     * @param every how often
     */
    public record Pace(Duration poll, int tilesAtOnce, Duration every) {}

    private record Seal(Signing signing, Sealer sealer, LeaderWorker worker) {}

    /**
     * @param writer connections of the role {@code ledger_sealer}, which may also read the ledger
     * @param reader connections that may read the schema {@code proof}
     * @param sessions unpooled connections of the writer, which a leader keeps for ever
     * @param wakeUp unpooled connections, on which the ledger's head is listened to
     * @param signing null: nothing is signed
     * @param pace how much of the log is checked at once, and how often
     */
    public LedgerLog(
            DataSource writer,
            DataSource reader,
            DataSource sessions,
            DataSource wakeUp,
            @Nullable Signing signing,
            Pace pace) {
        this.tree = new TreeRecord(reader);
        this.head = new HeadListener(wakeUp);
        this.growth = new LeaderWorker(
                GROWTH,
                new LeaderLock(sessions, GROWTH),
                new TreeGrowth(new Ledger(writer), writer, () -> {}),
                head::onMove,
                pace.poll());
        this.patrol = new LeaderWorker(
                PATROL,
                new LeaderLock(sessions, PATROL),
                new Patrol(new Ledger(writer), writer, pace.tilesAtOnce()),
                _ -> () -> {},
                pace.every());
        this.seal = signing == null ? null : seal(signing, writer, sessions);
    }

    private static Seal seal(Signing signing, DataSource writer, DataSource sessions) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        List<Witness> witnesses = signing.witnesses().stream()
                .filter(witness -> witness.url() != null)
                .map(witness -> new Witness(client, witness.key(), witness.url()))
                .toList();
        // On the writer's own connections: the tree as the sealer reads it is the one that it writes the head of.
        Sealer sealer = new Sealer(
                signing.key(),
                signing.store(),
                new TreeRecord(writer),
                new SealedHeads(writer),
                witnesses,
                InstantSource.system());
        return new Seal(
                signing,
                sealer,
                new LeaderWorker(SEALING, new LeaderLock(sessions, SEALING), sealer, _ -> () -> {}, signing.every()));
    }

    private List<LeaderWorker> workers() {
        return seal == null ? List.of(growth, patrol) : List.of(growth, patrol, seal.worker());
    }

    public TreeRecord tree() {
        return tree;
    }

    /** The key by which its heads are verified; empty: it signs none. */
    public Optional<NoteKey> verifier() {
        return Optional.ofNullable(seal).map(one -> one.signing().key().verifier());
    }

    /** What the sealer of this process found last; empty: it signs nothing. */
    public Optional<Sealing> sealing() {
        return Optional.ofNullable(seal).map(one -> one.sealer().sealing());
    }

    /** Why the tree does not grow, or is not checked or signed any more; null: none of it. */
    public @Nullable String failure() {
        for (LeaderWorker worker : workers()) {
            String failure = worker.failure();
            if (failure != null) return failure;
        }
        return null;
    }

    public boolean isRunning() {
        return growth.isRunning();
    }

    public void start() {
        workers().forEach(LeaderWorker::start);
    }

    public void stop() {
        workers().reversed().forEach(LeaderWorker::stop);
    }

    @Override
    public void close() {
        stop();
        head.close();
    }
}

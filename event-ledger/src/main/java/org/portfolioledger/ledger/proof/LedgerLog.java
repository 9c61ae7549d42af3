package org.portfolioledger.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.FactAltered;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
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

    private final Ledger ledger;
    private final TreeRecord tree;
    private final HeadListener head;
    private final LeaderWorker growth;
    private final LeaderWorker patrol;
    private final @Nullable Seal seal;

    /**
     * How heads are signed.
     *
     * @param witnesses lines of C2SP's tlog-policy that name witnesses and the quorum
     * @param every at most so often
     */
    public record Signing(HeadSigner key, HeadStore store, String witnesses, Duration every) {

        /** Nobody cosigns. */
        public static final String NO_WITNESSES = "quorum none\n";

        /** @throws IllegalArgumentException if the lines are none */
        public Signing {
            var _ = TrustPolicy.parse(policy(key, witnesses));
        }

        /** C2SP's tlog-policy under which what is signed counts. */
        public String policy() {
            return policy(key, witnesses);
        }

        private static String policy(HeadSigner key, String witnesses) {
            return "log " + key.verifier().text() + "\n" + witnesses.strip() + "\n";
        }
    }

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
        this.ledger = new Ledger(reader);
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
        List<Witness> witnesses = TrustPolicy.parse(signing.policy()).witnesses().stream()
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

    /**
     * The entries below a tile of leaves, each behind its length in two bytes, as C2SP's tlog-tiles has them.
     *
     * @throws FactAltered if one of the facts was altered or is missing
     */
    public byte[] entries(TilePath tile) {
        long first = tile.number() * Tiles.WIDTH + 1;
        Iterator<StoredEvent> facts =
                ledger.between(first, first + tile.width() - 1).iterator();
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (long position = first; position < first + tile.width(); position++) {
            StoredEvent fact = facts.hasNext() ? facts.next() : null;
            if (fact == null || fact.position() != position) throw new FactAltered(position);
            fact.requireUnaltered();
            byte[] entry = LeafHash.entry(fact);
            entries.write(entry.length >> 8);
            entries.write(entry.length);
            entries.writeBytes(entry);
        }
        return entries.toByteArray();
    }

    public TreeRecord tree() {
        return tree;
    }

    /** The key by which its heads are verified; empty: it signs none. */
    public Optional<NoteKey> verifier() {
        return Optional.ofNullable(seal).map(one -> one.signing().key().verifier());
    }

    /** C2SP's tlog-policy under which its heads count; empty: it signs none. */
    public Optional<String> policy() {
        return Optional.ofNullable(seal).map(one -> one.signing().policy());
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

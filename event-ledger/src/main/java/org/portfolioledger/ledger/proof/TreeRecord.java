package org.portfolioledger.ledger.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.Subscriptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree over the ledger as far as it has grown, and what was signed of it; it is read here and proves what it holds. */
public final class TreeRecord {

    /** Name of the subscription that makes it. */
    public static final String SUBSCRIPTION = "tree";

    static final String SCHEMA = "proof";

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    /** @param database with the schema {@code proof}, where a role may read it */
    public TreeRecord(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.subscriptions = new Subscriptions(jdbc, SCHEMA);
    }

    /** Number of leaves: the last position that is in it. */
    public long size() {
        return subscriptions.find(SUBSCRIPTION).map(Checkpoint::position).orElse(0L);
    }

    /** @throws NoSuchElementException if the tree has not grown so far */
    public TreeHash root(long size) {
        return tree().root(size);
    }

    /** That the fact at a position is in the tree of a size; see {@link MerkleTree#inclusion}. */
    public List<TreeHash> inclusion(long position, long size) {
        return tree().inclusion(position - 1, size);
    }

    /** That the tree of one size begins with that of a smaller one; see {@link MerkleTree#consistency}. */
    public List<TreeHash> consistency(long size, long with) {
        return tree().consistency(size, with);
    }

    /** The tree for one question, which reads each tile once: a path meets the same tile on eight levels. */
    private MerkleTree tree() {
        TreeTable table = new TreeTable(jdbc);
        Map<Place, Optional<byte[]>> read = new HashMap<>();
        return new MerkleTree(new Tiles((level, number) ->
                read.computeIfAbsent(new Place(level, number), place -> table.tile(place.level(), place.number()))));
    }

    private record Place(int level, long number) {}

    /** The leaf of the fact at a position, as it was when the tree took it. */
    public TreeHash leaf(long position) {
        return new Tiles(new TreeTable(jdbc)).hash(0, position - 1);
    }

    /** The hashes of a tile; there may be more than a tree of some size has. */
    public Optional<byte[]> tile(int level, long number) {
        return new TreeTable(jdbc).tile(level, number);
    }

    /** The largest head that a log signed. */
    public Optional<SignedNote> checkpoint(String origin) {
        return jdbc.sql("select note from proof.checkpoint where origin = ? order by size desc limit 1")
                .param(origin)
                .query(String.class)
                .optional()
                .map(SignedNote::parse);
    }

    /** The head of a size that a log signed. */
    public Optional<SignedNote> checkpoint(String origin, long size) {
        return jdbc.sql("select note from proof.checkpoint where origin = ? and size = ?")
                .params(origin, size)
                .query(String.class)
                .optional()
                .map(SignedNote::parse);
    }

    /** How far the check of the whole log has come. */
    public Patrol.Progress patrol() {
        return Patrol.progress(jdbc);
    }

    /**
     * What was found altered or missing, by position.
     *
     * @param limit most that are returned
     */
    public List<Damage> damage(int limit) {
        return jdbc.sql("select position, kind, evidence from proof.alert order by position, kind limit ?")
                .param(limit)
                .query((row, _) -> new Damage(
                        row.getLong("position"),
                        Damage.Kind.valueOf(row.getString("kind")),
                        Patrol.evidence(row.getString("evidence"))))
                .list();
    }
}

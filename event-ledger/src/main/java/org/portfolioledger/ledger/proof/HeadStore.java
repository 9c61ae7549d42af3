package org.portfolioledger.ledger.proof;

import java.util.Optional;

/**
 * Where the last head that was signed is kept outside the database of the ledger: a database that was restored, or a standby
 * that was behind, cannot take it back.
 */
public interface HeadStore {

    /**
     * What is kept.
     *
     * @param version of it, as the store tells one from another
     */
    record Kept(TreeHead head, String version) {}

    /**
     * The head that was signed last; empty if none was.
     *
     * @throws HeadStoreUnavailable if the store cannot say
     */
    Optional<Kept> last();

    /**
     * Keeps a head in the place of another, on disk when this returns.
     *
     * @param before what was read; empty: nothing was kept
     * @return whether it did; not if another was kept meanwhile
     * @throws HeadStoreUnavailable if nobody can tell whether it did
     */
    boolean replace(Optional<Kept> before, TreeHead next);
}

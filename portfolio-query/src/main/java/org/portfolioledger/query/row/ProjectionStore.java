package org.portfolioledger.query.row;

import java.util.List;
import java.util.Optional;

/** The generation that a follower keeps. Its rows, its position and its blocked entities move together or not at all. */
interface ProjectionStore {

    /**
     * Where a generation stands.
     *
     * @param blocked the entities whose rows do not follow
     */
    record Place(int generation, long position, List<BlockedEntity> blocked) {}

    /** Where it stands now; empty if there is none that this program's fold keeps. */
    Optional<Place> place();

    /**
     * Writes what facts come to and moves on, if it still stands where it stood and what was blocked there is blocked yet.
     *
     * @return whether it did
     */
    boolean move(Place from, long to, FoldResult folded);

    /**
     * Writes what a blocked entity missed, which is blocked no longer, if the generation still stands where it stood. If its
     * rows cannot be written it stays blocked for that reason.
     */
    void recover(Place at, BlockedEntity blocked, RowChanges missed);

    /** Notes that another attempt has failed too. */
    void failsAgain(Place at, BlockedEntity blocked, FoldFailed failed);
}

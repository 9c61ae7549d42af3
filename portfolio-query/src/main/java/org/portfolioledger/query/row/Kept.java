package org.portfolioledger.query.row;

import java.util.List;
import java.util.Optional;

/** The generation that a follower keeps. Its rows, its position and its stale entities move together or not at all. */
interface Kept {

    /**
     * Where a generation stands.
     *
     * @param stale the entities whose rows do not follow
     */
    record Place(int generation, long position, List<StaleEntity> stale) {}

    /** Where it stands now; empty if there is none that this program's fold keeps. */
    Optional<Place> place();

    /**
     * Writes what facts come to and moves on, if it still stands where it stood and what was stale there is stale yet.
     *
     * @return whether it did
     */
    boolean move(Place from, long to, Folded folded);

    /**
     * Writes what a stale entity missed, which is stale no longer, if the generation still stands where it stood. If its
     * rows cannot be written it stays stale for that reason.
     */
    void recover(Place at, StaleEntity stale, RowChanges missed);

    /** Notes that another attempt has failed too. */
    void failsAgain(Place at, StaleEntity stale, FoldFailed failed);
}

package org.portfolioledger.events;

/** A fact that is judged anew when it is corrected, unless its other words say the same in what was judged. */
public interface JudgedAnew {

    /** Whether other words for it say the same there. Only then do they keep the rules that its source left unmet. */
    boolean saysSame(GovernanceFact other);
}

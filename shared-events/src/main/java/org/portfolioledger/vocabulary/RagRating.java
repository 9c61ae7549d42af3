package org.portfolioledger.vocabulary;

/** Rating of an assessment, or why there is none. Ranks of two schemes are never compared. */
public enum RagRating {
    GREEN,
    AMBER_GREEN,
    AMBER,
    AMBER_RED,
    RED,
    /** Not rated: exempt under the Freedom of Information Act. */
    EXEMPT,
    /** Not rated: the initiative was re-baselined. */
    RESET,
    /** Not rated for another reason. */
    NOT_RATED;

    /** Whether it is better or worse than others: not one that says why there is no rating. */
    public boolean isRank() {
        return compareTo(RED) <= 0;
    }
}

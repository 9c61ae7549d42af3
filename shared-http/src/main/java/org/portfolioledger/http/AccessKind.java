package org.portfolioledger.http;

/** What the record of accesses holds. */
public enum AccessKind {
    /** An account came from an address, for the first time in half an hour. */
    SIGNED_IN,
    /** Credentials were sent that are not good. */
    SIGN_IN_FAILED,
    /** A request got 401 without credentials, 403 or 429. */
    REFUSED,
    /** A list was read as a whole, or a file. */
    EXPORTED,
    /** What was answered bears a marking that limits who may read it. */
    READ_MARKED,
    /** So many records could not be kept, because the database could not be reached for too long. */
    LOST
}

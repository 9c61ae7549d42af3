package org.portfolioledger.ledger.axon;

import java.util.Set;

/** Names what the ledger adds to the metadata of every fact that is read from it. */
public final class LedgerMetaData {

    /** A {@link Long}: the fact's place in the one order. */
    public static final String POSITION = "position";

    /** An {@link java.time.Instant}: when the organisation knew. */
    public static final String KNOWN_AT = "knownAt";

    /** An {@link java.time.Instant}: when it was written. */
    public static final String RECORDED_AT = "recordedAt";

    /** A {@link String}: id of who recorded it. */
    public static final String ACTOR = "actor";

    /** The ledger's own, so never stored: a fact that is published again must not carry another's. */
    static final Set<String> KEYS = Set.of(POSITION, KNOWN_AT, RECORDED_AT, ACTOR);

    private LedgerMetaData() {}
}

package org.portfolioledger.ledger.axon;

/** Turns facts into the bytes that the ledger keeps, and back. */
public interface EventCodec {

    Encoded encode(Object payload);

    /** Reads any revision that was ever written. */
    Object decode(String type, int revision, byte[] payload);

    /**
     * A fact as the ledger keeps it.
     *
     * @param type stable name, never a class name
     * @param revision of the type, from 1
     * @param payload JSON in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed straight on, never compared.
    record Encoded(String type, int revision, byte[] payload) {}
}

package org.portfolioledger.ledger.axon;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.portfolioledger.ledger.LedgerDatabase;

/** An event storage engine on a database of its own, whose clock can be stepped. */
interface Store {

    String name();

    EventStorageEngine engine();

    LedgerDatabase database();

    /** The table of its events, and the column that names the stream. */
    Table table();

    record Table(String name, String stream) {}

    /** Sets the clock by which it stamps events, so far from the right time. */
    void step(Duration off);

    /** Appends one event and returns its identifier when it is committed. */
    String append(String stream, long sequence);

    /** How many appends wait for another to end. */
    int queued();

    /** The identifiers of all events in their order. */
    List<String> committed();
}

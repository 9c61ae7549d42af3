package org.portfolioledger.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units for tests, in which only what the test is about is said. */
final class Units {

    private Units() {}

    static AppendRequest unit(String register, NewEvent... events) {
        return unit(key(), register, null, List.of(), events);
    }

    static AppendRequest known(String register, String instant, NewEvent... events) {
        return unit(key(), register, Instant.parse(instant), List.of(), events);
    }

    static AppendRequest guarded(Guard guard, NewEvent... events) {
        return unit(key(), "MPS", null, List.of(guard), events);
    }

    static AppendRequest keyed(CommandKey key, String fingerprint, NewEvent... events) {
        return new AppendRequest(key, fingerprint, "MPS", null, Arrays.asList(events), List.of());
    }

    private static AppendRequest unit(
            CommandKey key, String register, @Nullable Instant knownAt, List<Guard> basis, NewEvent... events) {
        return new AppendRequest(key, "f1", register, knownAt, Arrays.asList(events), basis);
    }

    static AppendRequest goingLive(String register, NewEvent... events) {
        return new AppendRequest(key(), "f1", register, null, true, Arrays.asList(events), List.of());
    }

    static AppendRequest empty(CommandKey key, String fingerprint, String register, @Nullable Instant knownAt) {
        return new AppendRequest(key, fingerprint, register, knownAt, List.of(), List.of());
    }

    static CommandKey key() {
        return new CommandKey("a.clerk", UUID.randomUUID().toString());
    }

    static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                "noted",
                1,
                json("{\"n\": 1}"),
                json("{}"),
                LocalDate.of(2026, 4, 1));
    }

    static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

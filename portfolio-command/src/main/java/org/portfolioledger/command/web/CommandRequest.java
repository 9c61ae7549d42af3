package org.portfolioledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.command.Sender;
import org.portfolioledger.http.Actor;

/**
 * A command with all that came with it.
 *
 * @param stream to which it is addressed
 * @param register in which it opens a stream, or that of what it corrects; null: that of {@code registeredWith}
 * @param registeredWith the stream from which the register is taken
 * @param today by the clock of the ledger
 * @param key idempotency key, or null: not deduplicated
 * @param fingerprint of path and body
 * @param knownAt stated by an import, else null
 * @param ifMatch versions of the stream on one of which the sender decided, or null
 */
record CommandRequest(
        Command command,
        String stream,
        @Nullable String register,
        String registeredWith,
        Actor actor,
        LocalDate today,
        @Nullable String key,
        String fingerprint,
        @Nullable Instant knownAt,
        @Nullable ExpectedVersion ifMatch) {

    Sender sender() {
        LocalDate recordedOn = knownAt == null ? today : LocalDate.ofInstant(knownAt, CommandReader.OFFICE);
        return new Sender(
                actor.person(), actor.grants(), actor.kind(), actor.onBehalfOf(), recordedOn, knownAt != null);
    }
}

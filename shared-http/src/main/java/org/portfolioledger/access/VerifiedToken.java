package org.portfolioledger.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;

/**
 * What holds of a token of the issuer however often it is shown.
 *
 * @param signedWith what its header says of the key
 * @param keys all keys of the issuer of which that is true; it was verified with one of them
 * @param actor whose it is
 * @param expiresAt as the token says
 * @param notBefore as the token says; null if it does not
 * @param issuedAt as the token says; null if it does not
 */
record VerifiedToken(
        JWKSelector signedWith,
        List<JWK> keys,
        Actor actor,
        Instant expiresAt,
        @Nullable Instant notBefore,
        @Nullable Instant issuedAt) {

    /** By which the clocks of issuer and system may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** Why it does not count at a moment. */
    Optional<String> fault(Instant now) {
        if (!now.isBefore(expiresAt.plus(SKEW))) return Optional.of("The token has expired");
        if (isLater(notBefore, now) || isLater(issuedAt, now)) return Optional.of("The token is not valid yet");
        return Optional.empty();
    }

    /** Without the keys: one that is built in has its private part. */
    @Override
    public String toString() {
        return actor + " until " + expiresAt;
    }

    private static boolean isLater(@Nullable Instant stated, Instant now) {
        return stated != null && stated.minus(SKEW).isAfter(now);
    }
}

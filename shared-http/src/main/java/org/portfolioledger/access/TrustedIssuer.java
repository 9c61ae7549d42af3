package org.portfolioledger.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.RefusedToStart;

/**
 * Whose tokens are accepted. A bean of whoever has an issuer built in; otherwise it is the one that the settings name.
 *
 * @param isNamed whether a token names this issuer as its own
 * @param keys the keys with which the issuer signs
 */
public record TrustedIssuer(Predicate<String> isNamed, JWKSource<SecurityContext> keys) implements AutoCloseable {

    /** A forged token may name any key. So often at most are the keys fetched again for its sake. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration SHORTEST_FRESHNESS = Duration.ofSeconds(1);

    /** @throws RefusedToStart if the settings name no issuer whose tokens could be believed */
    static TrustedIssuer of(AccessProperties settings) {
        String issuer = settings.issuer();
        if (issuer == null || issuer.isBlank())
            throw new RefusedToStart(
                    "Nobody could sign in: name the issuer of the tokens with portfolio-ledger.access.issuer.");
        requireAddress("issuer", issuer);
        if (!isGuarded(URI.create(issuer)))
            throw new RefusedToStart(
                    "The setting portfolio-ledger.access.issuer is %s: it must be an https address, so that nobody on the way can exchange its keys."
                            .formatted(issuer));
        if (settings.keys() != null) requireAddress("keys", settings.keys());
        if (settings.audience().isBlank())
            throw new RefusedToStart("The setting portfolio-ledger.access.audience is empty: name this system there.");
        if (settings.keysFreshFor().compareTo(SHORTEST_FRESHNESS) < 0)
            throw new RefusedToStart("The setting portfolio-ledger.access.keys-fresh-for is %s: it must be at least %s."
                    .formatted(settings.keysFreshFor(), SHORTEST_FRESHNESS));
        if (settings.keysKeptFor().compareTo(settings.keysFreshFor()) < 0)
            throw new RefusedToStart(
                    "The setting portfolio-ledger.access.keys-kept-for is %s: it must be at least keys-fresh-for, %s."
                            .formatted(settings.keysKeptFor(), settings.keysFreshFor()));
        return new TrustedIssuer(issuer::equals, keys(issuer, settings));
    }

    private static void requireAddress(String setting, String value) {
        if (!value.matches("https?://[^\\s/]+(/\\S*)?"))
            throw new RefusedToStart(
                    "The setting portfolio-ledger.access.%s is %s: it must be an http or https address."
                            .formatted(setting, value));
    }

    /** Whether nobody on the way can change what comes from there. */
    private static boolean isGuarded(URI address) {
        if ("https".equals(address.getScheme())) return true;
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static JWKSource<SecurityContext> keys(String issuer, AccessProperties settings) {
        PublishedKeys published = new PublishedKeys(issuer, settings.keys());
        long fresh = settings.keysFreshFor().toMillis();
        JWKSource<SecurityContext> cached = JWKSourceBuilder.create(published)
                .cache(fresh, Math.min(LONGEST_WAIT.toMillis(), fresh / 2))
                .refreshAheadCache(fresh / 4, false)
                .rateLimited(Math.min(BETWEEN_FETCHES.toMillis(), fresh / 2))
                .outageTolerant(settings.keysKeptFor().toMillis())
                .build();
        return new KnownKeys(cached, published);
    }

    /** A key that was looked for a moment ago and is not there is no key of the issuer. */
    private record KnownKeys(JWKSource<SecurityContext> cached, PublishedKeys published)
            implements JWKSource<SecurityContext>, Closeable {

        @Override
        public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
            try {
                return cached.get(wanted, context);
            } catch (RateLimitReachedException tooOften) {
                if (published.wereReached()) return List.of();
                throw tooOften;
            }
        }

        @Override
        public void close() throws IOException {
            if (cached instanceof Closeable closeable) closeable.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (keys instanceof Closeable closeable) closeable.close();
    }
}

package org.portfolioledger.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that an issuer publishes, found through its discovery document (OpenID Connect Discovery 1.0). */
public final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_BYTES = 1_000_000;

    private final DefaultResourceRetriever http = new WithoutRedirects();
    private final String issuer;
    private final @Nullable String stated;
    private volatile @Nullable String found;
    private volatile boolean reached;
    private volatile boolean missed;

    /** @param stated address of the keys, if the discovery document is not to be asked for it */
    PublishedKeys(String issuer, @Nullable String stated) {
        this.issuer = issuer;
        this.stated = stated;
    }

    /** The address of an issuer's discovery document. */
    public static String document(String issuer) {
        return issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    }

    /** Whether they could be fetched once. */
    boolean wereReached() {
        return reached;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long time, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(fetch(address()));
            if (missed) LOG.info("The keys of the issuer {} can be read again", issuer);
            reached = true;
            missed = false;
            return keys;
        } catch (IOException | ParseException fault) {
            // Once for each time that it stays away, not for each request.
            if (!missed) LOG.warn("The keys of the issuer {} cannot be read: {}", issuer, fault.getMessage());
            missed = true;
            found = null;
            throw new JWKSetUnavailableException("The keys of the issuer cannot be read", fault);
        }
    }

    private String address() throws IOException, ParseException {
        if (stated != null) return stated;
        String known = found;
        if (known == null) found = known = discovered();
        return known;
    }

    private String discovered() throws IOException, ParseException {
        Map<String, Object> document = JSONObjectUtils.parse(fetch(document(issuer)));
        String named = JSONObjectUtils.getString(document, "issuer");
        if (!issuer.equals(named)) throw new IOException("its discovery document is of the issuer " + named);
        String keys = JSONObjectUtils.getString(document, "jwks_uri");
        if (keys == null) throw new IOException("its discovery document names no keys");
        return keys;
    }

    private String fetch(String address) throws IOException {
        return http.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {}

    /** An issuer is asked where the settings say it is. Whoever can make it send elsewhere could choose its keys. */
    private static final class WithoutRedirects extends DefaultResourceRetriever {

        WithoutRedirects() {
            super(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(address);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}

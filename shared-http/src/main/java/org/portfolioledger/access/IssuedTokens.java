package org.portfolioledger.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.SignedIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Signs in whoever shows a JWT (RFC 7519) that the issuer signed, for this system and for now. Only signatures with pairs of
 * keys count: whoever can check one of the others could also make it. A signature is verified once, and the token remembered; that
 * the issuer still has the keys, the times, the sign-out and the erasure of the person are looked at each time.
 */
public final class IssuedTokens implements AuthenticationProvider, AutoCloseable {

    private static final int REMEMBERED = 10_000;

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final TrustedIssuer issuer;
    private final String audience;
    private final ActorClaims claims;
    private final SignOuts signOuts;
    private final InstantSource clock;
    private final VerifiedTokens remembered;
    private final DefaultJWTProcessor<JWKSecurityContext> signatures = new DefaultJWTProcessor<>();

    /** @param issuer the one that is built in; null: the one of the settings */
    public IssuedTokens(
            @Nullable TrustedIssuer issuer, AccessProperties settings, SignOuts signOuts, InstantSource clock) {
        this(
                issuer == null ? TrustedIssuer.of(settings) : issuer,
                settings,
                signOuts,
                clock,
                new VerifiedTokens(REMEMBERED));
    }

    IssuedTokens(
            TrustedIssuer issuer,
            AccessProperties settings,
            SignOuts signOuts,
            InstantSource clock,
            VerifiedTokens remembered) {
        this.issuer = issuer;
        this.audience = settings.audience();
        this.claims = new ActorClaims(settings.claims(), settings.markings());
        this.signOuts = signOuts;
        this.clock = clock;
        this.remembered = remembered;
        signatures.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new JWKSecurityContextJWKSet()));
        // Claims are looked at below, each with a reason of its own.
        signatures.setJWTClaimsSetVerifier((_, _) -> {});
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** @throws SignInRefused if the token is not accepted, or if it cannot be said because the issuer cannot be reached */
    @Override
    public Authentication authenticate(Authentication attempt) {
        VerifiedToken token = verified(((BearerTokenAuthenticationToken) attempt).getToken());
        Instant issued = token.issuedAt();
        signOuts.refusal(token.actor(), issued == null ? Instant.EPOCH : issued).ifPresent(reason -> {
            throw SignInRefused.token(reason);
        });
        return SignedIn.by(token.actor());
    }

    private VerifiedToken verified(String text) {
        String hash = VerifiedTokens.hash(text);
        Optional<VerifiedToken> known = remembered.find(hash).filter(this::isSignedAsBefore);
        VerifiedToken token = known.orElseGet(() -> verify(text));
        token.fault(clock.instant()).ifPresent(reason -> {
            remembered.forget(hash);
            throw SignInRefused.token(reason);
        });
        if (known.isEmpty()) remembered.keep(hash, token);
        return token;
    }

    /** A key that the issuer has withdrawn counts no longer than it would if each signature were verified again. */
    private boolean isSignedAsBefore(VerifiedToken token) {
        return keys(token.signedWith()).equals(token.keys());
    }

    private List<JWK> keys(JWKSelector wanted) {
        try {
            return issuer.keys().get(wanted, null);
        } catch (KeySourceException _) {
            throw new SignInRefused(
                    Problem.of(HttpProblem.ISSUER_UNAVAILABLE, "The keys of the issuer of tokens cannot be read")
                            .header("Retry-After", "5"));
        }
    }

    private VerifiedToken verify(String text) {
        try {
            SignedJWT signed = signed(text);
            JWKSelector signedWith = new JWKSelector(JWKMatcher.forJWSHeader(signed.getHeader()));
            List<JWK> keys = keys(signedWith);
            return accepted(signedWith, keys, signatures.process(signed, new JWKSecurityContext(keys)));
        } catch (ParseException _) {
            throw SignInRefused.token("The token is no JWT");
        } catch (BadJOSEException | JOSEException _) {
            throw SignInRefused.token("The token is not signed with a key of the issuer");
        }
    }

    private static SignedJWT signed(String token) throws ParseException {
        JWT parsed = JWTParser.parse(token);
        if (!(parsed instanceof SignedJWT signed)) throw SignInRefused.token("The token is not signed");
        if (!ALGORITHMS.contains(signed.getHeader().getAlgorithm()))
            throw SignInRefused.token("The token is signed by another algorithm than RS, PS or ES");
        return signed;
    }

    private VerifiedToken accepted(JWKSelector signedWith, List<JWK> keys, JWTClaimsSet read) {
        if (read.getIssuer() == null || !issuer.isNamed().test(read.getIssuer()))
            throw SignInRefused.token("The token is of another issuer");
        if (read.getAudience().isEmpty())
            throw SignInRefused.token(
                    "The token names no audience: let the issuer write %s into aud".formatted(audience));
        if (!read.getAudience().contains(audience))
            throw SignInRefused.token("The token is for another system: its aud does not name %s".formatted(audience));
        Instant expires = instant(read.getExpirationTime());
        if (expires == null) throw SignInRefused.token("The token never expires: it has no exp");
        return new VerifiedToken(
                signedWith,
                keys,
                claims.actor(read.getClaims()),
                expires,
                instant(read.getNotBeforeTime()),
                instant(read.getIssueTime()));
    }

    private static @Nullable Instant instant(@Nullable Date stated) {
        return stated == null ? null : stated.toInstant();
    }

    @Override
    public void close() throws IOException {
        issuer.close();
    }
}

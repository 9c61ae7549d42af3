package org.portfolioledger.access;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.SignInThrottle;
import org.portfolioledger.http.SignedIn;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in whoever shows an access token: as bearer, or as the password of any user name, for tools that know nothing else. It
 * is looked up each time, so a token that is revoked is refused at the next request on every node.
 */
public final class AccessTokenSignIn implements AuthenticationProvider {

    private static final String UNKNOWN = "The access token is unknown, has expired or was revoked";

    private final AccessTokens tokens;
    private final SignInThrottle throttle;

    public AccessTokenSignIn(AccessTokens tokens, SignInThrottle throttle) {
        this.tokens = tokens;
        this.throttle = throttle;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication)
                || UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Null for what is meant for another way to sign in. */
    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        boolean bearer = attempt instanceof BearerTokenAuthenticationToken;
        String text = bearer
                ? ((BearerTokenAuthenticationToken) attempt).getToken()
                : String.valueOf(attempt.getCredentials());
        if (!TokenSecret.isMeant(text)) return null;
        Optional<TokenSecret> secret = TokenSecret.read(text);
        String id = secret.map(TokenSecret::id).orElse("");
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Optional<AccessToken> used = secret.flatMap(this::use);
        // Whoever knows a token is not slowed by what others try.
        if (used.isPresent()) return signedIn(used.get());
        OptionalLong wait = throttle.secondsToWait(TokenSecret.PREFIX + id, address);
        if (wait.isPresent()) throw SignInRefused.tooManyAttempts(wait.getAsLong());
        throttle.failed(TokenSecret.PREFIX + id, address);
        throw bearer ? SignInRefused.token(UNKNOWN) : SignInRefused.password(UNKNOWN);
    }

    private Optional<AccessToken> use(TokenSecret secret) {
        try {
            return tokens.use(secret);
        } catch (DataAccessException fault) {
            throw SignInRefused.unknownForNow(fault);
        }
    }

    private static Authentication signedIn(AccessToken token) {
        return SignedIn.by(
                new Actor(
                        TokenSecret.PREFIX + token.id(),
                        token.person(),
                        token.roles(),
                        token.kind(),
                        token.onBehalfOf(),
                        token.markings()),
                new TokenScope(token.scope()));
    }
}

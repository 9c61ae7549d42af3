package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.AccessTokenSignIn;
import org.portfolioledger.access.Challenges;
import org.portfolioledger.access.IssuedTokens;
import org.portfolioledger.access.SignInRefused;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** In which ways one may sign in here, and how it is refused. */
final class SignInMethods {

    private static final String UNREADABLE = "The token cannot be read";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final ConfigurationPropertyName USERS = ConfigurationPropertyName.of("portfolio-ledger.users");

    private final AccessTokenSignIn ofTools;
    private final IssuedTokens issued;
    private final @Nullable PasswordUsers users;

    /**
     * With users only in the form for evaluation.
     *
     * @throws RefusedToStart if the settings name users elsewhere
     */
    SignInMethods(
            AccessTokenSignIn ofTools,
            IssuedTokens issued,
            @Nullable PasswordUsers users,
            ConfigurableEnvironment environment) {
        if (users == null && nameUsers(environment))
            throw new RefusedToStart(
                    "The settings portfolio-ledger.users name users with passwords, who are for an evaluation only (./run): remove them, and let the issuer of portfolio-ledger.access.issuer sign people in.");
        this.ofTools = ofTools;
        this.issued = issued;
        this.users = users;
    }

    private static boolean nameUsers(ConfigurableEnvironment environment) {
        return Stream.of(ConfigurationPropertySources.get(environment))
                .flatMap(sources -> StreamSupport.stream(sources.spliterator(), false))
                .anyMatch(source -> source.containsDescendantOf(USERS) == ConfigurationPropertyState.PRESENT);
    }

    AuthenticationManager manager() {
        List<AuthenticationProvider> all =
                Stream.of(ofTools, issued, users).filter(Objects::nonNull).toList();
        return new ProviderManager(all);
    }

    /** To a request that nobody answers for. */
    Problem refused(HttpServletRequest request, AuthenticationException fault) {
        if (fault instanceof SignInRefused refused) return refused.problem();
        if (fault instanceof OAuth2AuthenticationException)
            return notSignedIn(UNREADABLE).header(HttpHeaders.WWW_AUTHENTICATE, Challenges.invalidToken(UNREADABLE));
        Problem problem = notSignedIn("The request names no account, or the password is wrong")
                .header(HttpHeaders.WWW_AUTHENTICATE, Challenges.BEARER);
        // An access token is a password for reads; other passwords only an evaluation knows.
        boolean passwords = users != null || SAFE.contains(request.getMethod());
        return passwords ? problem.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.BASIC) : problem;
    }

    private static Problem notSignedIn(String detail) {
        return Problem.of(HttpProblem.NOT_AUTHENTICATED, detail);
    }

    /** To a request whose sender may not do that. */
    Problem denied(HttpServletRequest request) {
        boolean within = SignedIn.reaches(SecurityContextHolder.getContext().getAuthentication(), request);
        Problem problem = Problem.of(
                HttpProblem.NOT_ALLOWED,
                within ? "This user's roles do not allow it" : "The scope of the access token does not reach that far");
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? problem.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.INSUFFICIENT_SCOPE)
                : problem;
    }
}

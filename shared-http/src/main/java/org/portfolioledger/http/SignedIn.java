package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.TokenScope;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account that proved whose it is. */
public final class SignedIn extends User {

    /** Of whoever may send any command, be it within something alone. */
    static final String WRITES = "WRITES";

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient @Nullable TokenScope scope;

    SignedIn(Actor actor, String password) {
        this(actor, password, null);
    }

    private SignedIn(Actor actor, String password, @Nullable TokenScope scope) {
        super(actor.user(), password, authorities(actor));
        this.actor = actor;
        this.scope = scope;
    }

    private static List<SimpleGrantedAuthority> authorities(Actor actor) {
        Stream<String> roles = actor.roles().stream().filter(actor::is).map(role -> "ROLE_" + role);
        Stream<String> writes =
                actor.roles().stream().filter(ActorRole::writes).limit(1).map(_ -> WRITES);
        return Stream.concat(roles, writes).map(SimpleGrantedAuthority::new).toList();
    }

    /** With a token of the issuer, which reaches as far as its account. */
    public static Authentication by(Actor actor) {
        return by(actor, null);
    }

    /** With a token that reaches no further than its scope. */
    public static Authentication by(Actor actor, @Nullable TokenScope scope) {
        SignedIn signedIn = new SignedIn(actor, "", scope);
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
    }

    public Actor actor() {
        return actor;
    }

    /** Whether a request is within the scope of whoever is signed in; who is not has none. */
    static boolean reaches(@Nullable Authentication authentication, HttpServletRequest request) {
        return authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn signedIn)
                || signedIn.scope == null
                || signedIn.scope.allows(request.getMethod(), request.getRequestURI());
    }
}

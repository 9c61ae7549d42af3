package org.portfolioledger.http;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A user who proved who he is. */
final class SignedIn extends User {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    SignedIn(Actor actor, String password) {
        super(
                actor.user(),
                password,
                actor.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}

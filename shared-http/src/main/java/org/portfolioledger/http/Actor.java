package org.portfolioledger.http;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking.
 *
 * @param user name under which the user signs in; no fact holds it
 * @param person id of the user in the directory of people, as recorded with every fact
 * @param roles what the user may do
 * @param kind person, service or agent, as recorded with every fact
 * @param onBehalfOf id of the person for whom a service or an agent acts; null for a person
 */
public record Actor(
        String user,
        String person,
        Set<ActorRole> roles,
        ActorKind kind,
        @Nullable String onBehalfOf) {

    /** A person. */
    public Actor(String user, String person, Set<ActorRole> roles) {
        this(user, person, roles, ActorKind.PERSON, null);
    }

    /**
     * The actor of the present request.
     *
     * @throws Problem if nobody is signed in
     */
    public static Actor present() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn)
            return signedIn.actor();
        throw Problem.of(HttpProblem.NOT_AUTHENTICATED, "The request names no user");
    }

    public boolean is(ActorRole role) {
        return roles.contains(role);
    }

    /** @throws Problem NOT_ALLOWED if the actor has none of these roles */
    public void requireOneOf(Set<ActorRole> allowed) {
        if (Collections.disjoint(roles, allowed))
            throw Problem.of(HttpProblem.NOT_ALLOWED, "This is for " + ActorRole.named(allowed));
    }
}

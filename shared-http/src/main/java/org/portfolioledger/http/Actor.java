package org.portfolioledger.http;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking.
 *
 * @param user name under which the user signs in; no fact holds it
 * @param person id of the user in the directory of people, as recorded with every fact
 * @param grants what the user may do, and where
 * @param kind person, service or agent, as recorded with every fact
 * @param onBehalfOf id of the person for whom a service or an agent acts; null for a person
 * @param markings that the user may read
 */
public record Actor(
        String user,
        String person,
        Set<Grant> grants,
        ActorKind kind,
        @Nullable String onBehalfOf,
        Set<Marking> markings) {

    public Actor {
        grants = Set.copyOf(grants);
        markings = Set.copyOf(markings);
    }

    /** A person who may read every marking. */
    public Actor(String user, String person, Set<ActorRole> roles) {
        this(user, person, Grant.of(roles), ActorKind.PERSON, null, EnumSet.allOf(Marking.class));
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

    /** Each role that the user has anywhere. */
    public Set<ActorRole> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the user has the role, and not only within something. */
    public boolean is(ActorRole role) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role && (grant.within() == null || grant.isEverywhere()));
    }

    /** @throws Problem NOT_ALLOWED if the actor has none of these roles, or only within something */
    public void requireOneOf(Set<ActorRole> allowed) {
        require(allowed.stream().anyMatch(this::is), allowed);
    }

    /** @throws Problem NOT_ALLOWED if the actor has none of these roles anywhere */
    public void requireAnywhere(Set<ActorRole> allowed) {
        require(!Collections.disjoint(roles(), allowed), allowed);
    }

    private static void require(boolean allows, Set<ActorRole> allowed) {
        if (!allows) throw Problem.of(HttpProblem.NOT_ALLOWED, "This is for " + ActorRole.named(allowed));
    }
}

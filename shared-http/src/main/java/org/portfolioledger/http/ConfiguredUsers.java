package org.portfolioledger.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The users of an evaluation, from configuration.
 *
 * @param users each with the person that he is in the directory
 */
@ConfigurationProperties("portfolio-ledger")
public record ConfiguredUsers(List<ConfiguredUser> users) {

    public ConfiguredUsers {
        users = users == null ? List.of() : List.copyOf(users);
    }

    /** Whoever signs in under a name. */
    public Actor actor(String name) {
        return users.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user " + name))
                .actor();
    }

    /**
     * One user.
     *
     * @param password in the form of Spring Security's delegating encoder, for instance {@code {bcrypt}…}
     * @param person id in the directory of people, also of a service or an agent; every fact that the user records holds it
     * @param roles none where nothing is stated; then the user reads
     * @param kind what the account is; a person, where nothing is stated
     * @param onBehalfOf id of the person for whom a service or an agent acts; null for a person
     * @param markings that the user may read; all, where nothing is stated
     */
    public record ConfiguredUser(
            String name,
            String password,
            String person,
            Set<Grant> roles,
            ActorKind kind,
            @Nullable String onBehalfOf,
            Set<Marking> markings) {

        /** @throws RefusedToStart if it is not stated who the user is, or for whom a machine acts */
        public ConfiguredUser {
            kind = kind == null ? ActorKind.PERSON : kind;
            roles = roles == null ? Set.of() : roles;
            markings = markings == null ? EnumSet.allOf(Marking.class) : Set.copyOf(markings);
            if (person == null || person.isBlank())
                throw new RefusedToStart(
                        "The user %s has no person: state one with portfolio-ledger.users[].person.".formatted(name));
            boolean forSomebody = onBehalfOf != null && !onBehalfOf.isBlank();
            if (kind.actsForSomebody() != forSomebody)
                throw new RefusedToStart(
                        kind.actsForSomebody()
                                ? "The user %s is a machine that acts for nobody: state the person with portfolio-ledger.users[].on-behalf-of."
                                        .formatted(name)
                                : "The user %s is a person, who acts for nobody else: state portfolio-ledger.users[].kind, or no on-behalf-of."
                                        .formatted(name));
        }

        /** Without the password: a log might hold it. */
        @Override
        public String toString() {
            return name;
        }

        Actor actor() {
            return new Actor(name, person, roles, kind, onBehalfOf, markings);
        }
    }
}

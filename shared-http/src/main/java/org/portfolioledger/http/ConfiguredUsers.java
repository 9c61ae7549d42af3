package org.portfolioledger.http;

import java.util.List;
import java.util.Set;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The users, from configuration.
 *
 * @param users each with the person that he is in the directory
 */
@ConfigurationProperties("portfolio-ledger")
public record ConfiguredUsers(List<ConfiguredUser> users) {

    public ConfiguredUsers {
        users = users == null ? List.of() : List.copyOf(users);
    }

    /**
     * One user.
     *
     * @param password in the form of Spring Security's delegating encoder, for instance {@code {bcrypt}…}
     * @param person id in the directory of people; every fact that the user records holds it
     */
    public record ConfiguredUser(String name, String password, String person, Set<ActorRole> roles) {

        /** @throws RefusedToStart if the user is no person: nobody writes anonymously */
        public ConfiguredUser {
            if (person == null || person.isBlank())
                throw new RefusedToStart(
                        "The user %s has no person: state one with portfolio-ledger.users[].person.".formatted(name));
        }
    }
}

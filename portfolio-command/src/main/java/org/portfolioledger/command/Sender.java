package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;

/**
 * Who sends a command.
 *
 * @param person id in the directory of people: all accounts of one person are that person
 * @param grants of the account: which roles it has, and where
 * @param kind of the account
 * @param onBehalfOf id of the person for whom a service or an agent acts; null: the sender is a person
 * @param today day on which it is recorded: by the clock of the ledger, or by the moment that a migration states
 * @param migrating whether they state when it was known, as a migration of history does
 */
public record Sender(
        String person,
        Set<Grant> grants,
        ActorKind kind,
        @Nullable String onBehalfOf,
        LocalDate today,
        boolean migrating) {

    /** A person. */
    public Sender(String person, Set<Grant> grants, LocalDate today, boolean migrating) {
        this(person, grants, ActorKind.PERSON, null, today, migrating);
    }

    /** Each role that the account has anywhere. */
    public Set<ActorRole> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the sender reads everything there is, but for what is marked. */
    public boolean readsEverything() {
        return grants.stream().anyMatch(Grant::readsEverything);
    }

    /** The same, as one who states when it was known, or does not. */
    public Sender migrating(boolean states) {
        return new Sender(person, grants, kind, onBehalfOf, today, states);
    }

    /** All who take part in what is recorded: the account, and the person for whom a machine acts. */
    public Set<String> persons() {
        return onBehalfOf == null ? Set.of(person) : Set.copyOf(List.of(person, onBehalfOf));
    }
}

package org.portfolioledger.vocabulary;

import java.util.Collection;
import java.util.stream.Collectors;

/** What a user is to the system. Which command a role may send is stated in the catalogue of commands. */
public enum ActorRole {
    PORTFOLIO_OFFICE(true),
    /** Acts for the initiatives whose Senior Responsible Owner the user is. */
    SRO(true),
    BOARD_SECRETARY(true),
    /** Imports the history of a migrating register; the only one that may state {@code knownAt}. */
    MIGRATOR(true),
    /** Reads, has rows compared with facts, and corrects decisions. */
    ASSURANCE(true),
    /** Looks after the rows from which is answered, and can change nothing that is on record. */
    OPERATOR(false),
    READER(false);

    private final boolean writes;

    ActorRole(boolean writes) {
        this.writes = writes;
    }

    /** Their names for people, in one order. */
    public static String named(Collection<ActorRole> roles) {
        return roles.stream().sorted().map(ActorRole::name).collect(Collectors.joining(", "));
    }

    /** Whether it may send any command. */
    public boolean writes() {
        return writes;
    }
}

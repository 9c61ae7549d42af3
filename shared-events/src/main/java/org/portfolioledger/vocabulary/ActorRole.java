package org.portfolioledger.vocabulary;

import java.util.Collection;
import java.util.stream.Collectors;

/** What a user is to the system. Which command a role may send is stated in the catalogue of commands. */
public enum ActorRole {
    PORTFOLIO_OFFICE(true),
    /** Acts for the initiatives that the user is appointed to manage. */
    PROGRAMME_MANAGER(true),
    /** Acts for the initiatives whose Senior Responsible Owner the user is. */
    SRO(true),
    /** Records what the boards decide whose secretary the user is. */
    BOARD_SECRETARY(true),
    /** Decides for the boards on which the user sits. */
    BOARD_MEMBER(true),
    /** Admits risks into registers above programme level. */
    GATEKEEPER(true),
    /** Imports the history of a migrating register; the only one that may state {@code knownAt}. */
    MIGRATOR(true),
    /** Reads everything, has rows compared with facts, and records nothing but reviews and their recommendations. */
    ASSURANCE(true),
    /** States which documents may be published. */
    PUBLICATION_OFFICER(true),
    /** Looks after the rows from which is answered, and can change nothing that is on record. */
    OPERATOR(false),
    /** Looks after accounts: signs them out and revokes their access tokens. Puts nothing on record. */
    ADMINISTRATOR(false),
    REPORTING_READER(false);

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

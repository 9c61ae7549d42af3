package org.portfolioledger.command;

import org.portfolioledger.vocabulary.ActorRole;

/** How far the right of a role reaches. */
public enum AccessScope {
    EVERYTHING("Any subject of the command"),
    OWN_INITIATIVES("Initiatives whose SRO the person is, on the day of the command and today;"
            + " ratings as SRO or PROJECT only, agreements for their own side only, promises as giver only"),
    MIGRATING_REGISTERS("Registers whose history is being migrated"),
    EACH_COMMAND("As far as the role reaches with each command of an import, or with the fact that is corrected");

    private final String meaning;

    AccessScope(String meaning) {
        this.meaning = meaning;
    }

    /** What it is, for people. */
    public String meaning() {
        return meaning;
    }

    /** The one of a role, with every command that it may send. */
    public static AccessScope of(ActorRole role) {
        return switch (role) {
            case SRO -> OWN_INITIATIVES;
            case MIGRATOR -> MIGRATING_REGISTERS;
            case PORTFOLIO_OFFICE, BOARD_SECRETARY, ASSURANCE, OPERATOR, READER -> EVERYTHING;
        };
    }
}

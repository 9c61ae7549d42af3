package org.portfolioledger.command;

import org.portfolioledger.vocabulary.ActorRole;

/** How far a role reaches by itself, where the grant names nothing within which it reaches. */
public enum AccessScope {
    EVERYTHING("Any subject of the command"),
    OWN_INITIATIVES("Initiatives whose SRO the person is, on the day of the command and today;"
            + " ratings as SRO or PROJECT only, agreements for their own side only, promises as giver only"),
    MANAGED_INITIATIVES(
            "Initiatives in which the person holds PROGRAMME_DIRECTOR, PROGRAMME_MANAGER or PROJECT_MANAGER,"
                    + " on the day of the command and today; ratings as PROJECT only"),
    OWN_BOARDS("Boards whose secretary the person is on record, on the day of the command and today;"
            + " and what concerns no board"),
    OWN_SEATS(
            "Boards on which the person sits, or which delegated authority to them, on the day of the command and today"),
    MIGRATING_REGISTERS("Registers whose history is being migrated"),
    OWN_ACCOUNT("The own account, and access tokens of the own"),
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
            case PROGRAMME_MANAGER -> MANAGED_INITIATIVES;
            case BOARD_SECRETARY -> OWN_BOARDS;
            case BOARD_MEMBER -> OWN_SEATS;
            case MIGRATOR -> MIGRATING_REGISTERS;
            case PORTFOLIO_OFFICE,
                    GATEKEEPER,
                    ASSURANCE,
                    PUBLICATION_OFFICER,
                    OPERATOR,
                    ADMINISTRATOR,
                    REPORTING_READER -> EVERYTHING;
        };
    }
}

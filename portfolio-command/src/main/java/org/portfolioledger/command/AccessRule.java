package org.portfolioledger.command;

import java.util.Collection;
import org.portfolioledger.vocabulary.ActorRole;

/** Rules about who may put what on record, the same for every family. */
public enum AccessRule implements Rule {
    NOT_ALLOWED(RuleText.structural(0, "This user may not do that", "Ask somebody whose role allows it.")),
    NOT_OWN_INITIATIVE(
            RuleText.structural(
                    0,
                    "An SRO acts for initiatives whose SRO they are, a programme manager for those that they manage, on the day of the command and today",
                    "Ask the initiative's SRO or the portfolio office. An SRO rates as SRO or PROJECT, agrees for their own side only, and promises as giver only. A programme manager rates as PROJECT.")),
    NOT_OWN_BOARD(
            RuleText.structural(
                    0,
                    "A secretary acts for boards whose secretary they are, a member for boards on which they sit or which delegated to them, on the day of the command and today",
                    "Ask the board's secretary or the central secretariat. What the change of a board's membership states counts from its effectiveOn.")),
    OUTSIDE_GRANT(
            RuleText.structural(
                    0,
                    "The role was granted within something that this does not concern",
                    "Ask somebody whose role reaches it. What is moved must be within a grant before, and within one afterwards.")),
    REGISTER_NOT_MIGRATING(
            RuleText.structural(
                    0,
                    "A migrator writes only into registers whose history is being migrated",
                    "Ask somebody whose role allows the command in a live register. A register that a migrator opens states knownAt.")),
    AGENT_APPROVES(RuleText.structural(
            22, "An agent may propose but approves nothing", "Let a person record, correct or retract it."));

    private final RuleText text;

    AccessRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }

    /** That the command is for others. */
    public static Finding notAllowed(Collection<ActorRole> allowed) {
        return Finding.of(NOT_ALLOWED, "This is for " + ActorRole.named(allowed));
    }
}

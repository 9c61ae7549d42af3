package org.portfolioledger.command;

import java.util.Collection;
import org.portfolioledger.vocabulary.ActorRole;

/** Rules about who may put what on record, the same for every family. */
public enum AccessRule implements Rule {
    NOT_ALLOWED(RuleText.structural(0, "This user may not do that", "Ask somebody whose role allows it.")),
    NOT_OWN_INITIATIVE(
            RuleText.structural(
                    0,
                    "An SRO acts for initiatives whose SRO they are, on the day of the command and today",
                    "Ask the initiative's SRO or the portfolio office. An SRO rates as SRO or PROJECT, agrees for their own side only, and promises as giver only.")),
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

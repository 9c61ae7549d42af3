package org.portfolioledger.command;

/** Rules about facts as such, the same for every family. */
public enum LedgerRule implements Rule {
    ALREADY_CORRECTED(
            RuleText.structural(15, "The fact has already been corrected", "Correct the fact that replaced it.")),
    NOTHING_TO_CORRECT(RuleText.structural(
            15, "There is nothing to correct", "Record a new fact instead of correcting a retracted one.")),
    CORRECTS_ANOTHER_ENTITY(RuleText.structural(
            15,
            "A correction cannot move a fact to another entity",
            "Retract the fact and record it where it belongs.")),
    OPENING_STILL_NEEDED(RuleText.structural(
            15,
            "Other facts rest on the opening",
            "Retract those facts first, or correct the opening with a replacement.")),
    OPENING_RETRACTED(RuleText.structural(
            15,
            "The opening of the entity is retracted",
            "Retract the retraction of the opening first, then correct this fact.")),
    ULTRA_VIRES_FOR_EVER(RuleText.structural(
            7,
            "A decision that was recorded as ultra vires stays so",
            "State ultraVires in the replacement too, or retract the decision.")),
    ANOTHER_REGISTER(RuleText.structural(
            0,
            "The body names something of another register",
            "Name something of the same register, or describe it in words."));

    private final RuleText text;

    LedgerRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

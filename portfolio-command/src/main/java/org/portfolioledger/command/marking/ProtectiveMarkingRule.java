package org.portfolioledger.command.marking;

import org.portfolioledger.command.Rule;

/** Rules about protective markings of entities. */
enum ProtectiveMarkingRule implements Rule {
    ENTITY_BEARS_NO_PROTECTIVE_MARKING(RuleText.structural(
            0,
            "A protective marking is of an entity that has none of its own",
            "Name the stream of an entity, as risk-R-1. A document is marked at its own path;"
                    + " a register and a protective marking bear none.")),
    MARKED_BEFORE_ENTITY_BEGAN(RuleText.structural(
            0, "An entity is marked no earlier than it begins", "Choose a later date for the marking.")),
    ENTITY_MARKED_ALREADY(RuleText.structural(
            0,
            "An entity bears at most one protective marking on any day",
            "Change the marking that the detail names, or lift it first.")),
    PROTECTIVE_MARKING_UNCHANGED(RuleText.structural(
            0,
            "A change of a protective marking states another marking or publication",
            "State what is different from that day on.")),
    EXEMPTION_WITHOUT_SECTION(RuleText.governance(
            0,
            "What is on record of an entity is withheld or exempt under a section of an act",
            "State the section under which it is not published.")),
    SECTION_WITHOUT_RESTRICTION(RuleText.structural(
            0,
            "A section belongs to a publication that is withheld, exempt or redacted",
            "Leave the section out, or state the publication.")),
    PROTECTIVE_MARKING_NOT_BEGUN(RuleText.structural(
            0, "A protective marking changes, and is lifted, no earlier than it begins", "Choose a later date.")),
    PROTECTIVE_MARKING_LIFTED_ALREADY(RuleText.structural(
            0,
            "The protective marking has already been lifted",
            "Mark the entity anew, choose a date before that, or correct the fact that lifted it."));

    private final RuleText text;

    ProtectiveMarkingRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

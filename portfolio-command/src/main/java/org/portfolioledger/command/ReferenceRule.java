package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Kind;

/** Rules about what a command names, the same for every family. */
public enum ReferenceRule implements Rule {
    ALREADY_EXISTS(RuleText.structural(0, "The id is taken", "Choose another id, or read what is there.")),
    UNKNOWN_REFERENCE(RuleText.structural(
            0, "The body names something that is not on record", "Record it first, or correct the id.")),
    NOT_FOUND(RuleText.structural(0, "Nothing is at this path", "Check the path and the id.")),
    NAMED_TWICE(RuleText.structural(0, "A list names the same thing twice", "Name it once.")),
    PERSON_ERASED(
            RuleText.structural(0, "The person was erased from the directory", "Name somebody in the directory.")),
    NOBODY_NAMED(RuleText.structural(0, "Neither a person nor a post is named", "State a person, a post, or both.")),
    AMBIGUOUS_GATEKEEPER(RuleText.structural(
            12,
            "The gatekeeper of risks is a board, or a person, a post or both",
            "Name a board, or a person or a post.")),
    AMBIGUOUS_CITATION(RuleText.structural(
            0,
            "A citation names a document on record or describes one, not both",
            "State exactly one of document and description.")),
    INITIATIVE_CLOSED(RuleText.governance(
            16, "The initiative is closed on that day", "Choose a date before the closure, or correct the closure."));

    private final RuleText text;

    ReferenceRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }

    /** That an id is taken. */
    public static Finding taken(String kind, String id) {
        return Finding.of(ALREADY_EXISTS, "The %s %s is on record already".formatted(kind, id))
                .at("/id");
    }

    /** That something named in the path is not there. */
    public static Finding absent(String kind, String id) {
        return Finding.of(NOT_FOUND, "No " + kind + " " + id + " is on record");
    }

    /** That something named in the body is not on record. */
    public static Finding unknown(String kind, @Nullable String id, String pointer) {
        return unknown("No " + kind + " " + id + " is on record", pointer);
    }

    /** That what is named in the body is not on record, in a sentence. */
    public static Finding unknown(String sentence, String pointer) {
        return Finding.of(UNKNOWN_REFERENCE, sentence).at(pointer);
    }

    /** That an entity named in the body is not on record. */
    public static Finding unknown(Kind<?, ?> kind, @Nullable String id, String pointer) {
        return unknown(kind.noun(), id, pointer);
    }
}

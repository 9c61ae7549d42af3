package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;

/** Rules of structure that every family shares. */
public enum StructuralRule implements Rule {
    ALREADY_EXISTS(HttpProblem.ALREADY_EXISTS),
    UNKNOWN_REFERENCE(HttpProblem.UNKNOWN_REFERENCE),
    NOT_FOUND(HttpProblem.NOT_FOUND);

    private final HttpProblem problem;

    StructuralRule(HttpProblem problem) {
        this.problem = problem;
    }

    @Override
    public int status() {
        return problem.status();
    }

    @Override
    public RuleText text() {
        return RuleText.of(problem);
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
        return Finding.of(UNKNOWN_REFERENCE, "No " + kind + " " + id + " is on record")
                .at(pointer);
    }
}

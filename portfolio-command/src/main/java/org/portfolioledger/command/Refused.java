package org.portfolioledger.command;

import java.util.List;

/** A command breaks rules; nothing was recorded. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public Refused(List<Finding> findings) {
        super(findings.getFirst().detail(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** What is broken, at least one. */
    public List<Finding> findings() {
        return findings;
    }
}

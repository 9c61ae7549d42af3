package org.portfolioledger.command.register;

import org.portfolioledger.command.Rule;

/** Rules about registers. */
enum RegisterRule implements Rule {
    REGISTER_ALREADY_LIVE("The register is live already", "Nothing more is needed: record facts as they happen.");

    private final String title;
    private final String advice;

    RegisterRule(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    @Override
    public boolean isGovernance() {
        return false;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}

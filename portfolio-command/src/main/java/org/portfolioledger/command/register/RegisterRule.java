package org.portfolioledger.command.register;

import org.portfolioledger.command.Rule;

/** Rules about registers. */
enum RegisterRule implements Rule {
    REGISTER_ALREADY_LIVE(RuleText.structural(
            0, "The register is already live", "Nothing more is needed: record facts as they happen."));

    private final RuleText text;

    RegisterRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

package org.portfolioledger.command.register;

import org.portfolioledger.command.Rule;

/** Rules about registers. */
enum RegisterRule implements Rule {
    REGISTER_ALREADY_LIVE(
            Says.structural(0, "The register is live already", "Nothing more is needed: record facts as they happen."));

    private final Says says;

    RegisterRule(Says says) {
        this.says = says;
    }

    @Override
    public Says says() {
        return says;
    }
}

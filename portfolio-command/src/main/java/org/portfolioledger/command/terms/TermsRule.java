package org.portfolioledger.command.terms;

import org.portfolioledger.command.Rule;

/** Rules about whoever holds a role or a post, and on what terms. */
public enum TermsRule implements Rule {
    ROLE_DOES_NOT_FIT(RuleText.structural(
            4,
            "A role belongs to initiatives or to portfolios, and a portfolio has no SRO",
            "State a role that fits; for a role in a portfolio, name both role and portfolio of the post.")),
    HOLDER_DOES_NOT_FIT(RuleText.structural(
            0,
            "A held role has a holder; a vacant one has none",
            "State a person, a post or both, or only a post on record. For VACANT, state no holder and no terms.")),
    IMPOSSIBLE_TERM(RuleText.structural(
            4, "An appointment is expected to end after it begins", "State an expected end after the beginning.")),
    IMPOSSIBLE_TIME_COMMITMENT(RuleText.structural(
            4, "A share of working time is from 1 to 100 percent", "State a timeCommitment from 1 to 100.")),
    POST_IS_CLOSED(RuleText.structural(
            4, "The post no longer exists on that day", "Choose a date before its closure, or name another post."));

    private final RuleText text;

    TermsRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

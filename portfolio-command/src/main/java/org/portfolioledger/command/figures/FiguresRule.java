package org.portfolioledger.command.figures;

import org.portfolioledger.command.Rule;

/** Rules about figures by financial year. */
public enum FiguresRule implements Rule {
    FIGURES_WITHOUT_SUBJECT(RuleText.governance(
            0, "Figures are of something on record", "Name an initiative or a portfolio in subject.")),
    AMBIGUOUS_FIGURES_SUBJECT(RuleText.structural(
            0,
            "Figures are of one thing, and a business group is one of a portfolio",
            "State one of initiative and portfolio; with businessGroup state its portfolio.")),
    COUNTED_WITHIN_ITSELF(RuleText.structural(
            0, "What counts within another does not count within itself", "Name another one, or leave it out.")),
    SOURCE_STATES_NOTHING(RuleText.structural(
            0,
            "Only a source that states the figures is preferred, or withdraws them",
            "Name a source in statedIn that states them by that day.")),
    NO_FIGURE_STATED(RuleText.structural(
            14,
            "A source states at least one figure",
            "State money or posts, or what else the path takes as a figure.")),
    FIGURE_STATED_TWICE(RuleText.structural(
            14,
            "A source states each figure once",
            "State one amount for a year, and one number of posts for a year and kind.")),
    FIGURE_NOT_QUALIFIED(RuleText.governance(
            14,
            "An amount states its price basis and its confidence",
            "State priceBasis as NOMINAL or REAL, and confidence.")),
    POSTS_TOO_PRECISE(RuleText.structural(
            14, "A number of posts has at most two decimals", "State no more than two decimals: half a post is 0.5."));

    private final RuleText text;

    FiguresRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

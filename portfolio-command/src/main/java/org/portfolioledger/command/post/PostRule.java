package org.portfolioledger.command.post;

import org.portfolioledger.command.Rule;

/** Rules about posts. */
enum PostRule implements Rule {
    POST_CLOSED_BEFORE_IT_BEGAN(RuleText.structural(
            0, "A post is not closed before it began", "Choose a later date, or correct the beginning.")),
    POST_SUCCEEDS_ITSELF(
            RuleText.structural(0, "A post cannot succeed itself", "Name another post as successor, or none.")),
    POST_HELD_BY_NOBODY(
            RuleText.structural(4, "Nobody holds the post on that day", "Choose a date on which somebody holds it.")),
    POST_NEVER_HELD(RuleText.structural(
            4,
            "Somebody who leaves a post on the first day never held it",
            "Retract the fact that put the person in the post, or state a later day."));

    private final RuleText text;

    PostRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}

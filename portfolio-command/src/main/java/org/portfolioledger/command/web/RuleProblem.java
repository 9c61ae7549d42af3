package org.portfolioledger.command.web;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.AccessRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.http.ProblemType;

/** How a rule looks over HTTP: the one table that gives rules their status. */
record RuleProblem(Rule rule) implements ProblemType {

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public int status() {
        if (rule instanceof AccessRule) return 403;
        return rule == ReferenceRule.NOT_FOUND ? 404 : 409;
    }

    @Override
    public String title() {
        return rule.text().title();
    }

    @Override
    public String advice() {
        return rule.text().advice();
    }

    @Override
    public @Nullable Integer productRule() {
        int number = rule.text().productRule();
        return number == 0 ? null : number;
    }

    @Override
    public String slug() {
        return rule.code();
    }
}

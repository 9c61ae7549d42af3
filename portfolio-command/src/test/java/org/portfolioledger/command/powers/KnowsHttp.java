package org.portfolioledger.command.powers;

import org.portfolioledger.http.HttpProblem;

/** Deliberately bad: a rule that knows how it looks over HTTP. */
public record KnowsHttp(HttpProblem problem) {}

package org.portfolioledger.query.bad.one;

import org.portfolioledger.query.bad.other.Known;

/** Of another. */
public record KnowsAnother(Known known) {}

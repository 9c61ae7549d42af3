package org.portfolioledger.http;

import java.util.List;

/** A part of the error catalogue: each half contributes its own as a bean. */
public record ProblemTypes(List<ProblemType> types) {}

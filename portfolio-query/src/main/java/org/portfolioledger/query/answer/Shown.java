package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A value as an answer shows it, beside its grounds.
 *
 * @param value what was stated
 */
record Shown<T>(T value, @JsonUnwrapped ShownGrounds grounds) {}

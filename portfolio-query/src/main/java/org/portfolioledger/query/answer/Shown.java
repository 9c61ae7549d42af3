package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.portfolioledger.serialization.SchemaName;

/**
 * A value as an answer shows it, beside its grounds.
 *
 * @param value what was stated
 */
@SchemaName("Grounded%s")
record Shown<T>(T value, @JsonUnwrapped ShownGrounds grounds) {}

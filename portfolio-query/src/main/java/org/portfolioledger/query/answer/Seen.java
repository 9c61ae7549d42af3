package org.portfolioledger.query.answer;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Viewpoint;

/**
 * A value that an answer shows from a viewpoint of its own, as a segment is shown as on its first day.
 *
 * @param from null: it is the same from every viewpoint
 */
public record Seen<T>(T value, @Nullable Viewpoint from) {}

package org.portfolioledger.query.answer;

import org.portfolioledger.state.Viewpoint;

/** A value that an answer shows from a viewpoint of its own, as a segment is shown as on its first day. */
public record Seen<T>(T value, Viewpoint from) {}

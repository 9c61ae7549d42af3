package org.portfolioledger.command.bad.circle.other;

/** Deliberately bad: shares its name, and knows who knows it. */
public record Namesake(
        org.portfolioledger.command.bad.circle.one.@org.jspecify.annotations.Nullable Namesake namesake) {}

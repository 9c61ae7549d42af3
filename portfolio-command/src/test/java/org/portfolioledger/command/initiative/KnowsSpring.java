package org.portfolioledger.command.initiative;

import org.springframework.stereotype.Component;

/** Deliberately bad: decides, and is a Spring component. */
@Component
public final class KnowsSpring {}

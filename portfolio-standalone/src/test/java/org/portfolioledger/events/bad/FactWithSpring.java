package org.portfolioledger.events.bad;

import org.springframework.stereotype.Component;

/** A fact that knows a framework. */
@Component
public class FactWithSpring {}

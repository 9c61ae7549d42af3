package org.portfolioledger.command.powers;

import org.axonframework.messaging.MetaData;

/** Deliberately bad: decides by what travels with a message. */
public record KnowsAxon(MetaData metaData) {}

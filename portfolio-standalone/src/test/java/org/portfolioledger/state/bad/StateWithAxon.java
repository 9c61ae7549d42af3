package org.portfolioledger.state.bad;

import org.axonframework.messaging.MetaData;

/** A state that knows Axon. */
public record StateWithAxon(MetaData metaData) {}

package org.portfolioledger.query.bad;

import org.axonframework.messaging.MetaData;

/** A view that knows Axon. */
public record QueryWithAxon(MetaData metaData) {}

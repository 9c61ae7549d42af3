package org.portfolioledger.query.naive;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a read must answer; empty where there is nothing to answer. */
@FunctionalInterface
interface NaiveRead {

    Optional<ObjectNode> of(Asked asked);
}

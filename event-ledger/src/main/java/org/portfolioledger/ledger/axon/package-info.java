/** Makes the ledger Axon's event store: commands' facts go in as one request, streams and the whole order come out. */
@NullMarked
package org.portfolioledger.ledger.axon;

import org.jspecify.annotations.NullMarked;

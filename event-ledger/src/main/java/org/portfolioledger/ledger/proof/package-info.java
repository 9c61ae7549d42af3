/** The Merkle tree of RFC 6962 over the leaves of all facts: its roots, signed, and the proofs that facts are below them. */
@NullMarked
package org.portfolioledger.ledger.proof;

import org.jspecify.annotations.NullMarked;

/** The ledger as a transparency log: signed heads of its tree, and proofs to be checked without us. */
@NullMarked
package org.portfolioledger.query.proof;

import org.jspecify.annotations.NullMarked;

/**
 * Verifies audit bundles, checkpoints and proofs for auditors who need not trust the product: the JDK alone, and no code of
 * the product.
 */
@NullMarked
package org.portfolioledger.verifier;

import org.jspecify.annotations.NullMarked;

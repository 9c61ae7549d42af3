/** The measurements that docs/evidence.md quotes, each one command. */
@NullMarked
package org.portfolioledger.benchmarks;

import org.jspecify.annotations.NullMarked;

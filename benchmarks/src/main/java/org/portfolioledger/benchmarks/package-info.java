/** The measurements that the README quotes, each one command. */
@NullMarked
package org.portfolioledger.benchmarks;

import org.jspecify.annotations.NullMarked;

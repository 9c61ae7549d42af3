/** Assurance reviews, and how their recommendations are followed to their end. */
@NullMarked
package org.portfolioledger.command.review;

import org.jspecify.annotations.NullMarked;

/** Reads of milestones and their baselines. */
@NullMarked
package org.portfolioledger.query.milestone;

import org.jspecify.annotations.NullMarked;

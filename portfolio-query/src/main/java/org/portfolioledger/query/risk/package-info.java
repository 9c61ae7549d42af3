/** Risks and issues: with the actions in response, across a portfolio, counted by probability and impact, and how they moved. */
@NullMarked
package org.portfolioledger.query.risk;

import org.jspecify.annotations.NullMarked;

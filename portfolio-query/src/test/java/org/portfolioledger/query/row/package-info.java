/** The follower, its rows and their rebuild. */
@NullMarked
package org.portfolioledger.query.row;

import org.jspecify.annotations.NullMarked;

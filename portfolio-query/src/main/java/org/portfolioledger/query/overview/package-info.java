/** What rows of several kinds hold of initiatives at one point, and all alerts that there are on them. */
@NullMarked
package org.portfolioledger.query.overview;

import org.jspecify.annotations.NullMarked;

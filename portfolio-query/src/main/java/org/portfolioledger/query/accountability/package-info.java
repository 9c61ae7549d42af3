/** How roles are held through time: by whom, with which gaps and changes, and what of it is of concern. */
@NullMarked
package org.portfolioledger.query.accountability;

import org.jspecify.annotations.NullMarked;

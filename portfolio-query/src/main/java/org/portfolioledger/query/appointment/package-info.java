/** Who holds which role of an initiative. */
@NullMarked
package org.portfolioledger.query.appointment;

import org.jspecify.annotations.NullMarked;

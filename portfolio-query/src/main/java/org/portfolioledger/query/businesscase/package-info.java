/** Business cases: versions, what boards decided on them, and for which boards they wait. */
@NullMarked
package org.portfolioledger.query.businesscase;

import org.jspecify.annotations.NullMarked;

/** Business cases: versions, and what boards decided on them. */
@NullMarked
package org.portfolioledger.query.businesscase;

import org.jspecify.annotations.NullMarked;

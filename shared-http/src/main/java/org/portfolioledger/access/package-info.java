/** Who is asking: tokens of an issuer, and the accounts that their claims name. */
@NullMarked
package org.portfolioledger.access;

import org.jspecify.annotations.NullMarked;

/** The succession of initiatives: what they came from, and what went on from them. */
@NullMarked
package org.portfolioledger.query.succession;

import org.jspecify.annotations.NullMarked;

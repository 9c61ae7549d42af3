/** What is different between two points. */
@NullMarked
package org.portfolioledger.query.changes;

import org.jspecify.annotations.NullMarked;

/** What is counted, and how far its values are from their targets. */
@NullMarked
package org.portfolioledger.query.measure;

import org.jspecify.annotations.NullMarked;

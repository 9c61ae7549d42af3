/** What initiatives need of each other and of others. */
@NullMarked
package org.portfolioledger.query.dependency;

import org.jspecify.annotations.NullMarked;

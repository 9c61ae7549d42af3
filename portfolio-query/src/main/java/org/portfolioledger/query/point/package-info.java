/** What a question's asOf and knownAt come to: a day, and how much of each register counts. */
@NullMarked
package org.portfolioledger.query.point;

import org.jspecify.annotations.NullMarked;

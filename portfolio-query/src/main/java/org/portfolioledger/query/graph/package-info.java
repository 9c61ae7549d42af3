/** Dependencies as a graph: what lies downstream, cycles with their paths, promises later than needed. */
@NullMarked
package org.portfolioledger.query.graph;

import org.jspecify.annotations.NullMarked;

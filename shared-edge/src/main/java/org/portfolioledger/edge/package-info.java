/** What both halves share at the edge: users, problems, JSON over HTTP. */
@NullMarked
package org.portfolioledger.edge;

import org.jspecify.annotations.NullMarked;

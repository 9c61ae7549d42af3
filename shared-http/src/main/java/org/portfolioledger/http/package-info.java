/** What both halves share at the edge: users, problems, JSON over HTTP. */
@NullMarked
package org.portfolioledger.http;

import org.jspecify.annotations.NullMarked;

/** Commands over HTTP: one catalogue of paths, read, dispatched, answered and documented in one way. */
@NullMarked
package org.portfolioledger.command.web;

import org.jspecify.annotations.NullMarked;

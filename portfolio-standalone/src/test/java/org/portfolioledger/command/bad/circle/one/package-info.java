/** Deliberately bad: a package that knows another which knows it. */
@NullMarked
package org.portfolioledger.command.bad.circle.one;

import org.jspecify.annotations.NullMarked;

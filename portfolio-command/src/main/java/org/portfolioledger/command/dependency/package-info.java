/** What hangs on what: givers, receivers, promises. */
@NullMarked
package org.portfolioledger.command.dependency;

import org.jspecify.annotations.NullMarked;

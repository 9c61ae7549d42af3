/** Posts, and who holds them. */
@NullMarked
package org.portfolioledger.command.post;

import org.jspecify.annotations.NullMarked;

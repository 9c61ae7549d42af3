/** Documents: their versions, who may see them, and what took their place. */
@NullMarked
package org.portfolioledger.command.document;

import org.jspecify.annotations.NullMarked;

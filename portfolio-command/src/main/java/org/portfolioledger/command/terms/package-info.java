/** On what terms somebody holds a role or a post, the same for both. */
@NullMarked
package org.portfolioledger.command.terms;

import org.jspecify.annotations.NullMarked;

/** Controls of posts as a whole, with whom they are for and their figures. */
@NullMarked
package org.portfolioledger.command.workforce;

import org.jspecify.annotations.NullMarked;

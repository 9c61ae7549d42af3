/** Facts: what was decided or stated, each complete alone, none ever changed. */
@NullMarked
package org.portfolioledger.events;

import org.jspecify.annotations.NullMarked;

/** Benefits: promised, stated by sources, measured, assessed by others than their owners, and withdrawn. */
@NullMarked
package org.portfolioledger.command.benefit;

import org.jspecify.annotations.NullMarked;

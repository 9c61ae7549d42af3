/** Assessments of business cases by an Accounting Officer, and when they are due again. */
@NullMarked
package org.portfolioledger.command.accounting;

import org.jspecify.annotations.NullMarked;

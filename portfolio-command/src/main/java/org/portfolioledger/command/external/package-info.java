/** What bodies that oversee the organisation ask for, and what they were promised and answered. */
@NullMarked
package org.portfolioledger.command.external;

import org.jspecify.annotations.NullMarked;

/** The entities of the government's programme and project data standard, read from states, and judged by its tables. */
@NullMarked
package org.portfolioledger.standard;

import org.jspecify.annotations.NullMarked;

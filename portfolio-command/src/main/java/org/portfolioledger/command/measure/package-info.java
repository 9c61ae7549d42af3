/** What is counted: its targets, its values by day or period, and its end. */
@NullMarked
package org.portfolioledger.command.measure;

import org.jspecify.annotations.NullMarked;

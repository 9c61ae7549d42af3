/** Who is accountable: roles given to holders, taken over, ended. */
@NullMarked
package org.portfolioledger.command.appointment;

import org.jspecify.annotations.NullMarked;

/** Who is accountable: roles given to holders, taken over, ended; and posts with who holds them. */
@NullMarked
package org.portfolioledger.command.appointment;

import org.jspecify.annotations.NullMarked;

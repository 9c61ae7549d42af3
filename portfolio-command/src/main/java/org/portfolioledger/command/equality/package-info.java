/** Equality impact assessments, which live on from version to version. */
@NullMarked
package org.portfolioledger.command.equality;

import org.jspecify.annotations.NullMarked;

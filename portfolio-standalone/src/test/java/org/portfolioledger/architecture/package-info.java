/** Who may know whom: the rules of the house, each with a twin that breaks it. */
@NullMarked
package org.portfolioledger.architecture;

import org.jspecify.annotations.NullMarked;

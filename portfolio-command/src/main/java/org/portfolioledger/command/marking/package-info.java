/** Protective markings of entities: who may read them, and whether they are published. */
@NullMarked
package org.portfolioledger.command.marking;

import org.jspecify.annotations.NullMarked;

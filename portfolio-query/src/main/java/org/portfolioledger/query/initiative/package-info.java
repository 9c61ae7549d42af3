/** Initiatives: programmes, projects, workstreams and work packages. */
@NullMarked
package org.portfolioledger.query.initiative;

import org.jspecify.annotations.NullMarked;

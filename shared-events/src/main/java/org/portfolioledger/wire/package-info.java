/** How facts are stored: stable type names, revisions, and JSON. */
@NullMarked
package org.portfolioledger.wire;

import org.jspecify.annotations.NullMarked;

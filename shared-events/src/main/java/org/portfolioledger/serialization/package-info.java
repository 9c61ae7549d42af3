/** How facts are stored: stable type names, revisions, and JSON. */
@NullMarked
package org.portfolioledger.serialization;

import org.jspecify.annotations.NullMarked;

/** Both halves in one process, on a PostgreSQL that it starts, keeps and stops itself. */
@NullMarked
package org.portfolioledger.standalone;

import org.jspecify.annotations.NullMarked;

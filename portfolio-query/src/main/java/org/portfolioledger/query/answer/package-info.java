/** What every answer has in common: how it is asked, read from rows, rendered, paged, tagged and described. */
@NullMarked
package org.portfolioledger.query.answer;

import org.jspecify.annotations.NullMarked;

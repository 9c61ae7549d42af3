package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;

/**
 * What a board did, as far as its powers go.
 *
 * @param matter what kind of thing it decided on: a stage of a business case, or a matter; null: not stated
 * @param cost for which approval was asked, or null
 * @param attendance number of members present
 * @param ultraVires null or the reason for which it knowingly decided outside its powers
 */
public record ProposedDecision(
        @Nullable String board,
        @Nullable String matter,
        @Nullable Money cost,
        @Nullable BoardOutcome outcome,
        @Nullable String meeting,
        List<Paper> papers,
        @Nullable Integer attendance,
        List<String> decidedBy,
        @Nullable String ultraVires,
        LocalDate on) {

    boolean approves() {
        return outcome != null && outcome.approves();
    }
}

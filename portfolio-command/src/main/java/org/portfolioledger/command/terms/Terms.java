package org.portfolioledger.command.terms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.vocabulary.Money;

/** What the terms must be on which somebody holds a role or a post. */
public final class Terms {

    private Terms() {}

    /**
     * Notes which terms cannot be.
     *
     * @param share of working time, in percent
     * @param limit highest cost that the holder may approve alone
     */
    public static void require(
            LocalDate begins,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer share,
            @Nullable Money limit,
            Findings findings) {
        findings.require(
                        expectedEnd == null || expectedEnd.isAfter(begins),
                        Finding.of(
                                        TermsRule.IMPOSSIBLE_TERM,
                                        "It begins on %s, and is expected to end on %s".formatted(begins, expectedEnd))
                                .at("/expectedEnd"))
                .require(
                        share == null || (share >= 1 && share <= 100),
                        Finding.of(
                                        TermsRule.IMPOSSIBLE_TIME_COMMITMENT,
                                        "The share of working time is %s percent".formatted(share))
                                .at("/timeCommitment"));
        Powers.requireAmount(limit, "/delegatedLimit", findings);
    }
}

package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.COST;
import static org.portfolioledger.state.Sample.PAPER;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

/** One full life of a board: every fact of the family, and every field of its state. */
final class BoardLife {

    private static final Money WHOLE =
            new Money(new BigDecimal("5000000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);

    private BoardLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.BOARD)
                .then(new BoardFact.BoardEstablished(
                        "BD-MB",
                        "MPS",
                        "Management Board",
                        "CORPORATE",
                        List.of("approves"),
                        List.of("OBC"),
                        WHOLE,
                        5,
                        "monthly",
                        new BoardFact.Seat(null, "Commissioner", null, null),
                        List.of(
                                new BoardFact.Seat("PN-021", null, null, "TP"),
                                new BoardFact.Seat("PN-022", "Director", null, null)),
                        new BoardFact.Seat("PN-023", "Secretary", null, null),
                        "BD-RPSC",
                        411L,
                        attributes(),
                        VAGUE))
                .then(new BoardFact.BoardLimitSet("BD-MB", COST, LocalDate.of(2012, 3, 31), null, on("2011-07-01")))
                .then(new BoardFact.BoardRemitChanged(
                        "BD-MB", List.of(), List.of("FBC"), 412L, "BD-RPSC", null, on("2011-08-01")))
                .then(new BoardFact.BoardParentChanged("BD-MB", "BD-GB", 413L, "reorganised", on("2011-08-15")))
                .then(new BoardFact.BoardMembershipChanged(
                        "BD-MB",
                        new BoardFact.Seat("PN-022", null, "PO-1", null),
                        List.of(new BoardFact.Seat("PN-021", null, null, "TP")),
                        new BoardFact.Seat("PN-023", null, null, "TP"),
                        "New year",
                        on("2011-08-20")))
                .then(new BoardFact.BoardStandingOrdersChanged("BD-MB", 2, "quarterly", null, on("2011-08-25")))
                .then(new BoardFact.BoardDecided(
                        "BD-MB",
                        "D-1",
                        "POLICY",
                        "Star Chamber",
                        "PG-DRM",
                        COST,
                        BoardOutcome.APPROVED,
                        "agreed",
                        DecisionManner.IN_MEETING,
                        "M-2011-09",
                        "4",
                        "DG-1",
                        List.of(PAPER),
                        7,
                        List.of("PN-021"),
                        List.of(new Dissent("PN-022", "too dear")),
                        List.of("a headcount plan"),
                        "headcount",
                        "outside the remit",
                        attributes(),
                        on("2011-09-01")))
                .then(new BoardFact.BoardAuthorityDelegated(
                        "BD-MB",
                        "DG-1",
                        new Holder("PN-021", "Director"),
                        "PO-1",
                        List.of("OBC"),
                        COST,
                        LocalDate.of(2012, 3, 31),
                        "between meetings",
                        on("2011-09-02")))
                .then(new BoardFact.BoardDelegationRevoked("BD-MB", "DG-1", "meets weekly", on("2011-10-01")))
                .then(new BoardFact.BoardClosed("BD-MB", "merged", "BD-GB", on("2015-04-01")));
    }
}

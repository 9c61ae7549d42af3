package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;

/** Judges whether a board may decide what it decides, and whether the decision says what a decision says. */
public final class Powers {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final Existence EXISTENCE =
            new Existence(PowersRule.BOARD_NOT_IN_EXISTENCE, PowersRule.BOARD_NOT_IN_EXISTENCE);

    private Powers() {}

    /** Notes every rule that the decision would break; within the board's stream the history as it would be judged. */
    public static void judge(ProposedDecision said, Evidence evidence, Findings findings) {
        if (said.board() == null) complete(said, evidence, findings);
        else judge(said, evidence.history(Kinds.BOARD, said.board()), evidence, findings);
    }

    private static void complete(ProposedDecision said, Evidence evidence, Findings findings) {
        requireComplete(said, findings);
        Deliberation.requireFitting(said, findings);
        DocumentPapers.requireLast(said, evidence, findings);
        findings.requirePersons(said.decidedBy(), "/decidedBy", evidence);
        for (int i = 0; i < said.dissent().size(); i++)
            findings.requirePerson(said.dissent().get(i).person(), "/dissent/%s/person".formatted(i), evidence);
    }

    /** The same for a board whose history is at hand. */
    public static void judge(
            ProposedDecision said, History<RecordedFact, BoardState> history, Evidence evidence, Findings findings) {
        complete(said, evidence, findings);
        Optional<MeetingState> meeting = Deliberation.meeting(said, evidence, findings);
        if (!history.isOpened()) {
            findings.note(ReferenceRule.unknown("board", said.board(), "/board"));
            return;
        }
        Findings powers = new Findings();
        EXISTENCE
                .require(history, said.on(), "/effectiveOn", powers)
                .ifPresent(board -> within(said, board, meeting.orElse(null), history, evidence, powers));
        findings.addUnless(said.ultraVires() != null, powers);
    }

    /** What a decision says whatever the board (rule 8). */
    private static void requireComplete(ProposedDecision said, Findings findings) {
        findings.require(
                        said.board() != null,
                        Finding.of(PowersRule.DECISION_WITHOUT_BOARD, "The decision names no board")
                                .at("/board"))
                .require(
                        said.meeting() != null || !said.isInMeeting(),
                        Finding.of(PowersRule.DECISION_WITHOUT_MEETING, "The decision names no meeting")
                                .at("/meeting"))
                .require(
                        said.outcome() != null,
                        Finding.of(PowersRule.DECISION_WITHOUT_OUTCOME, "The decision names no outcome")
                                .at("/outcome"))
                .require(
                        !said.decidedBy().isEmpty(),
                        Finding.of(PowersRule.DECISION_WITHOUT_PERSONS, "The decision does not name who decided")
                                .at("/decidedBy"));
        findings.require(
                        said.attendance() == null || said.attendance() >= 1,
                        Finding.of(
                                        PowersRule.IMPOSSIBLE_ATTENDANCE,
                                        "%s members were present".formatted(said.attendance()))
                                .at("/attendance"))
                .require(
                        said.attendance() == null
                                || said.attendance() < 1
                                || said.attendance() >= said.participants().size(),
                        Finding.of(
                                        PowersRule.ATTENDANCE_BELOW_DECIDERS,
                                        "Present: %s; took part: %s"
                                                .formatted(
                                                        said.attendance(),
                                                        said.participants().size()))
                                .at("/attendance"));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < said.papers().size(); i++) {
            Paper paper = said.papers().get(i);
            requireHash(paper, "/papers/" + i, findings);
            findings.require(
                    named.add(paper.sha256()),
                    Finding.of(PowersRule.DUPLICATE_PAPER, "The paper %s is named twice".formatted(paper.sha256()))
                            .at("/papers/" + i));
        }
    }

    /** That an amount says what is needed to read it (rule 14), and that it is none below zero. */
    public static void requireAmount(@Nullable Money money, String pointer, Findings findings) {
        if (money == null) return;
        findings.require(
                money.amount().signum() >= 0,
                Finding.of(
                                PowersRule.AMOUNT_BELOW_ZERO,
                                "The amount is " + money.amount().toPlainString())
                        .at(pointer + "/amount"));
        requireSignedAmount(money, pointer, findings);
    }

    /** The same of an amount that may be below zero, as a saving is. */
    public static void requireSignedAmount(@Nullable Money money, String pointer, Findings findings) {
        if (money == null) return;
        String year = money.priceYear();
        findings.require(
                        isInWholeUnits(money),
                        Finding.of(
                                        PowersRule.AMOUNT_BELOW_UNIT,
                                        "%s has at most %s decimals, and the amount is %s"
                                                .formatted(
                                                        money.currency(),
                                                        decimals(money.currency()),
                                                        money.amount().toPlainString()))
                                .at(pointer + "/amount"))
                .require(
                        isCurrency(money.currency()),
                        Finding.of(
                                        PowersRule.NO_CURRENCY,
                                        "\"" + money.currency() + "\" is not an ISO 4217 currency code")
                                .at(pointer + "/currency"))
                .require(
                        year == null || (money.priceBasis() == PriceBasis.REAL && FinancialYear.isOne(year)),
                        Finding.of(
                                        PowersRule.PRICE_YEAR_DOES_NOT_FIT,
                                        "\"%s\" does not fit %s prices".formatted(year, money.priceBasis()))
                                .at(pointer + "/priceYear"))
                .require(
                        year != null || money.priceBasis() != PriceBasis.REAL,
                        Finding.of(PowersRule.NO_PRICE_YEAR, "The prices are real, but no year is stated")
                                .at(pointer + "/priceYear"));
    }

    /** A code that stands for no money, as XXX, or for metal has no smallest unit. */
    private static boolean isCurrency(String code) {
        return decimals(code) >= 0;
    }

    private static boolean isInWholeUnits(Money money) {
        int decimals = decimals(money.currency());
        return decimals < 0 || money.amount().stripTrailingZeros().scale() <= decimals;
    }

    /** Decimals of the smallest unit; -1: no currency. */
    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(-1);
    }

    /** That a paper is identified by its content. */
    public static void requireHash(Paper paper, String pointer, Findings findings) {
        requireHash(paper.sha256(), pointer + "/sha256", findings);
    }

    /** The same of a hash by itself. */
    public static void requireHash(String sha256, String pointer, Findings findings) {
        findings.require(
                SHA_256.matcher(sha256).matches(),
                Finding.of(
                                PowersRule.INVALID_PAPER_HASH,
                                "\"" + sha256 + "\" is not a SHA-256 (64 hexadecimal digits in lower case)")
                        .at(pointer));
    }

    private static void within(
            ProposedDecision said,
            BoardState board,
            @Nullable MeetingState meeting,
            History<RecordedFact, BoardState> history,
            Evidence evidence,
            Findings powers) {
        powers.rest(board.level());
        List<String> decisionTypes = powers.rest(board.remit()).decisionTypes();
        // Of a case whose stage nobody stated it cannot be said that it was outside; that it has no stage is a finding.
        powers.require(
                said.matter() == null || decisionTypes.stream().anyMatch(said.matter()::equalsIgnoreCase),
                Finding.of(
                                PowersRule.OUTSIDE_REMIT,
                                "Board %s decides on %s, not on %s"
                                        .formatted(board.board(), decisionTypes, said.matter()))
                        .against(board.remit()));
        requireLimit(said, board, powers);
        if (said.manner() == DecisionManner.BY_DELEGATION) {
            Delegations.judge(said, board, history, evidence, powers);
            return;
        }
        Seats seats = Seats.of(said, board, evidence, powers);
        if (said.manner() == DecisionManner.ALONE) Deliberation.requireBoardOfOne(said, board, powers);
        else requireQuorum(said, Deliberation.present(said, meeting, seats), board, seats, powers);
        requireSeats(said, board, seats, powers);
    }

    /** Whoever decides sits on the board on that day, or takes one of the seats that are for one whom they do not name. */
    private static void requireSeats(ProposedDecision said, BoardState board, Seats seats, Findings powers) {
        List<String> seated = new ArrayList<>();
        for (String person : said.participants()) {
            int before = seats.takenBy(seated);
            seated.add(person);
            powers.require(
                    seats.takenBy(seated) > before,
                    Finding.of(
                                    PowersRule.NOT_A_MEMBER,
                                    "%s has no seat on board %s on %s".formatted(person, board.board(), said.on()))
                            .against(board.membership())
                            .at(said.pointerTo(person)));
        }
    }

    private static void requireLimit(ProposedDecision said, BoardState board, Findings powers) {
        Money cost = said.cost();
        if (!said.approves() || cost == null) return;
        Grounded<Money> limit = board.limit();
        if (limit == null) {
            powers.note(Finding.of(
                            PowersRule.OVER_DELEGATED_LIMIT,
                            "Board %s has no delegated limit on record".formatted(board.board()))
                    .against(board.level()));
            return;
        }
        Money most = powers.rest(limit);
        Grounded<LocalDate> last = board.limitValidUntil();
        if (last != null && said.on().isAfter(last.value())) {
            powers.note(Finding.of(
                            PowersRule.OVER_DELEGATED_LIMIT,
                            "The limit of board %s was valid until %s".formatted(board.board(), last.value()))
                    .against(last));
            return;
        }
        requireAtMost(most, cost, "board " + board.board(), PowersRule.OVER_DELEGATED_LIMIT, limit, powers);
    }

    /**
     * That a cost is within a limit, and can be compared with it.
     *
     * @param whose limit it is, as "board BD-INV"
     */
    static void requireAtMost(
            Money most, Money cost, String whose, PowersRule rule, Grounded<?> ground, Findings powers) {
        if (!cost.isComparableWith(most)) {
            powers.note(Finding.of(
                            PowersRule.AMOUNTS_NOT_COMPARABLE,
                            "The cost is in %s, the limit of %s in %s".formatted(prices(cost), whose, prices(most)))
                    .against(ground));
            return;
        }
        powers.require(
                cost.amount().compareTo(most.amount()) <= 0,
                Finding.of(
                                rule,
                                "The cost is %s %s, the limit of %s is %s %s"
                                        .formatted(
                                                cost.currency(),
                                                cost.amount().toPlainString(),
                                                whose,
                                                most.currency(),
                                                most.amount().toPlainString()))
                        .against(ground));
    }

    /** In what an amount counts: "GBP in real prices of 2015/16". */
    private static String prices(Money money) {
        if (money.priceBasis() == PriceBasis.NOMINAL) return money.currency() + " in nominal prices";
        return "%s in real prices of %s"
                .formatted(money.currency(), money.priceYear() == null ? "a year not stated" : money.priceYear());
    }

    private static void requireQuorum(
            ProposedDecision said, @Nullable Integer present, BoardState board, Seats seats, Findings powers) {
        int most = seats.withoutThose(Set.of());
        Integer stated = said.attendance();
        powers.require(
                stated == null || stated <= most,
                Finding.of(PowersRule.ATTENDANCE_ABOVE_SEATS, "Present: %s; with a seat: %s".formatted(stated, most))
                        .against(board.membership())
                        .at("/attendance"));
        Integer needed = board.standingOrders().value().quorum();
        if (needed == null) return;
        powers.rest(board.standingOrders());
        powers.require(
                present != null && present >= needed,
                Finding.of(
                                PowersRule.NO_QUORUM,
                                present == null
                                        ? "The attendance is not stated, and %s are needed".formatted(needed)
                                        : "Present: %s; needed: %s".formatted(present, needed))
                        .against(board.standingOrders())
                        .at("/attendance"));
    }
}

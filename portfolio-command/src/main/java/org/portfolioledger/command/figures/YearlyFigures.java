package org.portfolioledger.command.figures;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** Judges figures by financial year: each is stated once, and says what is needed to read it (rule 14). */
public final class YearlyFigures {

    private static final int DECIMALS = 2;

    private YearlyFigures() {}

    /** What is stated a second time. */
    private record Cell(
            @Nullable FinancialYear year, @Nullable PostKind kind) {}

    /** Notes what is wrong with figures that may be below zero, whose lists the body names {@code money} and {@code posts}. */
    public static void require(StatedFigures figures, Findings findings) {
        requireMoney(figures.money(), "/money", findings);
        requirePosts(figures.posts(), "/posts", findings);
    }

    /** Notes that a source states no figure. */
    public static void requireSome(boolean some, Findings findings) {
        findings.require(some, Finding.of(FiguresRule.NO_FIGURE_STATED, "No figure is stated"));
    }

    /** The same of money alone. */
    public static void requireMoney(List<YearlyMoney> stated, String pointer, Findings findings) {
        Set<Cell> seen = new HashSet<>();
        for (int i = 0; i < stated.size(); i++) {
            YearlyMoney one = stated.get(i);
            requireOnce(new Cell(one.year(), null), pointer + "/" + i, seen, findings);
            requireAmount(one.money(), pointer + "/" + i + "/money", findings);
        }
    }

    /** The same of posts alone. */
    public static void requirePosts(List<YearlyPosts> stated, String pointer, Findings findings) {
        Set<Cell> seen = new HashSet<>();
        for (int i = 0; i < stated.size(); i++) {
            YearlyPosts one = stated.get(i);
            requireOnce(new Cell(one.year(), one.kind()), pointer + "/" + i, seen, findings);
            requireNumber(one.number(), pointer + "/" + i + "/number", findings);
        }
    }

    /** Notes what is wrong with an amount that may be below zero, its price basis and confidence included; null: none is stated. */
    public static void requireAmount(@Nullable Money money, String pointer, Findings findings) {
        if (money == null) return;
        Powers.requireSignedAmount(money, pointer, findings);
        findings.require(
                money.isQualified(),
                Finding.of(
                                FiguresRule.FIGURE_NOT_QUALIFIED,
                                "The price basis of the amount is %s, its confidence %s"
                                        .formatted(money.priceBasis(), money.confidence()))
                        .at(pointer));
    }

    /** Notes that a number of posts is more precise than posts are. */
    public static void requireNumber(BigDecimal number, String pointer, Findings findings) {
        findings.require(
                number.stripTrailingZeros().scale() <= DECIMALS,
                Finding.of(FiguresRule.POSTS_TOO_PRECISE, "The number of posts is " + number.toPlainString())
                        .at(pointer));
    }

    private static void requireOnce(Cell cell, String pointer, Set<Cell> seen, Findings findings) {
        String of = cell.kind() == null ? "An amount" : "A number of %s posts".formatted(cell.kind());
        String in = cell.year() == null ? "without a year" : "for " + cell.year();
        findings.require(
                seen.add(cell),
                Finding.of(FiguresRule.FIGURE_STATED_TWICE, "%s %s is stated twice".formatted(of, in))
                        .at(pointer));
    }
}

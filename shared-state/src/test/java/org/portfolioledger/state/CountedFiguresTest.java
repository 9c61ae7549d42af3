package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.OneFigure;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/** Which figures count, where several sources state them. */
class CountedFiguresTest {

    private record Said(List<YearlyMoney> money, List<YearlyPosts> posts) implements StatedFigures {}

    @Test
    void a_figure_of_one_source_counts() {
        CountedFigures figures =
                CountedFigures.of(Map.of("Plan", said(1, money("2011/12", "-9.4"), money("2012/13", "-21.3"))), null);
        assertThat(figures.counted())
                .extracting(figure -> figure.of().year() + " " + figure.number())
                .containsExactly("2011/12 -9.4", "2012/13 -21.3");
        assertThat(figures.contradictions()).isEmpty();
    }

    @Test
    void sources_that_contradict_each_other_are_named_and_not_counted() {
        CountedFigures figures = CountedFigures.of(training(), null);
        assertThat(figures.counted())
                .as("only the table states the last year")
                .extracting(figure -> figure.of().year() + " " + figure.number())
                .containsExactly("2013/14 -21.3");
        assertThat(figures.contradictions()).hasSize(2).first().satisfies(two -> {
            assertThat(two.year()).hasToString("2011/12");
            assertThat(two.figures())
                    .extracting(OneFigure::statedIn, OneFigure::number, OneFigure::fact)
                    .containsExactly(
                            tuple("Table", new BigDecimal("-9.4"), 1L), tuple("Text", new BigDecimal("-10.0"), 2L));
        });
    }

    @Test
    void where_one_is_preferred_it_alone_counts() {
        assertThat(CountedFigures.of(training(), "Text").counted())
                .extracting(figure -> figure.of().year() + " " + figure.number() + " " + figure.statedIn())
                .containsExactly("2011/12 -10.0 [Text]", "2012/13 -21.9 [Text]");
        assertThat(CountedFigures.of(training(), "Text").contradictions()).isEmpty();
    }

    @Test
    void a_figure_on_which_sources_agree_counts_once() {
        CountedFigures figures =
                CountedFigures.of(sources(said(1, money("2011/12", "-9.40")), said(2, money("2011/12", "-9.4"))), null);
        assertThat(figures.counted()).singleElement().satisfies(figure -> {
            assertThat(figure.number()).isEqualByComparingTo("-9.4");
            assertThat(figure.statedIn()).containsExactly("Table", "Text");
            assertThat(figure.facts()).containsExactly(1L, 2L);
        });
    }

    @Test
    void amounts_in_other_prices_contradict_each_other() {
        YearlyMoney real = new YearlyMoney(
                FinancialYear.parse("2011/12"),
                new Money(new BigDecimal("-9.4"), "GBP", PriceBasis.REAL, "2010/11", Confidence.VALIDATED));
        assertThat(CountedFigures.of(sources(said(1, money("2011/12", "-9.4")), said(2, real)), null)
                        .contradictions())
                .hasSize(1);
    }

    @Test
    void an_amount_without_a_year_is_another_figure_than_one_of_a_year() {
        CountedFigures figures =
                CountedFigures.of(sources(said(1, money("2011/12", "-6")), said(2, money(null, "-14"))), null);
        assertThat(figures.contradictions()).isEmpty();
        assertThat(figures.counted())
                .extracting(figure -> figure.of().year() + " " + figure.number())
                .containsExactly("2011/12 -6", "null -14");
    }

    @Test
    void posts_are_told_apart_by_kind_and_from_money() {
        Said both = new Said(
                List.of(money("2011/12", "-9.4")),
                List.of(posts("2011/12", PostKind.OFFICER, -91), posts("2011/12", PostKind.STAFF, -100)));
        assertThat(CountedFigures.sums(CountedFigures.of(Map.of("Table", grounded(1, both)), null)
                        .counted()))
                .extracting(sum -> sum.of().posts())
                .containsExactly(null, PostKind.OFFICER, PostKind.STAFF);
    }

    /** A law: sums are exact, and the same in whatever order they are made, and from whatever parts. */
    @Test
    void sums_are_exact_in_whatever_order_they_are_made() {
        Random random = new Random(7);
        List<CountedFigure> figures = new ArrayList<>();
        for (int i = 0; i < 500; i++)
            figures.addAll(CountedFigures.of(
                            Map.of(
                                    "S" + i,
                                    said(
                                            i,
                                            money(
                                                    "200%s/0%s".formatted(i % 5, i % 5 + 1),
                                                    BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, 2)
                                                            .toString()))),
                            null)
                    .counted());
        var whole = CountedFigures.sums(figures);
        Collections.shuffle(figures, random);
        assertThat(CountedFigures.sums(figures)).isEqualTo(whole);
        List<CountedFigure> parts = new ArrayList<>(CountedFigures.sums(figures.subList(0, 123)));
        parts.addAll(CountedFigures.sums(figures.subList(123, 500)));
        assertThat(CountedFigures.sums(parts)).isEqualTo(whole);
    }

    @Test
    void restating_keeps_both() {
        BySource<String> first = BySource.restated(null, ground(1, "first"));
        BySource<String> third = BySource.restated(BySource.restated(first, ground(2, "second")), ground(3, "third"));
        assertThat(first.earlier()).isEmpty();
        assertThat(third.last().value()).isEqualTo("third");
        assertThat(third.earlier()).extracting(Grounded::value).containsExactly("first", "second");
    }

    private static Map<String, Grounded<Said>> training() {
        return sources(
                said(1, money("2011/12", "-9.4"), money("2012/13", "-21.3"), money("2013/14", "-21.3")),
                said(2, money("2011/12", "-10.0"), money("2012/13", "-21.9")));
    }

    private static Map<String, Grounded<Said>> sources(Grounded<Said> table, Grounded<Said> text) {
        return new TreeMap<>(Map.of("Table", table, "Text", text));
    }

    private static Grounded<Said> said(long fact, YearlyMoney... money) {
        return grounded(fact, new Said(List.of(money), List.of()));
    }

    private static Grounded<Said> grounded(long fact, Said said) {
        return ground(fact, said);
    }

    private static <T> Grounded<T> ground(long fact, T value) {
        return new Grounds(fact, fact, Provenance.on(LocalDate.parse("2011-06-13")), List.of(), List.of(), null)
                .ground(value);
    }

    private static YearlyMoney money(@Nullable String year, String amount) {
        return new YearlyMoney(
                year == null ? null : FinancialYear.parse(year),
                new Money(new BigDecimal(amount), "GBP", PriceBasis.NOT_STATED, null, Confidence.NOT_STATED));
    }

    private static YearlyPosts posts(String year, PostKind kind, int number) {
        return new YearlyPosts(FinancialYear.parse(year), kind, BigDecimal.valueOf(number));
    }
}

package org.portfolioledger.query.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitSubject;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.benefit.BenefitTotals.ClassTotals;
import org.portfolioledger.query.benefit.BenefitTotals.ContradictionInBenefit;
import org.portfolioledger.query.benefit.BenefitTotals.FigureSum;
import org.portfolioledger.query.benefit.BenefitTotals.GroupTotals;
import org.portfolioledger.query.benefit.BenefitTotals.PartTotals;
import org.portfolioledger.query.benefit.BenefitTotals.StatedGap;
import org.portfolioledger.query.benefit.BenefitTotals.TargetFigure;
import org.portfolioledger.query.benefit.BenefitTotals.TargetTotals;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.SavingsFigures;
import org.springframework.stereotype.Component;

/** Finds the benefits of a portfolio or an initiative, and adds their figures up. */
@Component
final class BenefitCounts {

    private final PortfolioMembers members;
    private final BenefitViews views;
    private final Responses responses;
    private final Rows rows;

    BenefitCounts(PortfolioMembers members, BenefitViews views, Responses responses, Rows rows) {
        this.members = members;
        this.views = views;
        this.responses = responses;
        this.rows = rows;
    }

    BenefitsBelow ofPortfolio(TimePoint point, String portfolio) {
        Map<String, InitiativeState> initiatives = byId(members.everBelongingTo(point, portfolio));
        return new BenefitsBelow(null, initiatives, benefits(point, initiatives.keySet(), portfolio));
    }

    /** Also those that refer to an initiative which is not there then. */
    BenefitsBelow ofInitiative(TimePoint point, String initiative) {
        Map<String, InitiativeState> initiatives = new TreeMap<>();
        Set<String> ids = new TreeSet<>(Set.of(initiative));
        Map<String, InitiativeState> latest =
                byId(rows.one(point, Kinds.INITIATIVE, initiative).stream().toList());
        Collection<String> above = ids;
        while (!above.isEmpty()) {
            initiatives.putAll(latest);
            latest = byId(rows.where(
                    point,
                    Kinds.INITIATIVE,
                    "r.parent is not null and r.parent = any(:above::text[])",
                    Map.of("above", above.toArray(String[]::new))));
            latest.keySet().removeAll(ids);
            ids.addAll(latest.keySet());
            above = latest.keySet();
        }
        return new BenefitsBelow(initiative, initiatives, benefits(point, ids, null));
    }

    private static Map<String, InitiativeState> byId(Collection<Known<InitiativeState>> known) {
        return known.stream()
                .map(Known::state)
                .collect(Collectors.toMap(
                        InitiativeState::initiative, Function.identity(), (first, _) -> first, TreeMap::new));
    }

    private List<BenefitState> benefits(TimePoint point, Set<String> initiatives, @Nullable String portfolio) {
        String[] streams = Stream.concat(
                        initiatives.stream().map(Kinds.INITIATIVE::stream),
                        Stream.ofNullable(portfolio).map(Kinds.PORTFOLIO::stream))
                .toArray(String[]::new);
        return rows.where(point, Kinds.BENEFIT, "r.refs && :streams::text[]", Map.of("streams", streams)).stream()
                .map(Known::state)
                .filter(benefit -> {
                    BenefitSubject subject = benefit.subject().value();
                    return subject.initiative() == null
                            ? portfolio != null && portfolio.equals(subject.portfolio())
                            : initiatives.contains(subject.initiative());
                })
                .toList();
    }

    /**
     * The benefits added up.
     *
     * @param portfolio whose targets are shown; null: none are
     */
    Answer<BenefitTotals> totals(
            ReadRequest request, TimePoint point, BenefitsBelow below, @Nullable PortfolioState portfolio) {
        String source = request.filter("statedIn").orElse(null);
        Set<String> wholes = views.parts(point, below.benefits()).keySet();
        List<Counted> counted = below.benefits().stream()
                .filter(BenefitState::isOpen)
                .filter(benefit -> !wholes.contains(benefit.benefit()))
                .filter(benefit -> BenefitQueries.isAskedFor(benefit, request))
                .map(benefit -> Counted.of(benefit, source))
                .toList();
        List<ContradictionInBenefit> contradictions =
                counted.stream().flatMap(Counted::contradictions).toList();
        PageView<PartTotals> parts = Pages.cut(rows, request, point, parts(below, counted));
        SortedMap<FigureOf, BigDecimal> sums = sums(counted, Counted::figures);
        BenefitTotals totals = new BenefitTotals(
                counted.size(),
                FigureSum.of(sums),
                FigureSum.of(sums(counted, Counted::before)),
                FigureSum.of(sums(counted, Counted::after)),
                classes(counted),
                groups(below, counted),
                contradictions.subList(0, Math.min(request.page().limit(), contradictions.size())),
                contradictions.size(),
                targets(portfolio, sums),
                gaps(portfolio),
                parts.items(),
                parts.next());
        List<Object> shown =
                new ArrayList<>(counted.stream().map(Counted::state).toList());
        if (portfolio != null) shown.add(portfolio);
        return responses.answer(request, point, rows.viewpoint(point, shown), totals);
    }

    /** A benefit that counts, with its figures and what is spent without it and with it. */
    private record Counted(BenefitState state, CountedFigures figures, CountedFigures before, CountedFigures after) {

        static Counted of(BenefitState state, @Nullable String source) {
            Function<BenefitMeasure, CountedFigures> count =
                    measure -> source == null ? state.counted(measure) : state.counted(measure, source);
            return new Counted(
                    state,
                    count.apply(BenefitMeasure.BENEFIT),
                    count.apply(BenefitMeasure.COST_BEFORE),
                    count.apply(BenefitMeasure.COST_AFTER));
        }

        Stream<ContradictionInBenefit> contradictions() {
            return figures.contradictions().stream()
                    .map(one -> new ContradictionInBenefit(
                            state.benefit(), state.title().value(), one));
        }
    }

    private static SortedMap<FigureOf, BigDecimal> sums(List<Counted> counted, Function<Counted, CountedFigures> of) {
        return CountedFigures.sums(counted.stream()
                .flatMap(one -> of.apply(one).counted().stream())
                .toList());
    }

    private static List<FigureSum> sums(List<Counted> counted) {
        return FigureSum.of(sums(counted, Counted::figures));
    }

    private static List<ClassTotals> classes(List<Counted> counted) {
        SortedMap<BenefitClass, List<Counted>> classes = new TreeMap<>();
        List<Counted> without = new ArrayList<>();
        for (Counted one : counted) {
            Grounded<BenefitClass> of = one.state().benefitClass();
            (of == null ? without : classes.computeIfAbsent(of.value(), _ -> new ArrayList<>())).add(one);
        }
        List<ClassTotals> totals = new ArrayList<>();
        classes.forEach((of, some) -> totals.add(new ClassTotals(of, some.size(), sums(some))));
        if (!without.isEmpty()) totals.add(new ClassTotals(null, without.size(), sums(without)));
        return totals;
    }

    private static List<GroupTotals> groups(BenefitsBelow below, List<Counted> counted) {
        SortedMap<List<String>, List<Counted>> groups = new TreeMap<>(Comparator.comparing(List::toString));
        for (Counted one : counted)
            groups.computeIfAbsent(below.groups(one.state()), _ -> new ArrayList<>())
                    .add(one);
        List<GroupTotals> totals = new ArrayList<>();
        groups.forEach((group, some) -> totals.add(new GroupTotals(group, some.size(), sums(some))));
        return totals;
    }

    private static List<TargetTotals> targets(
            @Nullable PortfolioState portfolio, SortedMap<FigureOf, BigDecimal> sums) {
        return stated(portfolio, SavingsFigureKind.TARGET)
                .map(stated -> new TargetTotals(
                        stated.value().statedIn(),
                        figures(stated).stream()
                                .map(figure -> new TargetFigure(
                                        figure.of(),
                                        figure.number(),
                                        sums.get(figure.of()),
                                        figure.number().subtract(sums.getOrDefault(figure.of(), BigDecimal.ZERO))))
                                .toList(),
                        stated.fact()))
                .toList();
    }

    private static List<StatedGap> gaps(@Nullable PortfolioState portfolio) {
        return stated(portfolio, SavingsFigureKind.REMAINING_GAP)
                .map(stated -> new StatedGap(stated.value().statedIn(), figures(stated), stated.fact()))
                .toList();
    }

    private static Stream<Grounded<SavingsFigures>> stated(@Nullable PortfolioState portfolio, SavingsFigureKind kind) {
        return portfolio == null
                ? Stream.of()
                : portfolio.savings().values().stream()
                        .map(stated -> stated.last())
                        .filter(stated -> stated.value().kind() == kind);
    }

    private static List<FigureSum> figures(Grounded<SavingsFigures> stated) {
        return FigureSum.of(
                CountedFigures.sums(CountedFigures.of(Map.of(stated.value().statedIn(), stated), null)
                        .counted()));
    }

    /** Initiatives first, then benefits, each by id. */
    private List<PartTotals> parts(BenefitsBelow below, List<Counted> counted) {
        SortedMap<String, List<Counted>> initiatives = new TreeMap<>();
        SortedMap<String, Counted> alone = new TreeMap<>();
        for (Counted one : counted) {
            String through = below.through(one.state());
            if (through == null) alone.put(one.state().benefit(), one);
            else initiatives.computeIfAbsent(through, _ -> new ArrayList<>()).add(one);
        }
        List<PartTotals> parts = new ArrayList<>();
        initiatives.forEach((id, some) -> parts.add(part(id, null, name(below, id), some)));
        alone.forEach((id, one) -> parts.add(part(null, id, one.state().title().value(), List.of(one))));
        return parts;
    }

    private static String name(BenefitsBelow below, String initiative) {
        InitiativeState state = below.initiatives().get(initiative);
        return state == null ? initiative : state.name().value();
    }

    private static PartTotals part(
            @Nullable String initiative, @Nullable String benefit, String name, List<Counted> some) {
        return new PartTotals(
                initiative,
                benefit,
                name,
                some.size(),
                sums(some),
                FigureSum.of(sums(some, Counted::before)),
                FigureSum.of(sums(some, Counted::after)));
    }
}

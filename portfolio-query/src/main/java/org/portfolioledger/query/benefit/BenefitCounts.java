package org.portfolioledger.query.benefit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.Href;
import org.portfolioledger.query.answer.LinkedCount;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.benefit.BenefitTotals.ClassTotals;
import org.portfolioledger.query.benefit.BenefitTotals.ContradictionInBenefit;
import org.portfolioledger.query.benefit.BenefitTotals.GroupTotals;
import org.portfolioledger.query.benefit.BenefitTotals.PartTotals;
import org.portfolioledger.query.benefit.BenefitTotals.StatedGap;
import org.portfolioledger.query.figures.FiguresList;
import org.portfolioledger.query.figures.FiguresScope;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.SavingsFigures;
import org.springframework.stereotype.Component;

/** Adds the figures of benefits up. */
@Component
public final class BenefitCounts {

    private static final String LIST = "benefits";

    private final BenefitViews views;
    private final Responses responses;
    private final Rows rows;

    BenefitCounts(BenefitViews views, Responses responses, Rows rows) {
        this.views = views;
        this.responses = responses;
        this.rows = rows;
    }

    /** Of some benefits, those that count: they are open, and have no parts through which they count. */
    List<BenefitState> counting(TimePoint point, List<BenefitState> benefits) {
        Set<String> wholes = views.parts(point, benefits).keySet();
        return benefits.stream()
                .filter(BenefitState::isOpen)
                .filter(benefit -> !wholes.contains(benefit.benefit()))
                .toList();
    }

    /**
     * The benefits added up that a request asks for.
     *
     * @param portfolio whose targets are shown; null: none are
     */
    Answer<BenefitTotals> totals(
            ReadRequest request, TimePoint point, FiguresScope scope, @Nullable PortfolioState portfolio) {
        FiguresList behind = FiguresList.behind(point, scope, LIST, request.filters());
        CountedBenefits counted = new CountedBenefits(
                counting(point, scope.all(rows, point, Kinds.BENEFIT)).stream()
                        .filter(benefit -> BenefitQueries.isAskedFor(benefit, scope, request))
                        .toList(),
                request.filter("statedIn").orElse(null));
        List<ContradictionInBenefit> contradictions = counted.contradictions();
        PageView<PartTotals> parts = Pages.cut(rows, request, point, parts(scope, counted, behind));
        BenefitTotals totals = new BenefitTotals(
                counted.size(),
                counted.figures(),
                counted.costBefore(),
                counted.costAfter(),
                classes(counted, behind),
                groups(scope, counted, behind),
                contradictions.subList(0, Math.min(request.page().limit(), contradictions.size())),
                contradictions.size(),
                counted.measured(),
                counted.against(stated(portfolio, SavingsFigureKind.TARGET)),
                stated(portfolio, SavingsFigureKind.REMAINING_GAP)
                        .map(gap -> new StatedGap(gap.value().statedIn(), CountedBenefits.stated(gap), gap.fact()))
                        .toList(),
                parts.items(),
                behind.href(),
                parts.next());
        List<Object> shown = new ArrayList<>(counted.benefits());
        if (portfolio != null) shown.add(portfolio);
        return responses.answer(request, point, rows.viewpoint(point, shown), totals);
    }

    /** What a board sees of the benefits of a portfolio and of its initiatives. */
    public BenefitsInBrief inBrief(TimePoint point, FiguresScope scope, PortfolioState portfolio) {
        CountedBenefits counted = new CountedBenefits(counting(point, scope.all(rows, point, Kinds.BENEFIT)), null);
        return brief(
                counted,
                FiguresList.behind(point, scope, LIST, Map.of()),
                counted.against(stated(portfolio, SavingsFigureKind.TARGET)),
                Href.at(point, scope.path("benefit-totals"), Map.of()));
    }

    /** By initiative what a board sees of its own benefits, without those below it; absent where none counts. */
    public Map<String, BenefitsInBrief> inBrief(TimePoint point, String portfolio, Collection<String> initiatives) {
        List<BenefitState> all = rows
                .where(
                        point,
                        Kinds.BENEFIT,
                        Among.referringTo(initiatives.stream()
                                .map(Kinds.INITIATIVE::stream)
                                .toList()))
                .stream()
                .map(Known::state)
                .toList();
        Map<String, List<BenefitState>> own = new HashMap<>();
        for (BenefitState benefit : counting(point, all)) {
            String of = benefit.subject().value().initiative();
            if (of != null) own.computeIfAbsent(of, _ -> new ArrayList<>()).add(benefit);
        }
        Map<String, BenefitsInBrief> brief = new HashMap<>();
        own.forEach((initiative, some) -> brief.put(
                initiative,
                brief(
                        new CountedBenefits(some, null),
                        FiguresList.ofInitiative(point, portfolio, LIST, initiative),
                        null,
                        null)));
        return brief;
    }

    private static BenefitsInBrief brief(
            CountedBenefits counted,
            FiguresList behind,
            @Nullable List<TargetTotals> targets,
            @Nullable String totals) {
        return new BenefitsInBrief(
                new LinkedCount(counted.size(), behind.href()),
                new LinkedCount(counted.contradictory().size(), behind.href("contradictory", "TRUE")),
                counted.measured(),
                targets,
                totals);
    }

    private static Stream<Grounded<SavingsFigures>> stated(@Nullable PortfolioState portfolio, SavingsFigureKind kind) {
        return portfolio == null
                ? Stream.of()
                : portfolio.savings().values().stream()
                        .map(stated -> stated.last())
                        .filter(stated -> stated.value().kind() == kind);
    }

    private static List<ClassTotals> classes(CountedBenefits counted, FiguresList behind) {
        List<ClassTotals> totals = new ArrayList<>();
        counted.by(OfClass::of, OfClass.ORDER).forEach((one, some) -> {
            BenefitClass of = one.benefitClass();
            totals.add(new ClassTotals(
                    of,
                    some.size(),
                    some.figures(),
                    behind.href("benefitClass", of == null ? SubResources.NOT_STATED : of.name())));
        });
        return totals;
    }

    /** The class of a benefit. */
    private record OfClass(@Nullable BenefitClass benefitClass) {

        static final Comparator<OfClass> ORDER = Comparator.comparing(
                OfClass::benefitClass, Comparator.nullsLast(Comparator.<BenefitClass>naturalOrder()));

        static OfClass of(BenefitState benefit) {
            return new OfClass(
                    benefit.benefitClass() == null
                            ? null
                            : benefit.benefitClass().value());
        }
    }

    private static List<GroupTotals> groups(FiguresScope scope, CountedBenefits counted, FiguresList behind) {
        List<GroupTotals> totals = new ArrayList<>();
        counted.by(scope::groups, Comparator.comparing(List::toString))
                .forEach((groups, some) -> totals.add(new GroupTotals(
                        groups,
                        some.size(),
                        some.figures(),
                        behind.ofGroups(groups).href())));
        return totals;
    }

    /** Initiatives first, then benefits, each by id. */
    private static List<PartTotals> parts(FiguresScope scope, CountedBenefits counted, FiguresList behind) {
        List<PartTotals> parts = new ArrayList<>();
        counted.by(benefit -> Part.of(scope, benefit), Part.ORDER).forEach((of, some) -> {
            String initiative = of.initiative();
            parts.add(new PartTotals(
                    initiative,
                    of.benefit(),
                    initiative == null ? some.benefits().getFirst().title().value() : scope.name(initiative),
                    some.size(),
                    some.figures(),
                    some.costBefore(),
                    some.costAfter(),
                    initiative == null
                            ? Href.at(behind.point(), "/api/v1/benefits/" + of.benefit(), Map.of())
                            : behind.href(FiguresList.THROUGH, initiative)));
        });
        return parts;
    }

    /** What a benefit counts through: an initiative, or itself. */
    private record Part(
            @Nullable String initiative, @Nullable String benefit) {

        static final Comparator<Part> ORDER = Comparator.comparing(
                        Part::initiative, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                .thenComparing(Part::benefit, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

        static Part of(FiguresScope scope, BenefitState benefit) {
            String through = scope.through(benefit);
            return new Part(through, through == null ? benefit.benefit() : null);
        }
    }
}

package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitPosts;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitQuantity;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.state.BySource.PreferredSource;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/**
 * A benefit, such as a saving.
 *
 * @param benefitClass null: the source states none
 * @param owner null: nobody is named
 * @param businessCase that promised it; null: none, or not stated
 * @param partOf id of the benefit of which it is a part; null: of none
 * @param profiles what each source states, by its name
 * @param preferred the source whose figures alone count; null: none is preferred
 * @param measurements in order
 * @param assessment whether it was realised; null: nobody assessed it
 * @param closure why nobody expects it any more; null: somebody does
 */
@RecordBuilder
public record BenefitState(
        @JsonProperty("id") String benefit,
        String register,
        Grounded<String> title,
        @Nullable Grounded<BenefitClass> benefitClass,
        Grounded<FiguresSubject> subject,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<String> businessCase,
        @Nullable Grounded<String> partOf,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<String, BySource<BenefitProfile>> profiles,
        @Nullable Grounded<PreferredSource> preferred,
        List<Grounded<BenefitMeasurement>> measurements,
        Grounded<BenefitStatus> status,
        @Nullable Grounded<BenefitAssessment> assessment,
        @Nullable Grounded<BenefitWithdrawal> closure)
        implements BenefitStateBuilder.With, Alerting, Closable, OfSubject, Referring {

    /** How far it has come. */
    public enum BenefitStatus {
        EXPECTED,
        /** Somebody undertook to realise it. */
        PLANNED,
        REALISED,
        PARTLY_REALISED,
        NOT_REALISED,
        /** Nobody expects it any more. */
        WITHDRAWN
    }

    /**
     * How one source states that it is to be achieved.
     *
     * @param costBefore in a year; null: not stated
     * @param costAfter in a year; null: not stated
     * @param achievedBy null: not stated
     * @param document id of the document that states it; null: not on record
     * @param board id of the board to which it was put; null: none, or not stated
     * @param paper the paper that states it, and where in it; null: it was stated here
     * @param withdrawn why the source states none any more; null: it states this one
     */
    public record BenefitProfile(
            List<YearlyMoney> money,
            List<YearlyPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable Money costBefore,
            @Nullable Money costAfter,
            @Nullable StatedDate achievedBy,
            @Nullable String document,
            @Nullable String board,
            @Nullable Source paper,
            @Nullable String withdrawn)
            implements StatedFigures {

        static BenefitProfile of(BenefitProfileStated stated) {
            return new BenefitProfile(
                    stated.money(),
                    stated.posts(),
                    stated.quantities(),
                    stated.costBefore(),
                    stated.costAfter(),
                    stated.achievedBy(),
                    stated.document(),
                    stated.board(),
                    stated.provenance().source(),
                    null);
        }

        static BenefitProfile none(BenefitProfileWithdrawn withdrawn) {
            return new BenefitProfile(
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    withdrawn.provenance().source(),
                    withdrawn.reason());
        }
    }

    /**
     * What was measured.
     *
     * @param firstDay of the period; null: not stated
     * @param lastDay of the period; null: not stated
     * @param money null: not measured in money
     * @param finding null: the figures say it
     */
    public record BenefitMeasurement(
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Money money,
            List<BenefitPosts> posts,
            List<BenefitQuantity> quantities,
            @Nullable String finding) {

        /** Whether an earlier one is not counted beside it: both are of one day, or say of no period. */
        private boolean replaces(BenefitMeasurement earlier) {
            if (!isOfPeriod() || !earlier.isOfPeriod()) return isOfPeriod() == earlier.isOfPeriod();
            return !first().isAfter(earlier.last()) && !last().isBefore(earlier.first());
        }

        private boolean isOfPeriod() {
            return firstDay != null && lastDay != null;
        }

        private LocalDate first() {
            return Objects.requireNonNull(firstDay);
        }

        private LocalDate last() {
            return Objects.requireNonNull(lastDay);
        }

        private List<CountedFigure> figures(long fact) {
            FinancialYear year = isOfPeriod() ? FinancialYear.containing(first(), last()) : null;
            List<CountedFigure> figures = new ArrayList<>();
            if (money != null)
                figures.add(new CountedFigure(FigureOf.money(year, money), money.amount(), List.of(), List.of(fact)));
            for (BenefitPosts some : posts)
                figures.add(new CountedFigure(
                        FigureOf.posts(new YearlyPosts(year, some.kind(), some.number())),
                        some.number(),
                        List.of(),
                        List.of(fact)));
            return figures;
        }
    }

    /** Whether it was realised. */
    public record BenefitAssessment(
            BenefitRealisation outcome,
            List<String> assessedBy,
            @Nullable String reason) {}

    /** Why nobody expects it any more. */
    public record BenefitWithdrawal(String reason) {}

    /** What is counted of a benefit. */
    public enum BenefitMeasure {
        /** The benefit itself: money and posts by financial year. */
        BENEFIT,
        /** What it costs without the benefit, in a year. */
        COST_BEFORE,
        /** What it will cost with the benefit, in a year. */
        COST_AFTER
    }

    private record OneCost(List<YearlyMoney> money, List<YearlyPosts> posts) implements StatedFigures {

        static OneCost of(@Nullable Money cost) {
            return new OneCost(
                    Stream.ofNullable(cost)
                            .map(money -> new YearlyMoney(null, money))
                            .toList(),
                    List.of());
        }
    }

    static BenefitState opened(BenefitOpened opened, Grounds grounds) {
        return new BenefitState(
                opened.benefit(),
                opened.register(),
                grounds.ground(opened.title()),
                grounds.maybe(opened.benefitClass()),
                grounds.ground(opened.subject()),
                grounds.maybe(opened.owner()),
                grounds.maybe(opened.businessCase()),
                grounds.maybe(opened.partOf()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                null,
                List.of(),
                grounds.ground(BenefitStatus.EXPECTED),
                null,
                null);
    }

    BenefitState evolve(BenefitFact fact, Grounds grounds) {
        return switch (fact) {
            case BenefitOpened again -> again(opened(again, grounds));
            case BenefitPlanned _ -> withStatus(grounds.ground(BenefitStatus.PLANNED));
            case BenefitProfileStated stated ->
                withProfile(stated.statedIn(), grounds.ground(BenefitProfile.of(stated)));
            case BenefitProfileWithdrawn withdrawn ->
                withProfile(withdrawn.statedIn(), grounds.ground(BenefitProfile.none(withdrawn)));
            case BenefitProfilePreferred one ->
                withPreferred(grounds.ground(new PreferredSource(one.statedIn(), one.reason())));
            case BenefitMeasured measured ->
                withMeasurements(Copies.with(
                        measurements,
                        grounds.ground(new BenefitMeasurement(
                                measured.firstDay(),
                                measured.lastDay(),
                                measured.money(),
                                measured.posts(),
                                measured.quantities(),
                                measured.finding()))));
            case BenefitRealisationAssessed assessed ->
                withAssessment(grounds.ground(
                                new BenefitAssessment(assessed.outcome(), assessed.assessedBy(), assessed.reason())))
                        .withStatus(grounds.ground(
                                BenefitStatus.valueOf(assessed.outcome().name())));
            case BenefitOwnerChanged changed -> withOwner(grounds.ground(changed.owner()));
            case BenefitWithdrawn withdrawn ->
                withClosure(grounds.ground(new BenefitWithdrawal(withdrawn.reason())))
                        .withStatus(grounds.ground(BenefitStatus.WITHDRAWN));
        };
    }

    private BenefitState withProfile(String source, Grounded<BenefitProfile> now) {
        return withProfiles(Copies.with(profiles, source, BySource.restated(profiles.get(source), now)));
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private BenefitState again(BenefitState opened) {
        return opened.withOwner(opened.owner == null ? owner : opened.owner)
                .withProfiles(profiles)
                .withPreferred(preferred)
                .withMeasurements(measurements)
                .withStatus(status)
                .withAssessment(assessment)
                .withClosure(closure);
    }

    /** Which of its figures count. */
    public CountedFigures counted(BenefitMeasure measure) {
        return counted(measure, PreferredSource.name(preferred));
    }

    /**
     * Which count of those that one source states, whatever is preferred.
     *
     * @param source null: no source is meant, and none is preferred
     */
    public CountedFigures counted(BenefitMeasure measure, @Nullable String source) {
        SortedMap<String, Grounded<? extends StatedFigures>> stated = new TreeMap<>();
        profiles.forEach((name, profile) -> stated.put(name, of(measure).apply(profile.last())));
        return CountedFigures.of(stated, source);
    }

    private static Function<Grounded<BenefitProfile>, Grounded<? extends StatedFigures>> of(BenefitMeasure measure) {
        return switch (measure) {
            case BENEFIT -> profile -> profile;
            case COST_BEFORE -> profile -> profile.as(OneCost.of(profile.value().costBefore()));
            case COST_AFTER -> profile -> profile.as(OneCost.of(profile.value().costAfter()));
        };
    }

    /**
     * What was measured of it in each financial year. Of measurements that have a day in common the last counts, as it does of
     * those that state no period. A period that lies in no one year is of no year.
     */
    public List<CountedFigure> measured() {
        List<CountedFigure> figures = new ArrayList<>();
        for (int n = 0; n < measurements.size(); n++) {
            Grounded<BenefitMeasurement> one = measurements.get(n);
            if (measurements.subList(n + 1, measurements.size()).stream()
                    .noneMatch(later -> later.value().replaces(one.value())))
                figures.addAll(one.value().figures(one.fact()));
        }
        return CountedFigures.sums(figures);
    }

    /** Last day by which it is to be achieved, by the preferred source or else by the latest that any states; null: none does. */
    public @Nullable LocalDate achievedBy() {
        String only = PreferredSource.name(preferred);
        return profiles.entrySet().stream()
                .filter(profile -> only == null || only.equals(profile.getKey()))
                .map(profile -> profile.getValue().last().value().achievedBy())
                .filter(Objects::nonNull)
                .map(StatedDate::lastDay)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!isOpen()) return alerts;
        if (!counted(BenefitMeasure.BENEFIT).contradictions().isEmpty()) alerts.add(Alert.BENEFIT_SOURCES_CONTRADICT);
        LocalDate day = achievedBy();
        if (assessment == null && day != null && asOf.isAfter(day)) alerts.add(Alert.BENEFIT_OVERDUE);
        return alerts;
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = toSubject();
        if (businessCase != null)
            references.add(Reference.toFormer(Kinds.BUSINESS_CASE, businessCase.value(), businessCase));
        if (partOf != null) references.add(Reference.toFormer(Kinds.BENEFIT, partOf.value(), partOf));
        for (BySource<BenefitProfile> profile : profiles.values()) {
            Grounded<BenefitProfile> stated = profile.last();
            if (stated.value().document() != null)
                references.add(Reference.toFormer(Kinds.DOCUMENT, stated.value().document(), stated));
            if (stated.value().board() != null)
                references.add(Reference.toFormer(Kinds.BOARD, stated.value().board(), stated));
        }
        return references;
    }
}

package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.state.BySource.PreferredSource;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * Something that is counted.
 *
 * @param unit in which it is counted
 * @param initiative of which it is a measure; null: of none that is stated
 * @param portfolio of which it is a measure; null: of none that is stated
 * @param target the last that was set; null: none is on record
 * @param values those stated for the last day for which any is, one for each document, in the order in which each first stated one for it
 * @param preferred the document that is preferred; null: none is
 * @param closure why it is not counted any more; null: it is
 */
@RecordBuilder
public record MeasureState(
        @JsonProperty("id") String measure,
        String register,
        Grounded<String> name,
        Grounded<String> unit,
        @Nullable Grounded<String> initiative,
        @Nullable Grounded<String> portfolio,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<MeasureTarget> target,
        List<Grounded<MeasureValue>> values,
        @Nullable Grounded<PreferredSource> preferred,
        @Nullable Grounded<String> closure)
        implements MeasureStateBuilder.With, Alerting, Closable, Referring {

    /**
     * A target.
     *
     * @param qualifier null: the number is exact, or the source does not say more
     * @param by when it is to be reached; null: not stated
     * @param reason null: the first target, or not stated
     */
    public record MeasureTarget(
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable StatedDate by,
            @Nullable String reason) {

        /** Whether its last day has passed. */
        boolean hasPassed(LocalDate asOf) {
            return by != null && asOf.isAfter(by.lastDay());
        }
    }

    /**
     * A value.
     *
     * @param qualifier null: the number is exact, or the source does not say more
     * @param countedFrom first day of the period over which it was counted, up to the day for which it is stated; null: it
     *     is of that day, or no period is stated
     * @param document that states it; null: none is named
     */
    public record MeasureValue(
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable LocalDate countedFrom,
            @Nullable String document) {

        /**
         * Whether it reaches a target. A target that is exact is reached by its very number, one that is qualified by all
         * that it allows.
         *
         * @return null: what is stated leaves it open
         */
        public @Nullable Boolean reaches(MeasureTarget target) {
            int order = number.compareTo(target.number());
            return switch (target.qualifier()) {
                case AT_LEAST -> isAtLeast(order, true);
                case MORE_THAN -> isAtLeast(order, false);
                case AT_MOST -> isAtMost(order, true);
                case LESS_THAN -> isAtMost(order, false);
                case ABOUT -> null;
                case null -> (qualifier == null && order == 0) ? true : null;
            };
        }

        /**
         * Whether it is more than a number to which its own is in an order.
         *
         * @param same whether as much is enough
         */
        private @Nullable Boolean isAtLeast(int order, boolean same) {
            boolean reached = order > 0 || (order == 0 && same);
            return switch (qualifier) {
                case null -> reached;
                case AT_LEAST -> reached ? true : null;
                case MORE_THAN -> order >= 0 ? true : null;
                case AT_MOST -> reached ? null : false;
                case LESS_THAN -> order <= 0 ? false : null;
                case ABOUT -> null;
            };
        }

        private @Nullable Boolean isAtMost(int order, boolean same) {
            boolean reached = order < 0 || (order == 0 && same);
            return switch (qualifier) {
                case null -> reached;
                case AT_MOST -> reached ? true : null;
                case LESS_THAN -> order <= 0 ? true : null;
                case AT_LEAST -> reached ? null : false;
                case MORE_THAN -> order >= 0 ? false : null;
                case ABOUT -> null;
            };
        }
    }

    static MeasureState defined(MeasureDefined defined, Grounds grounds) {
        return new MeasureState(
                defined.measure(),
                defined.register(),
                grounds.ground(defined.name()),
                grounds.ground(defined.unit()),
                grounds.maybe(defined.initiative()),
                grounds.maybe(defined.portfolio()),
                grounds.ground(defined.attributes()),
                null,
                List.of(),
                null,
                null);
    }

    MeasureState evolve(MeasureFact fact, Grounds grounds) {
        return switch (fact) {
            case MeasureDefined again ->
                defined(again, grounds)
                        .withTarget(target)
                        .withValues(values)
                        .withPreferred(preferred)
                        .withClosure(closure);
            case MeasureTargetSet set ->
                withTarget(grounds.ground(new MeasureTarget(set.number(), set.qualifier(), set.by(), set.reason())));
            case MeasureValueStated stated -> withValues(with(grounds.ground(value(stated))));
            case MeasureSourcePreferred one ->
                withPreferred(grounds.ground(new PreferredSource(one.statedIn(), one.reason())));
            case MeasureEnded ended -> withClosure(grounds.ground(ended.reason()));
        };
    }

    private static MeasureValue value(MeasureValueStated stated) {
        Source source = stated.provenance().source();
        return new MeasureValue(
                stated.number(), stated.qualifier(), stated.countedFrom(), source == null ? null : source.document());
    }

    /** A value beside those that other documents state for the same day, in the place of all others. */
    private List<Grounded<MeasureValue>> with(Grounded<MeasureValue> value) {
        List<Grounded<MeasureValue>> all = new ArrayList<>();
        boolean restated = false;
        for (Grounded<MeasureValue> before : values) {
            if (!before.since().equals(value.since())) continue;
            boolean again =
                    Objects.equals(before.value().document(), value.value().document());
            restated |= again;
            all.add(again ? value : before);
        }
        if (!restated) all.add(value);
        return List.copyOf(all);
    }

    /** The values that count: that of the preferred document alone, where it states one for the day. */
    public List<Grounded<MeasureValue>> counted() {
        if (preferred == null) return values;
        String only = preferred.value().statedIn();
        List<Grounded<MeasureValue>> own = values.stream()
                .filter(value -> only.equalsIgnoreCase(value.value().document()))
                .toList();
        return own.isEmpty() ? values : own;
    }

    /** The value that holds; null: none is stated, or documents contradict each other. */
    public @Nullable Grounded<MeasureValue> present() {
        return counted().isEmpty() || isContradictory() ? null : counted().getFirst();
    }

    /** Whether two documents state different values for the same day, and none is preferred. */
    public boolean isContradictory() {
        return counted().stream()
                        .map(value -> new MeasureValue(
                                value.value().number().stripTrailingZeros(),
                                value.value().qualifier(),
                                value.value().countedFrom(),
                                null))
                        .distinct()
                        .count()
                > 1;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!isOpen()) return alerts;
        if (isContradictory()) alerts.add(Alert.MEASURE_SOURCES_CONTRADICT);
        if (isMissed(asOf)) alerts.add(Alert.MEASURE_TARGET_MISSED);
        return alerts;
    }

    /** Missed is a target whose last day has passed, where no value counts that reaches it or leaves that open. */
    private boolean isMissed(LocalDate asOf) {
        if (target == null || !target.value().hasPassed(asOf)) return false;
        MeasureTarget aim = target.value();
        return counted().stream()
                .allMatch(value -> Boolean.FALSE.equals(value.value().reaches(aim)));
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (initiative != null) references.add(Reference.to(Kinds.INITIATIVE, initiative.value(), initiative));
        if (portfolio != null) references.add(Reference.to(Kinds.PORTFOLIO, portfolio.value(), portfolio));
        return references;
    }
}

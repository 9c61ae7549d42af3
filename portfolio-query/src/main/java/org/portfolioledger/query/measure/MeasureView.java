package org.portfolioledger.query.measure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MeasureState.MeasureTarget;
import org.portfolioledger.state.MeasureState.MeasureValue;
import org.portfolioledger.state.Viewpoint;

/**
 * Something that is counted, with its values against its target.
 *
 * @param open whether it has not ended
 * @param contradictory whether two documents state different values for the same day, and none is preferred
 * @param progress each value that counts against the target; empty without one of either
 * @param alerts what should not be overlooked
 */
public record MeasureView(
        @JsonUnwrapped MeasureState state,
        boolean open,
        boolean contradictory,
        List<MeasureProgress> progress,
        SortedSet<Alert> alerts) {

    /**
     * A value against the target.
     *
     * @param document that states the value; null: none is named
     * @param gap what is missing: the target less the value
     * @param reached whether the value reaches the target; null: what is stated leaves it open
     * @param fact position of the fact that states the value
     * @param targetFact position of the fact that set the target
     */
    public record MeasureProgress(
            @Nullable String document,
            BigDecimal number,
            BigDecimal target,
            BigDecimal gap,
            @Nullable Boolean reached,
            long fact,
            long targetFact) {

        private static MeasureProgress of(Grounded<MeasureValue> value, Grounded<MeasureTarget> target) {
            BigDecimal number = value.value().number();
            BigDecimal aim = target.value().number();
            return new MeasureProgress(
                    value.value().document(),
                    number,
                    aim,
                    aim.subtract(number),
                    value.value().reaches(target.value()),
                    value.fact(),
                    target.fact());
        }
    }

    /** As it is seen. */
    public static MeasureView of(MeasureState measure, Viewpoint seen) {
        Grounded<MeasureTarget> target = measure.target();
        return new MeasureView(
                measure,
                measure.isOpen(),
                measure.isContradictory(),
                target == null
                        ? List.of()
                        : measure.counted().stream()
                                .map(value -> MeasureProgress.of(value, target))
                                .toList(),
                Alert.of(measure, seen));
    }
}

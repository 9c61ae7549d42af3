package org.portfolioledger.query.benefit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.figures.MeasuredFigure;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.ContradictingFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.Viewpoint;

/**
 * A benefit, with what counts of the figures that sources state of it.
 *
 * @param open whether it was not withdrawn
 * @param counted its figures that count
 * @param contradictions figures of which none counts, until one source is preferred
 * @param measured what counts beside what was measured, by financial year
 * @param parts what its parts add up to, beside what is stated of it; null: it has none
 * @param alerts what should not be overlooked
 */
record BenefitView(
        @JsonUnwrapped BenefitState state,
        boolean open,
        List<CountedFigure> counted,
        List<ContradictingFigures> contradictions,
        List<MeasuredFigure> measured,
        @Nullable BenefitParts parts,
        SortedSet<Alert> alerts) {

    /**
     * The benefit with its parts.
     *
     * @param parts those that are not withdrawn
     */
    static BenefitView of(BenefitState benefit, List<BenefitState> parts, Viewpoint seen) {
        CountedFigures figures = benefit.counted(BenefitMeasure.BENEFIT);
        return new BenefitView(
                benefit,
                benefit.isOpen(),
                figures.counted(),
                figures.contradictions(),
                MeasuredFigure.of(figures.counted(), benefit.measured()),
                parts.isEmpty() ? null : BenefitParts.of(benefit, parts),
                Alert.of(benefit, seen));
    }
}

package org.portfolioledger.query.benefit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.CountedFigures.FigureOf;

/**
 * A target of the benefits of a portfolio, as one source states it.
 *
 * @param fact position of the fact that states it
 */
record TargetTotals(String statedIn, List<TargetFigure> figures, long fact) {

    /**
     * A figure of a target.
     *
     * @param counted what the benefits add up to in the same year and prices; null: nothing counts
     * @param gap the target, less what the benefits add up to
     */
    record TargetFigure(
            @JsonUnwrapped FigureOf of,
            BigDecimal target,
            @Nullable BigDecimal counted,
            BigDecimal gap) {}
}

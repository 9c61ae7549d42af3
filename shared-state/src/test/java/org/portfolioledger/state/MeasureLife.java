package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.statedIn;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.StatedDate;

/** One full life of a measure: every fact of the family, and every field of its state. */
final class MeasureLife {

    private MeasureLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.MEASURE)
                .then(new MeasureFact.MeasureDefined(
                        "ME-1", "MPS", "Exits", "%", "PG-DRM", "PF-1", attributes(), VAGUE))
                .then(new MeasureFact.MeasureTargetSet(
                        "ME-1",
                        new BigDecimal("95"),
                        NumberQualifier.AT_LEAST,
                        new StatedDate(LocalDate.parse("2012-03-01"), DatePrecision.MONTH),
                        "agreed",
                        on("2011-06-13")))
                .then(new MeasureFact.MeasureValueStated(
                        "ME-1",
                        new BigDecimal("92.50"),
                        NumberQualifier.ABOUT,
                        LocalDate.parse("2010-04-01"),
                        statedIn("2011-07-01", "Update")))
                .then(new MeasureFact.MeasureValueStated(
                        "ME-1", new BigDecimal("91"), null, null, statedIn("2011-07-01", "Leaflet")))
                .then(new MeasureFact.MeasureSourcePreferred("ME-1", "Leaflet", "counted again", on("2011-07-02")))
                .then(new MeasureFact.MeasureEnded("ME-1", "all were left", on("2012-04-01")));
    }

    private static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("page", "9"));
    }
}

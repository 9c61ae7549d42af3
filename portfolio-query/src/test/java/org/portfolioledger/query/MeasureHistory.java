package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;

/** What tests tell of measures. */
public final class MeasureHistory {

    private MeasureHistory() {}

    public static GovernanceFact measure(
            String id, String unit, @Nullable String initiative, @Nullable String portfolio, String day) {
        return new MeasureFact.MeasureDefined(
                id, "MPS", "Count of " + unit, unit, initiative, portfolio, new TreeMap<>(), on(day));
    }

    public static GovernanceFact measureTarget(String id, String number, @Nullable String by, String day) {
        return new MeasureFact.MeasureTargetSet(
                id,
                new BigDecimal(number),
                NumberQualifier.AT_LEAST,
                by == null ? null : new StatedDate(LocalDate.parse(by), null),
                "agreed",
                on(day));
    }

    public static GovernanceFact measureValue(String id, String number, @Nullable String document, String day) {
        Source source = document == null ? null : new Source(document, null, null);
        return new MeasureFact.MeasureValueStated(
                id,
                new BigDecimal(number),
                null,
                null,
                new Provenance(LocalDate.parse(day), null, null, null, null, source));
    }

    public static GovernanceFact preferredDocument(String id, String document, String day) {
        return new MeasureFact.MeasureSourcePreferred(
                id, document, "counted again", Provenance.on(LocalDate.parse(day)));
    }

    public static GovernanceFact measureEnded(String id, String day) {
        return new MeasureFact.MeasureEnded(id, "all done", on(day));
    }
}

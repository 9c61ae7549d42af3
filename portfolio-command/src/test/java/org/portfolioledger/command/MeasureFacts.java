package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;

/** What tests record of measures. */
public final class MeasureFacts {

    private MeasureFacts() {}

    public static MeasureDefined measure(String id, String unit, @Nullable String initiative, String day) {
        return new MeasureDefined(id, "ACME", "Homes", unit, initiative, null, new TreeMap<>(), on(day));
    }

    public static MeasureTargetSet target(String id, String number, String by, @Nullable String reason, String day) {
        return new MeasureTargetSet(
                id, new BigDecimal(number), NumberQualifier.AT_LEAST, new StatedDate(day(by), null), reason, on(day));
    }

    public static MeasureValueStated value(String id, String number, String day) {
        return new MeasureValueStated(id, new BigDecimal(number), null, null, on(day));
    }

    /** As a document states it. */
    public static MeasureValueStated valueIn(String id, String document, String number, String day) {
        return new MeasureValueStated(
                id,
                new BigDecimal(number),
                null,
                null,
                new Provenance(day(day), null, null, null, null, new Source(document, null, null)));
    }

    public static MeasureSourcePreferred preferredDocument(String id, String document, String day) {
        return new MeasureSourcePreferred(id, document, "Counted again", on(day));
    }

    public static MeasureEnded measureEnded(String id, String day) {
        return new MeasureEnded(id, "All were built", on(day));
    }
}

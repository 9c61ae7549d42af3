package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.StatedDate;

/** Makes facts about measures. */
final class HostileMeasures extends HostileFamily {

    HostileMeasures(HostileFacts all) {
        super(all);
        makers.put(MeasureDefined.class, id -> {
            boolean ofPortfolio = random.nextInt(3) == 0;
            return new MeasureDefined(
                    id,
                    register(id),
                    "Name " + random.nextInt(5),
                    any("%", "homes"),
                    ofPortfolio ? null : maybe(near("initiative", id)),
                    ofPortfolio ? near("portfolio", id) : null,
                    random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("value", "x")),
                    sourced());
        });
        makers.put(
                MeasureTargetSet.class,
                id -> new MeasureTargetSet(
                        id, number(), maybe(any(NumberQualifier.values())), maybe(date()), maybe("agreed"), sourced()));
        makers.put(
                MeasureValueStated.class,
                id -> new MeasureValueStated(
                        id, number(), maybe(any(NumberQualifier.values())), maybe(day()), sourced()));
        makers.put(
                MeasureSourcePreferred.class,
                id -> new MeasureSourcePreferred(id, any("Report", "Audit"), "counted again", sourced()));
        makers.put(MeasureEnded.class, id -> new MeasureEnded(id, "all done", sourced()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return MeasureFact.class;
    }

    @Override
    String kind() {
        return "measure";
    }

    @Override
    Some some() {
        return new Some("ME", 3, MeasureDefined.class);
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(random.nextInt(40), random.nextInt(2));
    }

    private StatedDate date() {
        return new StatedDate(day(), random.nextInt(3) == 0 ? any(DatePrecision.values()) : null);
    }
}

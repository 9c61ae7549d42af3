package org.portfolioledger.command.measure;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

/** What can be put on record about something that is counted. */
public sealed interface MeasureCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/measures",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "measure",
                    DefineMeasure.class,
                    MeasureDefined.class,
                    "Put on record something that is counted",
                    """
                        {"id": "ME-1", "register": "ACME", "name": "Homes handed over", "unit": "homes", "initiative": "PG-HOMES",
                         "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/measures/{measure}/targets",
                    Set.of(PORTFOLIO_OFFICE),
                    SetMeasureTarget.class,
                    MeasureTargetSet.class,
                    "Set the target of a measure",
                    """
                        {"number": 400, "qualifier": "AT_LEAST", "by": {"date": "2028-03-01", "precision": "MONTH"}, "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/measures/{measure}/values",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    StateMeasureValue.class,
                    MeasureValueStated.class,
                    "State the value of a measure for a day, or for a period that ends on it",
                    """
                        {"number": 25, "qualifier": "MORE_THAN", "countedFrom": "2026-05-01", "effectiveOn": "2026-07-31",
                         "source": {"document": "Programme report, July 2026"}}"""),
            CommandRoute.changing(
                    "/measures/{measure}/preferred-sources",
                    Set.of(PORTFOLIO_OFFICE),
                    PreferMeasureSource.class,
                    MeasureSourcePreferred.class,
                    "Prefer one of the documents that state values: where it states one, that alone counts",
                    """
                        {"statedIn": "Programme report, July 2026", "reason": "The auditors agree with it", "effectiveOn": "2026-08-10"}"""),
            CommandRoute.changing(
                    "/measures/{measure}/endings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    EndMeasure.class,
                    MeasureEnded.class,
                    "Record that something is not counted any more",
                    """
                        {"reason": "Every home was handed over", "effectiveOn": "2028-04-01"}"""));

    /**
     * Puts it on record. It is a measure of an initiative or of a portfolio.
     *
     * @param unit in which it is counted, as "%" or "vehicles"
     */
    record DefineMeasure(
            @IdOf("measure") String measure,
            @IdOf("register") String register,
            String name,
            String unit,
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("portfolio") @Nullable String portfolio,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MeasureCommand {}

    /**
     * Sets a target, in the place of an earlier one.
     *
     * @param number in the unit of the measure
     * @param by when it is to be reached
     * @param reason why it takes the place of an earlier one
     */
    record SetMeasureTarget(
            @IdOf("measure") String measure,
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable StatedDate by,
            @Nullable String reason,
            Provenance provenance)
            implements MeasureCommand {}

    /**
     * States a value for the day of effectiveOn.
     *
     * @param number in the unit of the measure
     * @param countedFrom first day of the period over which it was counted; that of effectiveOn is its last
     */
    record StateMeasureValue(
            @IdOf("measure") String measure,
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable LocalDate countedFrom,
            Provenance provenance)
            implements MeasureCommand {}

    /**
     * Prefers a document, in the place of an earlier one.
     *
     * @param statedIn one that states a value
     */
    record PreferMeasureSource(@IdOf("measure") String measure, String statedIn, String reason, Provenance provenance)
            implements MeasureCommand {}

    /** Ends it. */
    record EndMeasure(@IdOf("measure") String measure, String reason, Provenance provenance)
            implements MeasureCommand {}
}

package org.portfolioledger.standard;

import static org.portfolioledger.events.RegisterFact.DataFormat.DATE;
import static org.portfolioledger.events.RegisterFact.DataFormat.NUMBER;
import static org.portfolioledger.events.RegisterFact.DataFormat.TEXT;
import static org.portfolioledger.events.RegisterFact.DataFormat.WHOLE_NUMBER;
import static org.portfolioledger.events.RegisterFact.UpdateFrequency.MONTHLY;
import static org.portfolioledger.events.RegisterFact.UpdateFrequency.QUARTERLY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import org.portfolioledger.state.RegisterState.DataStandard;

/**
 * The tables by which data is judged as long as an office has defined none. The seven entities are those of the government's
 * programme and project data standard (GovS 1002, version 1, on trial until 31 December 2026). Their attributes, formats and
 * frequencies are defaults of ours: an office that has the standard's own tables defines them.
 */
public final class DefaultDataStandard {

    public static final DataStandard TABLES = new DataStandard(
            1,
            "Default of Portfolio Ledger for the programme and project data standard on trial until 31 December 2026",
            List.of(
                    table(
                            DataEntity.PROJECT_FEATURES,
                            true,
                            required("Identifier", "id", TEXT, null),
                            required("Name", "name", TEXT, null),
                            required("Level", "level", TEXT, null),
                            required("Owners", "owners", TEXT, null),
                            optional("Tier", "tier", TEXT, null),
                            optional("Business case stage", "stage", TEXT, null),
                            required("Delivery confidence", "ratings.OVERALL", TEXT, QUARTERLY),
                            required("Start date", "start", DATE, null),
                            required("End date", "end", DATE, QUARTERLY)),
                    table(
                            DataEntity.RISK,
                            true,
                            required("Identifier", "id", TEXT, null),
                            required("Title", "title", TEXT, null),
                            optional("Cause", "cause", TEXT, null),
                            optional("Effect", "effect", TEXT, null),
                            required("Level", "level", TEXT, null),
                            required("Status", "status", TEXT, null),
                            required("Owner", "owner", TEXT, null),
                            required("Probability", "probability", WHOLE_NUMBER, QUARTERLY),
                            required("Impact", "impact", WHOLE_NUMBER, QUARTERLY),
                            optional("Proximity", "proximity", DATE, null),
                            required("Response", "response", TEXT, QUARTERLY)),
                    table(
                            DataEntity.ISSUE,
                            false,
                            required("Identifier", "id", TEXT, null),
                            required("Title", "title", TEXT, null),
                            required("Status", "status", TEXT, null),
                            required("Owner", "owner", TEXT, null),
                            required("Impact", "impact", WHOLE_NUMBER, QUARTERLY),
                            required("Response", "response", TEXT, QUARTERLY)),
                    table(
                            DataEntity.BENEFIT,
                            true,
                            required("Name", "name", TEXT, null),
                            required("Class", "class", TEXT, null),
                            required("Owner", "owner", TEXT, null),
                            required("Status", "status", TEXT, null),
                            optional("Financial year", "year", TEXT, null),
                            optional("Amount", "amount", NUMBER, QUARTERLY),
                            optional("Currency", "currency", TEXT, null),
                            optional("Price basis", "priceBasis", TEXT, null),
                            optional("Confidence", "confidence", TEXT, null)),
                    table(
                            DataEntity.MILESTONE,
                            true,
                            required("Identifier", "id", TEXT, null),
                            required("Name", "name", TEXT, null),
                            required("Kind", "kind", TEXT, null),
                            required("Status", "status", TEXT, null),
                            required("Baseline date", "baseline", DATE, null),
                            required("Forecast date", "forecast", DATE, MONTHLY),
                            optional("Actual date", "actual", DATE, null)),
                    table(
                            DataEntity.COST,
                            true,
                            required("Name", "name", TEXT, null),
                            optional("Kind", "kind", TEXT, null),
                            optional("Figure", "figure", TEXT, null),
                            optional("Financial year", "year", TEXT, null),
                            required("Amount", "amount", NUMBER, QUARTERLY),
                            required("Currency", "currency", TEXT, null),
                            required("Price basis", "priceBasis", TEXT, null),
                            required("Confidence", "confidence", TEXT, null)),
                    table(
                            DataEntity.PEOPLE,
                            true,
                            required("Role", "role", TEXT, null),
                            required("Holder", "holder", TEXT, null),
                            required("Kind of appointment", "kind", TEXT, null),
                            required("Appointed on", "appointedOn", DATE, null),
                            optional("Expected end", "expectedEnd", DATE, null),
                            optional("Time commitment", "timeCommitment", WHOLE_NUMBER, null))));

    private DefaultDataStandard() {}

    private static DataEntityTable table(DataEntity entity, boolean required, DataAttribute... attributes) {
        return new DataEntityTable(entity, required, List.of(attributes));
    }

    private static DataAttribute required(
            String name, String path, DataFormat format, @Nullable UpdateFrequency updated) {
        return new DataAttribute(name, true, path, format, List.of(), null, null, updated);
    }

    private static DataAttribute optional(
            String name, String path, DataFormat format, @Nullable UpdateFrequency updated) {
        return new DataAttribute(name, false, path, format, List.of(), null, null, updated);
    }
}

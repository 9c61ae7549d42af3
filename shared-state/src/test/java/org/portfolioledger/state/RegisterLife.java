package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;

/** One full life of a register: every fact of the family, and every field of its state. */
final class RegisterLife {

    private RegisterLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.REGISTER)
                .then(new RegisterFact.RegisterOpened("MPS", "Metropolitan Police Service", VAGUE))
                .then(new RegisterFact.RegisterWentLive("MPS", on("2018-04-01")), List.of("A_RULE"), List.of(1L))
                .then(new RegisterFact.DataStandardDefined(
                        "MPS",
                        1,
                        "Data standard",
                        List.of(new DataEntityTable(
                                DataEntity.MILESTONE,
                                true,
                                List.of(
                                        new DataAttribute(
                                                "Forecast",
                                                true,
                                                "forecast",
                                                DataFormat.DATE,
                                                List.of(),
                                                10,
                                                null,
                                                UpdateFrequency.MONTHLY),
                                        new DataAttribute(
                                                "Kind", false, "kind", null, List.of("END"), null, 90, null)))),
                        on("2018-05-01")));
    }
}

package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

/** One full life of the milestones of an initiative: every fact of the family, and every field of its state. */
final class MilestoneLife {

    private static final Provenance VAGUE_LATER =
            new Provenance(LocalDate.parse("2011-10-01"), DatePrecision.QUARTER, null, null, null, null);

    private MilestoneLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.MILESTONES)
                .then(new MilestoneFact.MilestonePlanned(
                        "PG-DRM",
                        "M-1",
                        "Live",
                        MilestoneKind.DELIVERY,
                        new StatedDate(LocalDate.parse("2011-07-14"), DatePrecision.MONTH),
                        attributes(),
                        VAGUE))
                .then(new MilestoneFact.MilestonePlanned("PG-DRM", "M-2", "Closed", null, null, attributes(), VAGUE))
                .then(new MilestoneFact.BaselineSet(
                        "PG-DRM",
                        1,
                        List.of(new BaselineDate("M-1", LocalDate.parse("2011-07-01"), DatePrecision.MONTH)),
                        null,
                        "BC-1",
                        null,
                        on("2011-06-20")))
                .then(new MilestoneFact.MilestoneForecastChanged(
                        "PG-DRM",
                        "M-1",
                        new StatedDate(LocalDate.parse("2011-09-30"), null),
                        ForecastCause.SUPPLIER,
                        "late",
                        on("2011-07-20")))
                .then(new MilestoneFact.BaselineSet(
                        "PG-DRM",
                        2,
                        List.of(new BaselineDate("M-1", LocalDate.parse("2011-09-30"), null)),
                        7L,
                        null,
                        "the supplier",
                        on("2011-08-01")))
                .then(new MilestoneFact.MilestoneDropped("PG-DRM", "M-2", "needless", on("2011-08-02")))
                .then(new MilestoneFact.MilestoneReinstated(
                        "PG-DRM",
                        "M-2",
                        new StatedDate(LocalDate.parse("2012-04-01"), DatePrecision.YEAR),
                        "needed",
                        on("2011-08-03")))
                .then(new MilestoneFact.MilestoneDropped("PG-DRM", "M-2", "sold", on("2011-09-02")))
                .then(new MilestoneFact.MilestoneAchieved("PG-DRM", "M-1", VAGUE_LATER));
    }
}

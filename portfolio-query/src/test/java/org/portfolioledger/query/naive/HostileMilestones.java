package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.StatedDate;

/** Makes facts about milestones. */
final class HostileMilestones extends HostileFamily {

    HostileMilestones(HostileFacts all) {
        super(all);
        makers.put(
                MilestonePlanned.class,
                id -> new MilestonePlanned(
                        id,
                        milestone(),
                        name(),
                        maybe(any(MilestoneKind.values())),
                        maybe(stated()),
                        attributes(),
                        on()));
        makers.put(
                MilestoneForecastChanged.class,
                id -> new MilestoneForecastChanged(
                        id, milestone(), stated(), maybe(any(ForecastCause.values())), maybe("late"), on()));
        makers.put(MilestoneAchieved.class, id -> new MilestoneAchieved(id, milestone(), on()));
        makers.put(MilestoneDropped.class, id -> new MilestoneDropped(id, milestone(), "needless", on()));
        makers.put(
                MilestoneReinstated.class,
                id -> new MilestoneReinstated(id, milestone(), maybe(stated()), "needed", on()));
        makers.put(
                BaselineSet.class,
                id -> new BaselineSet(
                        id,
                        1 + random.nextInt(3),
                        List.of(
                                BaselineDate.of("MS0", stated()),
                                BaselineDate.of("MS" + (1 + random.nextInt(2)), stated())),
                        random.nextInt(4) == 0 ? 3L : null,
                        maybe(near("business-case", id)),
                        maybe("because"),
                        on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return MilestoneFact.class;
    }

    @Override
    String kind() {
        return "milestones";
    }

    private String milestone() {
        return "MS" + random.nextInt(3);
    }

    private StatedDate stated() {
        return new StatedDate(day(), random.nextInt(3) == 0 ? any(DatePrecision.values()) : null);
    }
}

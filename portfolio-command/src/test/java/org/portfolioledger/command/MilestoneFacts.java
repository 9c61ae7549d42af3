package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.vocabulary.StatedDate;

/** What tests record of milestones. */
public final class MilestoneFacts {

    private MilestoneFacts() {}

    public static StatedDate date(String day) {
        return new StatedDate(day(day), null);
    }

    public static MilestonePlanned milestone(String initiative, String id, @Nullable String forecast, String day) {
        return new MilestonePlanned(
                initiative,
                id,
                "Milestone " + id,
                MilestoneKind.DELIVERY,
                forecast == null ? null : date(forecast),
                new TreeMap<>(),
                on(day));
    }

    public static MilestoneForecastChanged expected(String initiative, String id, String forecast, String day) {
        return new MilestoneForecastChanged(
                initiative, id, date(forecast), ForecastCause.SUPPLIER, "Late delivery", on(day));
    }

    public static MilestoneAchieved milestoneAchieved(String initiative, String id, String day) {
        return new MilestoneAchieved(initiative, id, on(day));
    }

    public static MilestoneDropped milestoneDropped(String initiative, String id, String day) {
        return new MilestoneDropped(initiative, id, "Not needed", on(day));
    }

    public static MilestoneReinstated reinstated(String initiative, String id, String day) {
        return new MilestoneReinstated(initiative, id, null, "Needed", on(day));
    }

    /** With the same date for some milestones. */
    public static BaselineSet baseline(
            String initiative, int number, String date, List<String> milestones, @Nullable Long decision, String day) {
        List<BaselineDate> dates = new ArrayList<>();
        for (String milestone : milestones) dates.add(BaselineDate.of(milestone, date(date)));
        return new BaselineSet(initiative, number, dates, decision, null, number == 1 ? null : "New plan", on(day));
    }
}

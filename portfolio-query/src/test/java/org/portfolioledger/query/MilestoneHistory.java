package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.StatedDate;

/** What tests record of milestones. */
public final class MilestoneHistory {

    private MilestoneHistory() {}

    public static StatedDate date(String day) {
        return new StatedDate(LocalDate.parse(day), null);
    }

    public static StatedDate within(String day, DatePrecision precision) {
        return new StatedDate(LocalDate.parse(day), precision);
    }

    public static GovernanceFact milestone(String initiative, String id, @Nullable StatedDate forecast, String day) {
        return new MilestonePlanned(
                initiative, id, "Milestone " + id, MilestoneKind.DELIVERY, forecast, new TreeMap<>(), on(day));
    }

    /** With which the initiative ends. */
    public static GovernanceFact ending(String initiative, String id, @Nullable StatedDate forecast, String day) {
        return new MilestonePlanned(
                initiative, id, "Milestone " + id, MilestoneKind.END, forecast, new TreeMap<>(), on(day));
    }

    public static GovernanceFact expected(String initiative, String id, StatedDate forecast, String day) {
        return new MilestoneForecastChanged(initiative, id, forecast, ForecastCause.SUPPLIER, "Late delivery", on(day));
    }

    public static GovernanceFact milestoneAchieved(String initiative, String id, String day) {
        return new MilestoneAchieved(initiative, id, on(day));
    }

    public static GovernanceFact milestoneDropped(String initiative, String id, String day) {
        return new MilestoneDropped(initiative, id, "Not needed", on(day));
    }

    /** With the same date for some milestones. */
    public static GovernanceFact baseline(
            String initiative, int number, StatedDate date, List<String> milestones, String day) {
        List<BaselineDate> dates = new ArrayList<>();
        for (String milestone : milestones) dates.add(BaselineDate.of(milestone, date));
        return new BaselineSet(initiative, number, dates, null, null, number == 1 ? null : "New plan", on(day));
    }
}

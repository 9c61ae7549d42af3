package org.portfolioledger.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.vocabulary.StatedDate;

/**
 * A milestone of an initiative.
 *
 * @param kind null: not stated
 * @param forecast when it is expected, or was; null: not stated
 * @param lastChange by which the forecast became what it is; null: it did not change
 * @param actual when it was achieved; null: it was not
 * @param dropped why it is not planned any more; null: it is
 */
@RecordBuilder
public record Milestone(
        String milestone,
        Grounded<String> name,
        @Nullable Grounded<MilestoneKind> kind,
        @Nullable Grounded<StatedDate> forecast,
        @Nullable Grounded<ForecastChange> lastChange,
        @Nullable Grounded<StatedDate> actual,
        Grounded<MilestoneStatus> status,
        @Nullable Grounded<String> dropped,
        Grounded<SortedMap<String, String>> attributes)
        implements MilestoneBuilder.With {

    /**
     * A change of a forecast.
     *
     * @param from the forecast before; null: none was stated
     * @param cause null only in migrated history
     * @param reason what happened; null only in migrated history
     */
    public record ForecastChange(
            @Nullable StatedDate from,
            @Nullable ForecastCause cause,
            @Nullable String reason) {}

    static Milestone planned(MilestonePlanned planned, Grounds grounds) {
        return new Milestone(
                planned.milestone(),
                grounds.ground(planned.name()),
                grounds.maybe(planned.kind()),
                grounds.maybe(planned.forecast()),
                null,
                null,
                grounds.ground(MilestoneStatus.PLANNED),
                null,
                grounds.ground(planned.attributes()));
    }

    Milestone forecastChanged(MilestoneForecastChanged changed, Grounds grounds) {
        StatedDate before = forecast == null ? null : forecast.value();
        return withForecast(grounds.ground(changed.forecast()))
                .withLastChange(grounds.ground(new ForecastChange(before, changed.cause(), changed.reason())));
    }

    Milestone achieved(MilestoneAchieved achieved, Grounds grounds) {
        return withStatus(grounds.ground(MilestoneStatus.ACHIEVED))
                .withActual(grounds.ground(new StatedDate(
                        achieved.provenance().effectiveOn(),
                        achieved.provenance().precision())));
    }

    Milestone dropped(MilestoneDropped gone, Grounds grounds) {
        return withStatus(grounds.ground(MilestoneStatus.DROPPED)).withDropped(grounds.ground(gone.reason()));
    }

    Milestone reinstated(MilestoneReinstated again, Grounds grounds) {
        return withStatus(grounds.ground(MilestoneStatus.PLANNED))
                .withDropped(null)
                .withForecast(again.forecast() == null ? forecast : grounds.ground(again.forecast()));
    }

    /** When it was achieved, or else when it is expected; null: nobody stated that, or it is not planned any more. */
    public @Nullable StatedDate expected() {
        Grounded<StatedDate> date = expectedOn();
        return date == null ? null : date.value();
    }

    /** The same on its grounds. */
    public @Nullable Grounded<StatedDate> expectedOn() {
        return switch (status.value()) {
            case ACHIEVED -> actual;
            case PLANNED -> forecast;
            case DROPPED -> null;
        };
    }

    /** The last day on which it is expected; null: none, for it was achieved or dropped, or nobody stated one. */
    public @Nullable LocalDate dueOn() {
        return forecast == null || status.value() != MilestoneStatus.PLANNED
                ? null
                : forecast.value().lastDay();
    }

    /** Whether the last day on which it was expected has passed, and it was not achieved. */
    public boolean isOverdue(LocalDate asOf) {
        LocalDate due = dueOn();
        return due != null && asOf.isAfter(due);
    }

    /**
     * What should not be overlooked on a day.
     *
     * @param slippage against the baseline with which it is compared; null: with none
     */
    public Set<Alert> alerts(@Nullable Slippage slippage, LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (isOverdue(asOf)) alerts.add(Alert.MILESTONE_OVERDUE);
        boolean planned = status.value() == MilestoneStatus.PLANNED;
        if (planned && slippage != null && slippage.isCertain()) alerts.add(Alert.MILESTONE_SLIPPED);
        return alerts;
    }

    List<Reference> references(String initiative) {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.INITIATIVE, initiative, name));
        if (forecast != null) references.add(Reference.to(Kinds.INITIATIVE, initiative, forecast));
        if (actual != null) references.add(Reference.to(Kinds.INITIATIVE, initiative, actual));
        return references;
    }
}

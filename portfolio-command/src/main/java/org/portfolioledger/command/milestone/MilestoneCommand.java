package org.portfolioledger.command.milestone;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.PositionOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

/** What can be put on record about the milestones of an initiative. */
public sealed interface MilestoneCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/initiatives/{initiative}/milestones",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "milestone",
                    PlanMilestone.class,
                    MilestonePlanned.class,
                    "Plan a milestone, with the date on which it is expected",
                    """
                        {"id": "HANDOVER", "name": "First homes handed over", "kind": "DELIVERY",
                         "forecast": {"date": "2027-06-01", "precision": "MONTH"}, "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/milestones/{milestone}/forecasts",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ChangeForecast.class,
                    MilestoneForecastChanged.class,
                    "Expect a milestone on another date, and say why",
                    """
                        {"forecast": {"date": "2027-09-30"}, "cause": "SUPPLIER", "reason": "Timber frames come three months late",
                         "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/milestones/{milestone}/achievements",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    AchieveMilestone.class,
                    MilestoneAchieved.class,
                    "Record on which day a milestone was achieved",
                    """
                        {"effectiveOn": "2026-09-14"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/milestones/{milestone}/cancellations",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    DropMilestone.class,
                    MilestoneDropped.class,
                    "Drop a milestone",
                    """
                        {"reason": "The second site was sold", "effectiveOn": "2026-10-01"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/milestones/{milestone}/reinstatements",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReinstateMilestone.class,
                    MilestoneReinstated.class,
                    "Plan a milestone again that was dropped",
                    """
                        {"forecast": {"date": "2028-03-01", "precision": "QUARTER"}, "reason": "The sale fell through",
                         "effectiveOn": "2026-11-01"}"""),
            new CommandRoute<>(
                    "/initiatives/{initiative}/baselines",
                    Set.of(PORTFOLIO_OFFICE),
                    Set.of(PORTFOLIO_OFFICE),
                    SetBaseline.class,
                    null,
                    List.of(BaselineSet.class),
                    "/initiatives/{initiative}/baselines/{baseline}",
                    List::getFirst,
                    "Set a baseline: the dates of milestones as they were approved",
                    """
                        {"dates": [{"milestone": "HANDOVER", "date": "2027-06-01", "precision": "MONTH"}], "reason": "As in the business case",
                         "effectiveOn": "2026-02-15"}"""));

    /**
     * Plans a milestone.
     *
     * @param milestone id, unique within the initiative
     * @param forecast when it is expected
     */
    record PlanMilestone(
            @IdOf("initiative") String initiative,
            String milestone,
            String name,
            @Nullable MilestoneKind kind,
            @Nullable StatedDate forecast,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MilestoneCommand {}

    /**
     * Expects it on another date.
     *
     * @param reason what happened
     */
    record ChangeForecast(
            @IdOf("initiative") String initiative,
            String milestone,
            StatedDate forecast,
            @Nullable ForecastCause cause,
            @Nullable String reason,
            Provenance provenance)
            implements MilestoneCommand {}

    /** Records that it was achieved: {@code effectiveOn} is the actual date. */
    record AchieveMilestone(@IdOf("initiative") String initiative, String milestone, Provenance provenance)
            implements MilestoneCommand {}

    /** Drops it. */
    record DropMilestone(@IdOf("initiative") String initiative, String milestone, String reason, Provenance provenance)
            implements MilestoneCommand {}

    /**
     * Plans it again.
     *
     * @param forecast when it is expected; as before where none is stated
     */
    record ReinstateMilestone(
            @IdOf("initiative") String initiative,
            String milestone,
            @Nullable StatedDate forecast,
            String reason,
            Provenance provenance)
            implements MilestoneCommand {}

    /**
     * Sets a baseline.
     *
     * @param baseline number, 1, 2, 3, …; null: the next
     * @param dates of milestones; none: the dates on which all of them are expected, or were achieved
     * @param decision position of the fact by which a board approved it; each baseline after the first names one
     * @param businessCase id of the business case with whose final approval it was approved
     * @param reason each baseline after the first states one
     */
    record SetBaseline(
            @IdOf("initiative") String initiative,
            @Nullable Integer baseline,
            List<BaselineDate> dates,

            @PositionOf("a board's decision on a re-baseline") @Nullable
            Long decision,

            @IdOf("business-case") @Nullable String businessCase,
            @Nullable String reason,
            Provenance provenance)
            implements MilestoneCommand {}
}

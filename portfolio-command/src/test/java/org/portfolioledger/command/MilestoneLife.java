package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;

/** A life of the family {@link MilestoneFact}. */
final class MilestoneLife implements Life<MilestonesState> {

    /** Position of the decision after what an office has. */
    private static final Long REBASELINED = 8L;

    @Override
    public Kind<?, MilestonesState> kind() {
        return Kinds.MILESTONES;
    }

    @Override
    public String id() {
        return "PG";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(Shape.with(
                        BoardFacts.boardDecided("B0", "D-0", "REBASELINE", "2020-01-03"), "initiative", "PG"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String id = "M" + sent.which() % 3;
        return switch (sent.kind() % 9) {
            case 0, 1 -> MilestoneFacts.milestone("PG", id, "2021-01-01", day);
            case 2 -> MilestoneFacts.expected("PG", id, "2021-02-0" + (1 + sent.other() % 9), day);
            case 3 -> MilestoneFacts.milestoneAchieved("PG", id, day);
            case 4 -> MilestoneFacts.milestoneDropped("PG", id, day);
            case 5 -> MilestoneFacts.reinstated("PG", id, day);
            default ->
                MilestoneFacts.baseline(
                        "PG",
                        1 + sent.other() % 3,
                        "2021-03-01",
                        List.of(id),
                        sent.kind() % 2 == 0 ? null : REBASELINED,
                        day);
        };
    }

    /**
     * A milestone is achieved or dropped and baselines follow each other: of each milestone and of the numbers of
     * baselines.
     */
    @Override
    public void keepsLaw(Given given) {
        Map<String, MilestoneStatus> status = new HashMap<>();
        int[] last = {0};
        told(given, Kinds.MILESTONES, "PG").forEach(fact -> {
            switch (fact) {
                case MilestonePlanned planned ->
                    assertThat(status.put(planned.milestone(), MilestoneStatus.PLANNED))
                            .isNull();
                case MilestoneForecastChanged changed ->
                    assertThat(status.get(changed.milestone())).isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneAchieved achieved ->
                    assertThat(status.put(achieved.milestone(), MilestoneStatus.ACHIEVED))
                            .isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneDropped gone ->
                    assertThat(status.put(gone.milestone(), MilestoneStatus.DROPPED))
                            .isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneReinstated again ->
                    assertThat(status.put(again.milestone(), MilestoneStatus.PLANNED))
                            .isEqualTo(MilestoneStatus.DROPPED);
                case BaselineSet set -> {
                    assertThat(set.baseline()).isEqualTo(++last[0]);
                    assertThat(set.decision() != null || set.baseline() == 1).isTrue();
                    set.dates()
                            .forEach(date -> assertThat(status.get(date.milestone()))
                                    .isIn(MilestoneStatus.PLANNED, MilestoneStatus.ACHIEVED));
                }
                default -> {}
            }
        });
    }

    @Override
    public Set<String> colliding() {
        return Set.of("MILESTONE_ACHIEVED_ALREADY", "MILESTONE_NOT_DROPPED", "MILESTONE_NOT_PLANNED_ANY_MORE");
    }
}

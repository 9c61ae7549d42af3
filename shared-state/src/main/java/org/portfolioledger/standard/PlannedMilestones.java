package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.MilestonesState.Baseline;

/** Milestones that were not dropped; one that was achieved is not kept any more. */
final class PlannedMilestones {

    static final DataSource<Planned> SOURCE = new DataSource<>(
            DataEntity.MILESTONE,
            of -> parts(of.milestones()),
            List.of(
                    DataPath.text(
                            "id",
                            "its id",
                            of -> of.milestone().name().as(of.milestone().milestone())),
                    DataPath.text("name", "its name", of -> of.milestone().name()),
                    DataPath.text("kind", "what it is", of -> of.milestone().kind()),
                    DataPath.text(
                            "status",
                            "how far it has come",
                            of -> of.milestone().status()),
                    DataPath.of(
                            "baseline",
                            DataFormat.DATE,
                            "its date in the baseline in force",
                            of -> of.in(of.all().lastBaseline())),
                    DataPath.of(
                            "firstBaseline",
                            DataFormat.DATE,
                            "its date in the first baseline",
                            of -> of.in(
                                    of.all().baselines().isEmpty()
                                            ? null
                                            : of.all().baselines().firstKey())),
                    DataPath.of(
                            "forecast",
                            DataFormat.DATE,
                            "when it is expected",
                            of -> of.milestone().forecast()),
                    DataPath.of(
                            "actual",
                            DataFormat.DATE,
                            "when it was achieved",
                            of -> of.milestone().actual()),
                    DataPath.keyed(
                            "attributes",
                            "a further attribute, by name",
                            (of, name) -> part(of.milestone().attributes(), attributes -> attributes.get(name)))));

    private PlannedMilestones() {}

    /** A milestone, with all that are planned with it. */
    record Planned(Milestone milestone, MilestonesState all) {

        private @Nullable Grounded<?> in(@Nullable Integer baseline) {
            Grounded<Baseline> set = baseline == null ? null : all.baselines().get(baseline);
            return part(set, it -> it.dates().get(milestone.milestone()));
        }
    }

    private static List<Part<Planned>> parts(@Nullable MilestonesState all) {
        if (all == null) return List.of();
        return all.milestones().values().stream()
                .filter(milestone -> milestone.status().value() != MilestoneStatus.DROPPED)
                .map(milestone -> new Part<>(
                        milestone.milestone(),
                        new Planned(milestone, all),
                        milestone.status().value() == MilestoneStatus.ACHIEVED))
                .toList();
    }
}

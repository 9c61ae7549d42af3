package org.portfolioledger.query.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.milestone.MilestoneView;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.Viewpoint;

/** The milestones of an initiative that a board looks at: those that are expected first, so that the overdue come before all. */
final class NextMilestones {

    static final int MOST = 3;

    private NextMilestones() {}

    static List<PartView<MilestoneView>> of(@Nullable MilestonesState milestones, Viewpoint seen) {
        if (milestones == null) return List.of();
        return MilestoneView.of(milestones, seen).stream()
                .filter(part -> part.value().dueOn() != null)
                .sorted(Comparator.comparing((PartView<MilestoneView> part) ->
                                Objects.requireNonNull(part.value().dueOn()))
                        .thenComparing(PartView::id))
                .limit(MOST)
                .toList();
    }
}

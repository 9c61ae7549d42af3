package org.portfolioledger.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemState;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

/**
 * Something in a plan, and how far it has come.
 *
 * @param partOf item of the same plan to which it belongs; null: none
 * @param owner who is responsible for it; null: not stated
 * @param dueOn last day for it; null: the last day of the plan
 * @param achievement its achievement; null: not achieved
 * @param dropped why it is not in the plan any more
 */
@RecordBuilder
public record PlanItem(
        String item,
        Grounded<PlanItemKind> kind,
        Grounded<String> text,
        @Nullable Grounded<String> partOf,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<LocalDate> dueOn,
        Grounded<PlanItemState> state,
        @Nullable Grounded<String> progress,
        @Nullable Grounded<Achievement> achievement,
        @Nullable Grounded<String> dropped)
        implements PlanItemBuilder.With {

    /** That it was achieved, and what shows it. */
    public record Achievement(List<Citation> evidence) {}

    static PlanItem added(PlanItemAdded added, Grounds grounds) {
        return new PlanItem(
                added.item(),
                grounds.ground(added.kind()),
                grounds.ground(added.text()),
                grounds.maybe(added.partOf()),
                grounds.maybe(added.owner()),
                grounds.maybe(added.dueOn()),
                grounds.ground(PlanItemState.OPEN),
                null,
                null,
                null);
    }

    PlanItem assigned(PlanItemAssigned assigned, Grounds grounds) {
        return withOwner(grounds.ground(assigned.owner()))
                .withDueOn(assigned.dueOn() == null ? dueOn : grounds.ground(assigned.dueOn()));
    }

    PlanItem progressed(PlanItemProgressed progressed, Grounds grounds) {
        return withState(grounds.ground(PlanItemState.IN_PROGRESS)).withProgress(grounds.ground(progressed.progress()));
    }

    PlanItem achieved(PlanItemAchieved achieved, Grounds grounds) {
        return withState(grounds.ground(PlanItemState.ACHIEVED))
                .withAchievement(grounds.ground(new Achievement(achieved.evidence())));
    }

    PlanItem dropped(PlanItemDropped gone, Grounds grounds) {
        return withState(grounds.ground(PlanItemState.DROPPED)).withDropped(grounds.ground(gone.reason()));
    }

    /**
     * Whether its last day has passed.
     *
     * @param lastDay of the plan; null: not known
     */
    public boolean isOverdue(LocalDate asOf, @Nullable LocalDate lastDay) {
        LocalDate due = dueOn == null ? lastDay : dueOn.value();
        return !state.value().hasEnded() && due != null && asOf.isAfter(due);
    }

    List<Reference> references() {
        return achievement == null
                ? List.of()
                : Reference.toCited(achievement.value().evidence(), achievement);
    }
}

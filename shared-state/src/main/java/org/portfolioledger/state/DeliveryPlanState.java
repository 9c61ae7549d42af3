package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.vocabulary.Holder;

/**
 * A plan of some days.
 *
 * @param days number of days that it takes, including its first day; null: not stated
 * @param initiative whose plan it is; null: of none
 * @param review from which it came; null: from none
 * @param period in which it is carried out; null: it did not start
 * @param items by id
 * @param closure how it ended; null: it has not ended
 */
@RecordBuilder
public record DeliveryPlanState(
        @JsonProperty("id") String deliveryPlan,
        String register,
        Grounded<String> name,
        @Nullable Grounded<Integer> days,
        @Nullable Grounded<String> initiative,
        @Nullable Grounded<String> review,
        @Nullable Grounded<Holder> owner,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<PlanPeriod> period,
        SortedMap<String, PlanItem> items,
        @Nullable Grounded<String> closure)
        implements DeliveryPlanStateBuilder.With, Alerting, Closable, Referring {

    /**
     * In which days a plan is carried out.
     *
     * @param lastDay null: how many days it takes is not stated
     */
    public record PlanPeriod(LocalDate firstDay, @Nullable LocalDate lastDay) {}

    static DeliveryPlanState opened(DeliveryPlanOpened opened, Grounds grounds) {
        return new DeliveryPlanState(
                opened.deliveryPlan(),
                opened.register(),
                grounds.ground(opened.name()),
                grounds.maybe(opened.days()),
                grounds.maybe(opened.initiative()),
                grounds.maybe(opened.review()),
                grounds.maybe(opened.owner()),
                grounds.ground(opened.attributes()),
                null,
                new TreeMap<>(),
                null);
    }

    DeliveryPlanState evolve(DeliveryPlanFact fact, Grounds grounds) {
        return switch (fact) {
            case DeliveryPlanOpened again ->
                opened(again, grounds).withPeriod(period).withItems(items).withClosure(closure);
            case DeliveryPlanStarted started ->
                withPeriod(grounds.ground(period(started.provenance().effectiveOn())));
            case PlanItemAdded added -> put(PlanItem.added(added, grounds));
            case PlanItemAssigned assigned -> change(assigned.item(), it -> it.assigned(assigned, grounds));
            case PlanItemProgressed progressed -> change(progressed.item(), it -> it.progressed(progressed, grounds));
            case PlanItemAchieved achieved -> change(achieved.item(), it -> it.achieved(achieved, grounds));
            case PlanItemDropped gone -> change(gone.item(), it -> it.dropped(gone, grounds));
            case DeliveryPlanClosed closed -> withClosure(grounds.ground(closed.outcome()));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (initiative != null) references.add(Reference.to(Kinds.INITIATIVE, initiative.value(), initiative));
        if (review != null) references.add(Reference.toFormer(Kinds.REVIEW, review.value(), review));
        for (PlanItem item : items.values()) references.addAll(item.references());
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        LocalDate last = lastDay();
        if (isOpen() && last != null && asOf.isAfter(last)) alerts.add(Alert.PLAN_OVERDUE);
        if (items.values().stream().anyMatch(item -> isOverdue(item, asOf))) alerts.add(Alert.PLAN_ITEM_OVERDUE);
        return alerts;
    }

    /** Whether the last day of something in the plan has passed; where the plan ended, nothing is late any more. */
    public boolean isOverdue(PlanItem item, LocalDate asOf) {
        return isOpen() && item.isOverdue(asOf, lastDay());
    }

    private @Nullable LocalDate lastDay() {
        return period == null ? null : period.value().lastDay();
    }

    private PlanPeriod period(LocalDate firstDay) {
        return new PlanPeriod(firstDay, days == null ? null : firstDay.plusDays(days.value() - 1L));
    }

    private DeliveryPlanState put(PlanItem item) {
        return withItems(Copies.with(items, item.item(), item));
    }

    /** What was never added, as far as is known, does not change. */
    private DeliveryPlanState change(String id, UnaryOperator<PlanItem> change) {
        PlanItem added = items.get(id);
        return added == null ? this : put(change.apply(added));
    }
}

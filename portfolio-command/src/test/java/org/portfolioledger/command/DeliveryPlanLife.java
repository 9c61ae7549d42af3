package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashSet;
import java.util.Set;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link DeliveryPlanFact}. */
final class DeliveryPlanLife implements Life<DeliveryPlanState> {

    @Override
    public Kind<?, DeliveryPlanState> kind() {
        return Kinds.DELIVERY_PLAN;
    }

    @Override
    public String id() {
        return "PLAN";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        DeliveryPlanFacts.plan("PLAN", "PG", "2020-01-01"),
                        DeliveryPlanFacts.itemAdded("PLAN", "I0", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String item = "I" + sent.which() % 2;
        return switch (sent.kind() % 9) {
            case 0 -> DeliveryPlanFacts.itemAdded("PLAN", item, day);
            case 1 -> DeliveryPlanFacts.itemAssigned("PLAN", item, "p0", day);
            case 2 -> DeliveryPlanFacts.itemProgressed("PLAN", item, day);
            case 3, 4 -> DeliveryPlanFacts.itemAchieved("PLAN", item, day);
            case 5 -> DeliveryPlanFacts.itemDropped("PLAN", item, day);
            case 6 -> DeliveryPlanFacts.started("PLAN", day);
            case 7 -> DeliveryPlanFacts.planClosed("PLAN", day);
            default -> DeliveryPlanFacts.plan("PLAN", "PG", day);
        };
    }

    /** Nothing is left in a closed plan. */
    @Override
    public void keepsLaw(Given given) {
        Set<String> open = new HashSet<>();
        told(given, Kinds.DELIVERY_PLAN, "PLAN").forEach(fact -> {
            switch (fact) {
                case PlanItemAdded added -> open.add(added.item());
                case PlanItemAchieved achieved ->
                    assertThat(open.remove(achieved.item())).isTrue();
                case PlanItemDropped dropped ->
                    assertThat(open.remove(dropped.item())).isTrue();
                case PlanItemProgressed progressed -> assertThat(open).contains(progressed.item());
                case DeliveryPlanClosed _ -> assertThat(open).isEmpty();
                default -> {}
            }
        });
        staysClosed(given, Kinds.DELIVERY_PLAN, "PLAN", DeliveryPlanClosed.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("PLAN_CLOSED_ALREADY", "PLAN_ITEMS_LEFT", "PLAN_ITEM_ENDED");
    }
}

package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemState;
import org.portfolioledger.vocabulary.Citation;

class DeliveryPlanStateTest {

    private static final LocalDate LAST = LocalDate.parse("2011-07-10");
    private static final LocalDate SOONER = LocalDate.parse("2011-07-05");

    private final Story<DeliveryPlanFact, DeliveryPlanState> opened = plan(10);

    @Test
    void its_days_are_counted_from_the_first_one_on() {
        assertThat(opened.state("2011-06-01").period()).isNull();
        assertThat(opened.state("2011-06-01").alerts(LAST.plusYears(1))).isEmpty();
        var started = opened.then(new DeliveryPlanStarted("PLAN", on("2011-07-01")));
        assertThat(started.state("2011-07-01").alerts(LAST)).isEmpty();
        assertThat(started.state("2011-07-01").alerts(LAST.plusDays(1))).containsExactly(Alert.PLAN_OVERDUE);
        var endless = plan(null).then(new DeliveryPlanStarted("PLAN", on("2011-07-01")));
        assertThat(endless.state("2011-07-01").alerts(LAST.plusYears(1))).isEmpty();
        var closed = started.then(new DeliveryPlanClosed("PLAN", "in use", on("2011-07-20")));
        assertThat(closed.state("2011-07-20").alerts(LAST.plusYears(1))).isEmpty();
    }

    @Test
    void what_is_in_it_is_late_after_its_own_last_day_or_that_of_the_plan() {
        var filled = opened.then(new DeliveryPlanStarted("PLAN", on("2011-07-01")))
                .then(added("OWN", SOONER))
                .then(added("PLANS", null));
        DeliveryPlanState state = filled.state("2011-07-01");
        assertThat(late(state, SOONER)).isEmpty();
        assertThat(late(state, SOONER.plusDays(1))).containsExactly("OWN");
        assertThat(state.alerts(SOONER.plusDays(1))).containsExactly(Alert.PLAN_ITEM_OVERDUE);
        assertThat(late(state, LAST)).containsExactly("OWN");
        assertThat(late(state, LAST.plusDays(1))).containsExactly("OWN", "PLANS");
        var achieved =
                filled.then(new PlanItemAchieved("PLAN", "OWN", List.of(new Citation("DOC", null)), on("2011-07-02")));
        assertThat(late(achieved.state("2011-07-02"), LAST)).isEmpty();
        var dropped = achieved.then(new PlanItemDropped("PLAN", "PLANS", "needless", on("2011-07-02")));
        assertThat(late(dropped.state("2011-07-02"), LAST.plusYears(1))).isEmpty();
    }

    @Test
    void each_thing_goes_its_own_way() {
        var filled = opened.then(added("A", null)).then(added("B", null));
        var going = filled.then(new PlanItemProgressed("PLAN", "A", "half", on("2011-07-02")))
                .then(new PlanItemProgressed("PLAN", "NOWHERE", "half", on("2011-07-02")));
        DeliveryPlanState state = going.state("2011-07-02");
        assertThat(state.items().values())
                .extracting(PlanItem::item, item -> item.state().value())
                .containsExactly(tuple("A", PlanItemState.IN_PROGRESS), tuple("B", PlanItemState.OPEN));
    }

    @Test
    void it_refers_to_its_initiative_to_the_review_and_to_what_shows_that_something_was_achieved() {
        var achieved = opened.then(added("A", null))
                .then(new PlanItemAchieved("PLAN", "A", List.of(new Citation("DOC", null)), on("2011-07-02")));
        assertThat(achieved.state("2011-07-02").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("initiative-PG", LocalDate.parse("2011-06-01")),
                        tuple("review-RV", null),
                        tuple("document-DOC", null));
    }

    private static List<String> late(DeliveryPlanState state, LocalDate asOf) {
        return state.items().values().stream()
                .filter(item -> state.isOverdue(item, asOf))
                .map(PlanItem::item)
                .toList();
    }

    private static PlanItemAdded added(String item, @Nullable LocalDate dueOn) {
        return new PlanItemAdded("PLAN", item, PlanItemKind.ACTION, "Do it", null, null, dueOn, on("2011-07-01"));
    }

    private static Story<DeliveryPlanFact, DeliveryPlanState> plan(@Nullable Integer days) {
        return Story.<DeliveryPlanFact, DeliveryPlanState>of(Kinds.DELIVERY_PLAN)
                .then(new DeliveryPlanOpened(
                        "PLAN", "MPS", "Ten Day Plan", days, "PG", "RV", null, new TreeMap<>(), on("2011-06-01")));
    }
}

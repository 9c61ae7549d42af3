package org.portfolioledger.command.plan;

import static org.portfolioledger.command.DeliveryPlanFacts.itemAchieved;
import static org.portfolioledger.command.DeliveryPlanFacts.itemAdded;
import static org.portfolioledger.command.DeliveryPlanFacts.itemAssigned;
import static org.portfolioledger.command.DeliveryPlanFacts.itemDropped;
import static org.portfolioledger.command.DeliveryPlanFacts.itemProgressed;
import static org.portfolioledger.command.DeliveryPlanFacts.plan;
import static org.portfolioledger.command.DeliveryPlanFacts.planClosed;
import static org.portfolioledger.command.DeliveryPlanFacts.started;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

class DeliveryPlanTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a")
            .facts(initiative("PG", "2020-01-01"), review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"));

    @Test
    void a_plan_is_put_on_record_once() {
        var opened = plan("PLAN", "PG", BEGIN);
        given.when(opened).records(opened).reads("initiative-PG");
        given.facts(opened).when(opened).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_is_of_an_open_initiative_or_came_from_a_review() {
        given.when(with(plan("PLAN", null, BEGIN), "review", "RV")).isRecorded();
        given.when(plan("PLAN", null, BEGIN)).refuses(DeliveryPlanRule.PLAN_OF_NOTHING);
        given.whenMigrating(plan("PLAN", null, BEGIN)).unmet(DeliveryPlanRule.PLAN_OF_NOTHING);
        given.when(with(plan("PLAN", null, BEGIN), "review", "RV-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/review");
        given.when(plan("PLAN", "PG-9", BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
        given.when(with(plan("PLAN", "PG", BEGIN), "owner", new Holder(null, null)))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/owner");
        given.facts(closed("PG", "2020-03-01"));
        given.when(plan("PLAN", "PG", "2020-02-29")).isRecorded();
        given.when(plan("PLAN", "PG", "2020-03-01")).refuses(ReferenceRule.INITIATIVE_CLOSED);
    }

    @Test
    void it_takes_at_least_one_day_and_starts_once() {
        given.when(with(plan("PLAN", "PG", BEGIN), "days", 1)).isRecorded();
        given.whenMigrating(with(plan("PLAN", "PG", BEGIN), "days", 0))
                .refuses(DeliveryPlanRule.IMPOSSIBLE_PLAN_LENGTH)
                .at("/days");
        given.facts(plan("PLAN", "PG", BEGIN), started("PLAN", "2020-03-01"));
        for (String day : List.of("2020-02-15", "2020-03-02", "2040-01-01"))
            given.when(started("PLAN", day)).refuses(DeliveryPlanRule.PLAN_STARTED_ALREADY);
    }

    @Test
    void what_is_in_it_has_an_id_of_its_own() {
        given.facts(plan("PLAN", "PG", BEGIN), itemAdded("PLAN", "IT", BEGIN));
        given.when(itemAdded("PLAN", "it", "2020-03-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(4L);
        given.when(itemAdded("PLAN", "IT-2", "2020-03-01")).isRecorded();
        given.when(itemProgressed("PLAN", "IT-9", "2020-03-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(itemProgressed("PLAN", "it", "2020-03-01")).records(itemProgressed("PLAN", "IT", "2020-03-01"));
    }

    @Test
    void it_is_part_of_something_else_in_the_plan_or_of_nothing() {
        given.facts(plan("PLAN", "PG", BEGIN), itemAdded("PLAN", "IT", BEGIN));
        given.when(with(itemAdded("PLAN", "IT-2", BEGIN), "partOf", "it"))
                .records(with(itemAdded("PLAN", "IT-2", BEGIN), "partOf", "IT"));
        given.when(with(itemAdded("PLAN", "IT-2", BEGIN), "partOf", "IT-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/partOf");
        given.when(with(itemAdded("PLAN", "IT-2", BEGIN), "partOf", "it-2"))
                .refuses(DeliveryPlanRule.PART_OF_ITSELF)
                .at("/partOf");
    }

    @Test
    void nothing_happens_to_it_before_it_is_added_or_after_it_ended() {
        given.facts(plan("PLAN", "PG", "2020-01-01"), itemAdded("PLAN", "IT", BEGIN));
        given.when(itemProgressed("PLAN", "IT", BEGIN)).isRecorded();
        given.when(itemProgressed("PLAN", "IT", "2020-01-31"))
                .refuses(DeliveryPlanRule.PLAN_ITEM_NOT_ADDED_YET)
                .against(4L);
        for (var end : List.of(itemAchieved("PLAN", "IT", "2020-06-01"), itemDropped("PLAN", "IT", "2020-06-01"))) {
            Given ended = Given.persons("p-a")
                    .facts(
                            initiative("PG", "2020-01-01"),
                            plan("PLAN", "PG", "2020-01-01"),
                            itemAdded("PLAN", "IT", BEGIN),
                            itemAdded("PLAN", "IT-2", BEGIN),
                            end);
            ended.when(itemProgressed("PLAN", "IT", "2020-05-31")).isRecorded();
            for (String day : List.of("2020-06-01", "2040-01-01")) {
                ended.when(itemProgressed("PLAN", "IT", day))
                        .refuses(DeliveryPlanRule.PLAN_ITEM_ENDED)
                        .against(5L);
                ended.when(itemAssigned("PLAN", "IT", "p-a", day)).refuses(DeliveryPlanRule.PLAN_ITEM_ENDED);
                ended.when(itemProgressed("PLAN", "IT-2", day)).isRecorded();
            }
        }
    }

    @Test
    void what_happened_to_it_keeps_it_in_the_plan() {
        given.facts(plan("PLAN", "PG", BEGIN), itemAdded("PLAN", "IT", BEGIN), itemProgressed("PLAN", "IT", BEGIN));
        given.whenStruck(4).refuses(DeliveryPlanRule.PLAN_ITEM_NOT_ADDED_YET).against(5L);
        given.whenReplaced(4, itemAdded("PLAN", "IT-2", BEGIN)).refuses(DeliveryPlanRule.PLAN_ITEM_NOT_ADDED_YET);
    }

    @Test
    void it_is_achieved_with_evidence() {
        given.facts(plan("PLAN", "PG", BEGIN), itemAdded("PLAN", "IT", BEGIN), document("DOC", 1, BEGIN));
        var achieved = itemAchieved("PLAN", "IT", "2020-03-01");
        given.when(with(achieved, "evidence", List.of(new Citation("DOC", null))))
                .isRecorded();
        given.when(with(achieved, "evidence", List.of()))
                .refuses(DeliveryPlanRule.ACHIEVED_WITHOUT_EVIDENCE)
                .at("/evidence");
        given.whenMigrating(with(achieved, "evidence", List.of())).unmet(DeliveryPlanRule.ACHIEVED_WITHOUT_EVIDENCE);
        given.when(with(achieved, "evidence", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/evidence/0/document");
        given.when(itemAssigned("PLAN", "IT", "p-nobody", "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
    }

    @Test
    void it_is_closed_after_everything_in_it_was_achieved_or_dropped() {
        given.facts(plan("PLAN", "PG", BEGIN), itemAdded("PLAN", "IT", BEGIN), itemAdded("PLAN", "IT-2", BEGIN));
        given.facts(itemAchieved("PLAN", "IT", "2020-03-01"));
        given.when(planClosed("PLAN", "2020-04-01"))
                .refuses(DeliveryPlanRule.PLAN_ITEMS_LEFT)
                .against(5L)
                .entry("IT-2");
        given.whenMigrating(planClosed("PLAN", "2020-04-01")).unmet(DeliveryPlanRule.PLAN_ITEMS_LEFT);
        given.facts(itemDropped("PLAN", "IT-2", "2020-04-01"));
        given.when(planClosed("PLAN", "2020-04-01")).isRecorded();
        given.when(planClosed("PLAN", "2020-03-31"))
                .refusesAll(DeliveryPlanRule.PLAN_CLOSED_ALREADY, DeliveryPlanRule.PLAN_ITEMS_LEFT);
        given.facts(planClosed("PLAN", "2020-04-01"));
        for (String day : List.of("2020-04-01", "2040-01-01")) {
            given.when(itemAdded("PLAN", "IT-3", day))
                    .refusesAll(DeliveryPlanRule.PLAN_CLOSED_ALREADY, DeliveryPlanRule.PLAN_ITEMS_LEFT);
            given.when(started("PLAN", day))
                    .refuses(DeliveryPlanRule.PLAN_CLOSED_ALREADY)
                    .against(8L);
        }
        given.when(planClosed("PLAN", "2020-05-01")).refuses(DeliveryPlanRule.PLAN_CLOSED_ALREADY);
        given.when(itemAdded("PLAN", "IT-3", "2020-03-31")).refuses(DeliveryPlanRule.PLAN_ITEMS_LEFT);
    }

    @Test
    void it_is_closed_no_earlier_than_it_is_put_on_record() {
        given.facts(plan("PLAN", "PG", BEGIN));
        given.when(planClosed("PLAN", BEGIN)).isRecorded();
        given.when(planClosed("PLAN", "2020-01-31"))
                .refuses(DeliveryPlanRule.PLAN_CLOSED_BEFORE_IT_BEGAN)
                .against(3L);
    }
}

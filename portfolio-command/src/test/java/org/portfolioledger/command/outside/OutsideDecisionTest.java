package org.portfolioledger.command.outside;

import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.OutsideDecisionFacts.outsideDecision;
import static org.portfolioledger.command.OutsideDecisionFacts.outsideProgress;
import static org.portfolioledger.command.OutsideDecisionFacts.superseded;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

class OutsideDecisionTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a")
            .facts(initiative("PG", "2020-01-01"), portfolio("PF", "2020-01-01"), document("DOC", 1, "2020-01-01"));

    @Test
    void a_decision_is_put_on_record_once() {
        var recorded = outsideDecision("OD", OutsideOutcome.SUBMITTED, BEGIN);
        given.when(recorded).records(recorded);
        given.facts(recorded).when(recorded).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_names_what_is_on_record() {
        var recorded = outsideDecision("OD", OutsideOutcome.SUBMITTED, BEGIN);
        given.when(with(with(recorded, "initiatives", List.of("PG")), "portfolio", "PF"))
                .isRecorded();
        given.when(with(recorded, "initiatives", List.of("PG", "PG-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiatives/1");
        given.when(with(recorded, "portfolio", "PF-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/portfolio");
        given.when(with(recorded, "decider", new Holder("p-nobody", null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/decider/person");
        given.when(with(recorded, "decider", new Holder("p-a", "Commissioner"))).isRecorded();
    }

    @Test
    void what_is_taken_or_announced_cites_evidence() {
        for (OutsideOutcome outcome : List.of(OutsideOutcome.TAKEN, OutsideOutcome.ANNOUNCED)) {
            var recorded = outsideDecision("OD", outcome, BEGIN);
            given.when(with(recorded, "evidence", List.of(new Citation("DOC", null))))
                    .isRecorded();
            given.when(with(recorded, "evidence", List.of()))
                    .refuses(OutsideDecisionRule.OUTSIDE_DECISION_WITHOUT_EVIDENCE)
                    .at("/evidence");
            given.whenMigrating(with(recorded, "evidence", List.of()))
                    .unmet(OutsideDecisionRule.OUTSIDE_DECISION_WITHOUT_EVIDENCE);
        }
        given.facts(outsideDecision("OD", OutsideOutcome.NOT_YET_SUBMITTED, BEGIN));
        given.when(outsideProgress("OD", OutsideOutcome.SUBMITTED, "2020-03-01"))
                .isRecorded();
        given.when(with(outsideProgress("OD", OutsideOutcome.TAKEN, "2020-03-01"), "evidence", List.of()))
                .refuses(OutsideDecisionRule.OUTSIDE_DECISION_WITHOUT_EVIDENCE);
        given.when(with(
                        outsideProgress("OD", OutsideOutcome.TAKEN, "2020-03-01"),
                        "evidence",
                        List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/evidence/0/document");
    }

    @Test
    void what_was_taken_is_not_submitted_again() {
        given.facts(
                outsideDecision("OD", OutsideOutcome.SUBMITTED, BEGIN),
                outsideProgress("OD", OutsideOutcome.TAKEN, "2020-06-01"));
        given.when(outsideProgress("OD", OutsideOutcome.ANNOUNCED, "2020-06-01"))
                .isRecorded();
        given.when(outsideProgress("OD", OutsideOutcome.SUBMITTED, "2020-05-31"))
                .isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(outsideProgress("OD", OutsideOutcome.SUBMITTED, day))
                    .refuses(OutsideDecisionRule.OUTSIDE_DECISION_GOES_BACK)
                    .against(5L);
        given.when(outsideProgress("OD", OutsideOutcome.TAKEN, "2020-01-31"))
                .refuses(OutsideDecisionRule.OUTSIDE_DECISION_GOES_BACK);
    }

    @Test
    void only_what_was_taken_is_superseded_by_one_other_decision() {
        given.facts(
                outsideDecision("OD", OutsideOutcome.SUBMITTED, BEGIN),
                outsideProgress("OD", OutsideOutcome.TAKEN, "2020-06-01"),
                outsideDecision("OD-2", OutsideOutcome.TAKEN, BEGIN));
        given.when(superseded("OD", null, "2020-06-01")).isRecorded();
        given.when(superseded("OD", null, "2020-05-31"))
                .refusesAll(
                        OutsideDecisionRule.OUTSIDE_DECISION_NOT_TAKEN,
                        OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDED_ALREADY);
        given.facts(outsideDecision("OD-3", OutsideOutcome.SUBMITTED, BEGIN));
        given.when(superseded("OD-3", null, "2040-06-01"))
                .refuses(OutsideDecisionRule.OUTSIDE_DECISION_NOT_TAKEN)
                .at("/effectiveOn");
        given.when(superseded("OD", "OD-2", "2040-06-01")).isRecorded();
        given.when(superseded("OD", "OD-9", "2020-06-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/by");
        given.when(superseded("OD", "OD", "2020-06-01"))
                .refuses(OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDES_ITSELF)
                .at("/by");
        given.when(with(superseded("OD", "OD-2", "2020-06-01"), "description", "Another"))
                .refuses(OutsideDecisionRule.SUPERSEDED_BY_ONE_DECISION)
                .at("/by");
        given.when(with(superseded("OD", null, "2020-06-01"), "description", null))
                .refuses(OutsideDecisionRule.SUPERSEDED_BY_ONE_DECISION);
    }

    @Test
    void nothing_comes_after_it_is_superseded() {
        given.facts(outsideDecision("OD", OutsideOutcome.TAKEN, BEGIN), superseded("OD", null, "2020-06-01"));
        given.when(outsideProgress("OD", OutsideOutcome.ANNOUNCED, "2020-05-31"))
                .isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(outsideProgress("OD", OutsideOutcome.ANNOUNCED, day))
                    .refuses(OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDED_ALREADY)
                    .against(5L);
        given.when(superseded("OD", null, "2020-07-01"))
                .refuses(OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDED_ALREADY);
        given.facts(outsideDecision("OD-2", OutsideOutcome.TAKEN, BEGIN));
        given.when(superseded("OD-2", null, BEGIN)).isRecorded();
    }
}

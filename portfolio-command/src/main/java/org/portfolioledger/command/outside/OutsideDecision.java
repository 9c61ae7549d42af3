package org.portfolioledger.command.outside;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.outside.OutsideDecisionCommand.ProgressOutsideDecision;
import org.portfolioledger.command.outside.OutsideDecisionCommand.RecordOutsideDecision;
import org.portfolioledger.command.outside.OutsideDecisionCommand.SupersedeOutsideDecision;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.OutsideDecisionState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Citation;

/** The rules of decisions that no board on record took. */
final class OutsideDecision extends Family<OutsideDecisionCommand, OutsideDecisionFact, OutsideDecisionState> {

    OutsideDecision() {
        super(
                Kinds.OUTSIDE_DECISION,
                OutsideDecisionCommand.class,
                OutsideDecisionCommand.ROUTES,
                OutsideDecisionRule.values());
    }

    @Override
    protected Decision<OutsideDecisionFact> decide(
            OutsideDecisionCommand command, History<RecordedFact, OutsideDecisionState> history, Evidence evidence) {
        return switch (command) {
            case RecordOutsideDecision record ->
                Decision.stating(
                        OutsideDecisionRecorded.class,
                        record,
                        outcome(record.outcome(), record.evidence(), evidence)
                                .requireHolder(record.decider(), "/decider", evidence)
                                .requireKnown(Kinds.INITIATIVE, record.initiatives(), "/initiatives", evidence)
                                .requireKnown(Kinds.PORTFOLIO, record.portfolio(), "/portfolio", evidence));
            case ProgressOutsideDecision progress ->
                Decision.stating(
                        OutsideDecisionProgressed.class,
                        progress,
                        outcome(progress.outcome(), progress.evidence(), evidence)
                                .requireHolder(progress.decider(), "/decider", evidence));
            case SupersedeOutsideDecision supersede -> supersede(supersede, evidence);
        };
    }

    private static Findings outcome(OutsideOutcome outcome, List<Citation> cited, Evidence evidence) {
        return new Findings()
                .require(
                        !outcome.isTaken() || !cited.isEmpty(),
                        Finding.of(
                                        OutsideDecisionRule.OUTSIDE_DECISION_WITHOUT_EVIDENCE,
                                        "The decision is %s, but no evidence is cited".formatted(outcome))
                                .at("/evidence"))
                .requireCitations(cited, "/evidence", evidence);
    }

    private static Decision<OutsideDecisionFact> supersede(SupersedeOutsideDecision supersede, Evidence evidence) {
        boolean itself = supersede.outsideDecision().equals(supersede.by());
        Findings findings = new Findings()
                .require(
                        (supersede.by() == null) != (supersede.description() == null),
                        Finding.of(
                                        OutsideDecisionRule.SUPERSEDED_BY_ONE_DECISION,
                                        "Both a decision on record and a description are named, or neither")
                                .at("/by"))
                .require(
                        !itself,
                        Finding.of(
                                        OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDES_ITSELF,
                                        "Decision %s would supersede itself".formatted(supersede.outsideDecision()))
                                .at("/by"));
        if (!itself) findings.requireKnown(Kinds.OUTSIDE_DECISION, supersede.by(), "/by", evidence);
        return Decision.stating(OutsideDecisionSuperseded.class, supersede, findings);
    }

    @Override
    protected List<Finding> invariants(OutsideDecisionState state) {
        return EntryChecks.closedAfterItBegan(
                state, state.subject(), OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDED_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                OutsideDecisionSuperseded.class::isInstance,
                fact -> !(fact instanceof OutsideDecisionRecorded),
                OutsideDecisionRule.OUTSIDE_DECISION_SUPERSEDED_ALREADY,
                "superseded"));
        findings.addAll(course(entries));
        return findings;
    }

    /** That what was taken stays taken, and that only that is superseded. */
    private static List<Finding> course(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> taken = null;
        for (EffectiveEntry<RecordedFact> entry : EntryChecks.openedOnce(entries)) {
            switch (Kinds.OUTSIDE_DECISION.fact(entry)) {
                case OutsideDecisionRecorded recorded -> taken = taken(recorded.outcome(), entry, taken, findings);
                case OutsideDecisionProgressed progressed ->
                    taken = taken(progressed.outcome(), entry, taken, findings);
                case OutsideDecisionSuperseded _ -> {
                    if (taken == null)
                        findings.add(Finding.contradiction(
                                        OutsideDecisionRule.OUTSIDE_DECISION_NOT_TAKEN,
                                        "It was not taken by " + entry.effectiveOn(),
                                        entry,
                                        List.of())
                                .at("/effectiveOn"));
                }
            }
        }
        return findings;
    }

    private static @Nullable EffectiveEntry<RecordedFact> taken(
            OutsideOutcome outcome,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> before,
            List<Finding> findings) {
        if (outcome.isTaken()) return entry;
        if (before != null)
            findings.add(Finding.contradiction(
                            OutsideDecisionRule.OUTSIDE_DECISION_GOES_BACK,
                            "It was taken on %s, and would be %s on %s"
                                    .formatted(before.effectiveOn(), outcome, entry.effectiveOn()),
                            entry,
                            List.of(before))
                    .at("/outcome"));
        return before;
    }
}

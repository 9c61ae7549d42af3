package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DischargeCondition;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.ConditionEnd;
import org.portfolioledger.state.BusinessCaseState.ConditionFate;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** Conditions of approvals: each has an id of its own in the case, and is discharged once, with evidence (rule 6). */
final class Conditions {

    private Conditions() {}

    static Decision<BusinessCaseFact> discharge(
            DischargeCondition discharge, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        List<String> all =
                set(Kind.counting(history)).map(CaseCondition::condition).toList();
        String id = EntryChecks.firstSpelling(discharge.condition(), all.stream());
        Findings findings = new Findings()
                .require(all.contains(id), ReferenceRule.absent("condition", discharge.condition()))
                .require(
                        !discharge.evidence().isEmpty(),
                        Finding.of(
                                        BusinessCaseRule.DISCHARGE_WITHOUT_EVIDENCE,
                                        "Nothing shows that the condition is met")
                                .at("/evidence"))
                .requireCitations(discharge.evidence(), "/evidence", evidence)
                .requirePerson(discharge.dischargedBy(), "/dischargedBy", evidence);
        Optional<BusinessCaseState> state =
                history.timeline().on(discharge.provenance().effectiveOn());
        state.map(held -> held.conditions().get(id)).ifPresent(condition -> {
            findings.rest(condition);
            Grounded<ConditionEnd> ending = condition.value().ending();
            if (ending != null && ending.value().fate() == ConditionFate.LIFTED)
                findings.note(Finding.of(
                                BusinessCaseRule.CONDITION_ENDED_ALREADY,
                                "The condition %s was lifted on %s".formatted(id, ending.since()))
                        .against(ending));
        });
        state.ifPresent(held -> SegregationOfDuties.requireNotBySro(discharge, held.initiative(), evidence, findings));
        return Decision.of(
                new CaseConditionDischarged(
                        discharge.businessCase(),
                        id,
                        discharge.dischargedBy(),
                        discharge.evidence(),
                        discharge.provenance()),
                findings);
    }

    private static Stream<CaseCondition> set(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.facts(entries, BusinessCaseDecided.class).flatMap(decided -> decided.conditions().stream());
    }

    /** What does not hold of the conditions of a case, in the order in which it happened. */
    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(dischargedTwice(entries));
        Map<String, EffectiveEntry<RecordedFact>> set = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (entry.content().fact() instanceof BusinessCaseDecided decided) add(decided, entry, set, findings);
            if (entry.content().fact() instanceof CaseConditionDischarged discharged
                    && !set.containsKey(folded(discharged.condition())))
                notSet(discharged.condition(), entry, entries).ifPresent(findings::add);
        }
        return findings;
    }

    private static void add(
            BusinessCaseDecided decided,
            EffectiveEntry<RecordedFact> entry,
            Map<String, EffectiveEntry<RecordedFact>> set,
            List<Finding> findings) {
        for (int i = 0; i < decided.conditions().size(); i++) {
            String id = decided.conditions().get(i).condition();
            EffectiveEntry<RecordedFact> before = set.putIfAbsent(folded(id), entry);
            // What names one twice itself is refused for that.
            if (before == null || before.equals(entry)) continue;
            findings.add(Finding.contradiction(
                            BusinessCaseRule.CONDITION_TAKEN,
                            "The condition %s is set on %s".formatted(id, before.effectiveOn()),
                            entry,
                            List.of(before))
                    .at("/conditions/%s/condition".formatted(i)));
        }
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static List<Finding> dischargedTwice(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof CaseConditionDischarged discharged ? discharged.condition() : null,
                id -> Finding.of(
                        BusinessCaseRule.CONDITION_ENDED_ALREADY, "The condition %s is discharged".formatted(id)));
    }

    /** Of what was never set, the command itself is told that it is nowhere. */
    private static Optional<Finding> notSet(
            String id, EffectiveEntry<RecordedFact> entry, List<EffectiveEntry<RecordedFact>> entries) {
        List<EffectiveEntry<RecordedFact>> later = entries.stream()
                .filter(other -> other.content().fact() instanceof BusinessCaseDecided decided
                        && decided.conditions().stream()
                                .anyMatch(condition -> condition.condition().equalsIgnoreCase(id)))
                .limit(1)
                .toList();
        if (later.isEmpty() && entry.position() == History.UNRECORDED) return Optional.empty();
        return Optional.of(Finding.contradiction(
                        BusinessCaseRule.CONDITION_NOT_SET_YET,
                        "The condition %s is not set by %s".formatted(id, entry.effectiveOn()),
                        entry,
                        later)
                .at("/effectiveOn"));
    }
}

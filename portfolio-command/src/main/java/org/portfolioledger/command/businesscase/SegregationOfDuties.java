package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Sro;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * Who has a stake in a case takes no part in its approval: neither decides, nor waives, nor records it, nor corrects a
 * decision on it (rule 5). A stake has who owns the case, submitted it or put any of it on record, and the SRO of the
 * initiative. Accounts are told apart by their persons, so a person with several accounts is one.
 */
final class SegregationOfDuties {

    private SegregationOfDuties() {}

    /**
     * What a person did or has.
     *
     * @param pointer to where a body says so; null: the account says so
     */
    private record Act(
            String person, String words, @Nullable String pointer, EffectiveEntry<RecordedFact> entry) {}

    /** The approvals in which somebody with a stake takes part, whichever of both came first. */
    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        List<Act> stakes = stakes(entries);
        return entries.stream()
                .flatMap(entry -> parts(entry).stream())
                .collect(Collectors.groupingBy(act -> List.of(act.entry().origin(), act.person())))
                .values()
                .stream()
                .flatMap(parts -> conflict(parts, stakes).stream())
                .sorted((one, other) -> one.detail().compareTo(other.detail()))
                .toList();
    }

    /** The correction of a decision by somebody with a stake in the case. */
    static List<Finding> correcting(
            BusinessCaseDecided corrected, List<EffectiveEntry<RecordedFact>> entries, Evidence evidence) {
        Optional<String> initiative = EntryChecks.facts(entries, BusinessCaseOpened.class)
                .map(BusinessCaseOpened::initiative)
                .findFirst();
        Sro sro = initiative
                .flatMap(id -> Sro.of(id, corrected.provenance().effectiveOn(), evidence))
                .orElse(null);
        List<Finding> findings = new ArrayList<>();
        for (String recorder : evidence.recorders()) {
            List<Act> own = stakes(entries).stream()
                    .filter(stake -> stake.person().equals(recorder))
                    .toList();
            if (!own.isEmpty())
                findings.add(
                        Finding.of(BusinessCaseRule.SELF_CORRECTION, "Person %s %s".formatted(recorder, listed(own)))
                                .against(positions(own)));
            if (sro != null && sro.isHeldBy(recorder))
                findings.add(Finding.of(
                                BusinessCaseRule.SELF_CORRECTION,
                                "Person %s is the SRO of %s".formatted(recorder, initiative.orElseThrow()))
                        .against(sro.role()));
        }
        return findings;
    }

    /** Judged on the appointments that are known when the approval is recorded, and resting on them. */
    static void requireNotBySro(DecideOnCase decide, String initiative, Evidence evidence, Findings findings) {
        if (!approves(decide.outcome())) return;
        Sro sro =
                Sro.of(initiative, decide.provenance().effectiveOn(), evidence).orElse(null);
        if (sro == null) return;
        sro.restIn(findings);
        String stake = "is the SRO of " + initiative;
        for (String person : decide.decidedBy())
            if (sro.isHeldBy(person))
                findings.note(own(person, "decides", stake, sro.role()).at("/decidedBy"));
        Waiver waiver = decide.waiver();
        if (waiver != null && sro.isHeldBy(waiver.waivedBy()))
            findings.note(own(waiver.waivedBy(), "waives the stage before", stake, sro.role())
                    .at("/waiver/waivedBy"));
        for (String person : evidence.recorders())
            if (sro.isHeldBy(person)) findings.note(own(person, "records the decision", stake, sro.role()));
    }

    private static Finding own(String person, String does, String stake, Grounded<?> ground) {
        return Finding.of(BusinessCaseRule.SELF_APPROVAL, "Person %s %s and %s".formatted(person, does, stake))
                .against(ground);
    }

    private static Optional<Finding> conflict(List<Act> parts, List<Act> stakes) {
        Act part = parts.getFirst();
        List<Act> own = stakes.stream()
                .filter(stake -> stake.person().equals(part.person()))
                .toList();
        if (own.isEmpty()) return Optional.empty();
        List<EffectiveEntry<RecordedFact>> others =
                own.stream().map(Act::entry).distinct().toList();
        Finding finding = Finding.contradiction(
                BusinessCaseRule.SELF_APPROVAL,
                "Person %s %s, and %s".formatted(part.person(), listed(parts), listed(own)),
                part.entry(),
                others);
        return Stream.concat(parts.stream(), own.stream())
                .filter(act -> act.entry().position() == History.UNRECORDED && act.pointer() != null)
                .findFirst()
                .map(act -> finding.at(String.valueOf(act.pointer())))
                .or(() -> Optional.of(finding));
    }

    private static String listed(List<Act> acts) {
        return acts.stream().map(Act::words).distinct().collect(Collectors.joining(", "));
    }

    private static List<Long> positions(List<Act> acts) {
        return acts.stream().map(act -> act.entry().position()).distinct().toList();
    }

    private static List<Act> parts(EffectiveEntry<RecordedFact> entry) {
        List<Act> parts = new ArrayList<>();
        if (!(entry.content().fact() instanceof BusinessCaseDecided decided) || !approves(decided.outcome()))
            return parts;
        for (String person : decided.decidedBy()) parts.add(new Act(person, "decides", "/decidedBy", entry));
        Waiver waiver = decided.waiver();
        if (waiver != null) parts.add(new Act(waiver.waivedBy(), "waives the stage before", "/waiver/waivedBy", entry));
        for (String person : entry.content().recordedBy())
            parts.add(new Act(person, "records the decision", null, entry));
        return parts;
    }

    private static List<Act> stakes(List<EffectiveEntry<RecordedFact>> entries) {
        List<Act> stakes = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            String recorded = switch (Kinds.BUSINESS_CASE.fact(entry)) {
                case BusinessCaseOpened opened -> {
                    for (String owner : opened.owners()) stakes.add(new Act(owner, "owns the case", "/owners", entry));
                    yield "put the case on record";
                }
                case BusinessCaseVersionRecorded version -> "put version %s on record".formatted(version.version());
                case BusinessCaseSubmitted submitted -> {
                    stakes.add(new Act(submitted.submittedBy(), "submitted the case", "/submittedBy", entry));
                    yield "put a submission on record";
                }
                case BusinessCaseDecided _ -> "";
            };
            if (recorded.isEmpty()) continue;
            for (String person : entry.content().recordedBy()) stakes.add(new Act(person, recorded, null, entry));
        }
        return stakes;
    }

    private static boolean approves(@Nullable BoardOutcome outcome) {
        return outcome != null && outcome.approves();
    }
}

package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
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
import org.portfolioledger.command.SroHolding;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ChallengeVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DischargeCondition;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ReevaluateCase;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.Sro;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * Who has a stake in a case takes no part in what boards decide on it: neither decides, nor waives, nor records that, nor
 * corrects it; nor challenges the case, discharges a condition, or evaluates it again (rule 5). A stake has who owns the case, submitted it or put any of it on record, and the SRO of the
 * initiative. Accounts are told apart by their persons, so a person with several accounts is one.
 */
final class SegregationOfDuties {

    private SegregationOfDuties() {}

    /**
     * What a person did or has.
     *
     * @param rule that it breaks where the person has a stake
     * @param pointer to where a body says so; null: the account says so
     */
    private record Act(
            String person,
            BusinessCaseRule rule,
            String words,
            @Nullable String pointer,
            EffectiveEntry<RecordedFact> entry) {

        static Act stake(String person, String words, @Nullable String pointer, EffectiveEntry<RecordedFact> entry) {
            return new Act(person, BusinessCaseRule.SELF_APPROVAL, words, pointer, entry);
        }
    }

    /** That in which somebody with a stake takes part, whichever of both came first. */
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

    /** The correction of what was decided on a day, by somebody with a stake in the case. */
    static List<Finding> correcting(LocalDate on, List<EffectiveEntry<RecordedFact>> entries, Evidence evidence) {
        Optional<String> initiative = EntryChecks.facts(entries, BusinessCaseOpened.class)
                .map(BusinessCaseOpened::initiative)
                .findFirst();
        Sro sro = initiative.flatMap(id -> SroHolding.of(id, on, evidence)).orElse(null);
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
        if (!decides(decide.outcome())) return;
        List<Part> parts = new ArrayList<>();
        for (String person : decide.decidedBy()) parts.add(new Part(person, "decides", "/decidedBy"));
        Waiver waiver = decide.waiver();
        if (waiver != null) parts.add(new Part(waiver.waivedBy(), "waives the stage before", "/waiver/waivedBy"));
        for (String person : evidence.recorders()) parts.add(new Part(person, "records the decision", null));
        LocalDate on = decide.provenance().effectiveOn();
        requireNotBySro(BusinessCaseRule.SELF_APPROVAL, parts, initiative, on, evidence, findings);
    }

    /** The same of the discharge of a condition. */
    static void requireNotBySro(DischargeCondition discharge, String initiative, Evidence evidence, Findings findings) {
        List<Part> parts = new ArrayList<>();
        if (discharge.dischargedBy() != null)
            parts.add(new Part(discharge.dischargedBy(), "discharges the condition", "/dischargedBy"));
        for (String person : evidence.recorders()) parts.add(new Part(person, "records the discharge", null));
        LocalDate on = discharge.provenance().effectiveOn();
        requireNotBySro(BusinessCaseRule.SELF_DISCHARGE, parts, initiative, on, evidence, findings);
    }

    /** The same of a challenge. */
    static void requireNotBySro(ChallengeVersion challenge, String initiative, Evidence evidence, Findings findings) {
        List<Part> parts = new ArrayList<>();
        for (String person : challenge.challengedBy())
            parts.add(new Part(person, "challenges the case", "/challengedBy"));
        for (String person : evidence.recorders()) parts.add(new Part(person, "records the challenge", null));
        LocalDate on = challenge.provenance().effectiveOn();
        requireNotBySro(BusinessCaseRule.SELF_CHALLENGE, parts, initiative, on, evidence, findings);
    }

    /** The same of another evaluation. */
    static void requireNotBySro(ReevaluateCase reevaluate, String initiative, Evidence evidence, Findings findings) {
        List<Part> parts = new ArrayList<>();
        for (String person : reevaluate.evaluatedBy()) parts.add(new Part(person, "re-evaluates it", "/evaluatedBy"));
        for (String person : evidence.recorders()) parts.add(new Part(person, "records the evaluation", null));
        LocalDate on = reevaluate.provenance().effectiveOn();
        requireNotBySro(BusinessCaseRule.SELF_APPROVAL, parts, initiative, on, evidence, findings);
    }

    /**
     * What a person does.
     *
     * @param pointer to where the body names the person; null: the account does
     */
    private record Part(
            String person, String does, @Nullable String pointer) {}

    private static void requireNotBySro(
            BusinessCaseRule rule,
            List<Part> parts,
            String initiative,
            LocalDate on,
            Evidence evidence,
            Findings findings) {
        Sro sro = SroHolding.of(initiative, on, evidence).orElse(null);
        if (sro == null) return;
        sro.grounds().forEach(findings::rest);
        for (Part part : parts) {
            if (!sro.isHeldBy(part.person())) continue;
            Finding own = Finding.of(
                            rule, "Person %s %s and is the SRO of %s".formatted(part.person(), part.does(), initiative))
                    .against(sro.role());
            findings.note(part.pointer() == null ? own : own.at(part.pointer()));
        }
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
                part.rule(),
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
        switch (Kinds.BUSINESS_CASE.fact(entry)) {
            case BusinessCaseDecided decided
            when decides(decided.outcome()) -> {
                BusinessCaseRule rule = BusinessCaseRule.SELF_APPROVAL;
                for (String person : decided.decidedBy())
                    parts.add(new Act(person, rule, "decides", "/decidedBy", entry));
                Waiver waiver = decided.waiver();
                if (waiver != null)
                    parts.add(new Act(waiver.waivedBy(), rule, "waives the stage before", "/waiver/waivedBy", entry));
                for (String person : entry.content().recordedBy())
                    parts.add(new Act(person, rule, "records the decision", null, entry));
            }
            case CaseConditionDischarged discharged -> {
                BusinessCaseRule rule = BusinessCaseRule.SELF_DISCHARGE;
                if (discharged.dischargedBy() != null)
                    parts.add(new Act(
                            discharged.dischargedBy(), rule, "discharges the condition", "/dischargedBy", entry));
                for (String person : entry.content().recordedBy())
                    parts.add(new Act(person, rule, "records the discharge", null, entry));
            }
            case BusinessCaseChallenged challenged -> {
                for (String person : challenged.challengedBy())
                    parts.add(new Act(
                            person, BusinessCaseRule.SELF_CHALLENGE, "challenges the case", "/challengedBy", entry));
                for (String person : entry.content().recordedBy())
                    parts.add(new Act(person, BusinessCaseRule.SELF_CHALLENGE, "records the challenge", null, entry));
            }
            case BusinessCaseReevaluated reevaluated -> {
                BusinessCaseRule rule = BusinessCaseRule.SELF_APPROVAL;
                for (String person : reevaluated.evaluatedBy())
                    parts.add(new Act(person, rule, "re-evaluates it", "/evaluatedBy", entry));
                for (String person : entry.content().recordedBy())
                    parts.add(new Act(person, rule, "records the evaluation", null, entry));
            }
            case BusinessCaseDecided _,
                    BusinessCaseOpened _,
                    BusinessCaseVersionRecorded _,
                    BusinessCaseSubmitted _,
                    BusinessCaseWithdrawn _ -> {}
        }
        return parts;
    }

    private static List<Act> stakes(List<EffectiveEntry<RecordedFact>> entries) {
        List<Act> stakes = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            String recorded = switch (Kinds.BUSINESS_CASE.fact(entry)) {
                case BusinessCaseOpened opened -> {
                    for (String owner : opened.owners())
                        stakes.add(Act.stake(owner, "owns the case", "/owners", entry));
                    yield "put the case on record";
                }
                case BusinessCaseVersionRecorded version -> "put version %s on record".formatted(version.version());
                case BusinessCaseSubmitted submitted -> {
                    stakes.add(Act.stake(submitted.submittedBy(), "submitted the case", "/submittedBy", entry));
                    yield "put a submission on record";
                }
                case BusinessCaseChallenged _,
                        BusinessCaseDecided _,
                        CaseConditionDischarged _,
                        BusinessCaseWithdrawn _,
                        BusinessCaseReevaluated _ -> "";
            };
            if (recorded.isEmpty()) continue;
            for (String person : entry.content().recordedBy()) stakes.add(Act.stake(person, recorded, null, entry));
        }
        return stakes;
    }

    /** A withdrawal is what the submitter asks for. */
    private static boolean decides(@Nullable BoardOutcome outcome) {
        return outcome != BoardOutcome.WITHDRAWN;
    }
}

package org.portfolioledger.command.accounting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.SroHolding;
import org.portfolioledger.command.accounting.AccountingAssessmentCommand.AssessAccounting;
import org.portfolioledger.command.accounting.AccountingAssessmentCommand.PublishAccountingSummary;
import org.portfolioledger.command.accounting.AccountingAssessmentCommand.ReassessAccounting;
import org.portfolioledger.command.accounting.AccountingAssessmentCommand.RecordPlanDeparture;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.Sro;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.Holder;

/** The rules of assessments by an Accounting Officer. */
final class AccountingAssessment
        extends Family<AccountingAssessmentCommand, AccountingAssessmentFact, AccountingAssessmentState> {

    AccountingAssessment() {
        super(
                Kinds.ACCOUNTING_ASSESSMENT,
                AccountingAssessmentCommand.class,
                AccountingAssessmentCommand.ROUTES,
                AccountingAssessmentRule.values());
    }

    @Override
    protected Decision<AccountingAssessmentFact> decide(
            AccountingAssessmentCommand command,
            History<RecordedFact, AccountingAssessmentState> history,
            Evidence evidence) {
        return switch (command) {
            case AssessAccounting assess -> {
                Findings findings = new Findings()
                        .requireKnown(Kinds.BUSINESS_CASE, assess.businessCase(), "/businessCase", evidence);
                requireAssessment(
                        assess.businessCase(),
                        assess.version(),
                        assess.accountingOfficer(),
                        assess.findings(),
                        assess.provenance().effectiveOn(),
                        evidence,
                        findings);
                yield Decision.stating(AccountingAssessmentMade.class, assess, findings);
            }
            case PublishAccountingSummary publish ->
                Decision.stating(
                        AccountingSummaryPublished.class,
                        publish,
                        new Findings().requireKnown(Kinds.DOCUMENT, publish.summary(), "/summary", evidence));
            case RecordPlanDeparture departure -> depart(departure);
            case ReassessAccounting reassess -> {
                Findings findings = new Findings();
                history.timeline()
                        .last()
                        .ifPresent(before -> requireAssessment(
                                before.businessCase().value(),
                                reassess.version(),
                                reassess.accountingOfficer(),
                                reassess.findings(),
                                reassess.provenance().effectiveOn(),
                                evidence,
                                findings));
                yield Decision.stating(AccountingAssessmentRepeated.class, reassess, findings);
            }
        };
    }

    private static void requireAssessment(
            String businessCase,
            @Nullable Integer version,
            @Nullable Holder officer,
            List<StandardFinding> standards,
            LocalDate on,
            Evidence evidence,
            Findings findings) {
        findings.require(
                        officer != null,
                        Finding.of(
                                        AccountingAssessmentRule.ACCOUNTING_OFFICER_NOT_NAMED,
                                        "The assessment names no Accounting Officer")
                                .at("/accountingOfficer"))
                .requireHolder(officer, "/accountingOfficer", evidence);
        requireEachStandard(standards, findings);
        History<RecordedFact, BusinessCaseState> history = evidence.history(Kinds.BUSINESS_CASE, businessCase);
        // Whoever owns a case from its opening has a stake in it on the days before as well.
        BusinessCaseState assessed = history.timeline()
                .on(on)
                .or(() -> history.timeline().segments().stream().findFirst().map(Segment::state))
                .orElse(null);
        if (assessed == null) return;
        Grounded<Version> written = version == null ? null : assessed.versions().get(version);
        findings.require(
                version == null || (written != null && !written.since().isAfter(on)),
                ReferenceRule.unknown(
                        "Business case %s has no version %s on %s".formatted(businessCase, version, on), "/version"));
        Map<String, Stake> stakes = stakes(assessed);
        Map<String, Stake> recorded = recorded(history.entries(), on);
        findings.rest(assessed.owners());
        Optional<Sro> sro = SroHolding.of(assessed.initiative(), on, evidence);
        sro.ifPresent(held -> held.grounds().forEach(findings::rest));
        Function<String, Optional<Stake>> stakeOf = person -> sro.filter(held -> held.isHeldBy(person))
                .map(held -> new Stake(
                        "is the SRO of " + assessed.initiative(), held.role().fact()))
                .or(() -> Optional.ofNullable(stakes.get(person)));
        // An office that keeps the record of cases keeps that of their assessments too, and makes none.
        if (officer != null && officer.person() != null)
            requireNoStake(
                    officer.person(),
                    "assesses it",
                    person -> stakeOf.apply(person).or(() -> Optional.ofNullable(recorded.get(person))),
                    "/accountingOfficer/person",
                    findings);
        for (String recorder : evidence.recorders())
            requireNoStake(recorder, "records its assessment", stakeOf, null, findings);
    }

    /**
     * What somebody has to do with a case.
     *
     * @param fact position of the fact that says so
     */
    private record Stake(String words, long fact) {}

    /** Whoever owns the case or submitted it, by id. */
    private static Map<String, Stake> stakes(BusinessCaseState assessed) {
        Map<String, Stake> stakes = new HashMap<>();
        for (String owner : assessed.owners().value())
            stakes.put(owner, new Stake("owns it", assessed.owners().fact()));
        for (Grounded<Submission> submission : assessed.submissions())
            stakes.put(submission.value().submittedBy(), new Stake("submitted it", submission.fact()));
        return stakes;
    }

    /** Whoever put any of it on record by a day, by id. */
    private static Map<String, Stake> recorded(List<EffectiveEntry<RecordedFact>> entries, LocalDate on) {
        Map<String, Stake> recorded = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            boolean writes = entry.content().fact() instanceof BusinessCaseOpened
                    || entry.content().fact() instanceof BusinessCaseVersionRecorded
                    || entry.content().fact() instanceof BusinessCaseSubmitted;
            if (!writes || !entry.content().counts() || entry.effectiveOn().isAfter(on)) continue;
            for (String person : entry.content().recordedBy())
                recorded.put(person, new Stake("put it on record", entry.position()));
        }
        return recorded;
    }

    private static void requireNoStake(
            String person,
            String does,
            Function<String, Optional<Stake>> stakeOf,
            @Nullable String pointer,
            Findings findings) {
        stakeOf.apply(person)
                .map(stake -> Finding.of(
                                AccountingAssessmentRule.SELF_ASSESSMENT,
                                "Person %s %s, and %s".formatted(person, does, stake.words()))
                        .against(List.of(stake.fact())))
                .map(finding -> pointer == null ? finding : finding.at(pointer))
                .ifPresent(findings::note);
    }

    private static void requireEachStandard(List<StandardFinding> standards, Findings findings) {
        EnumSet<AccountingStandard> assessed = EnumSet.noneOf(AccountingStandard.class);
        for (int i = 0; i < standards.size(); i++)
            findings.require(
                    assessed.add(standards.get(i).standard()),
                    Finding.of(
                                    AccountingAssessmentRule.STANDARD_ASSESSED_TWICE,
                                    "There are two findings on "
                                            + standards.get(i).standard())
                            .at("/findings/" + i));
        Set<AccountingStandard> missing = EnumSet.complementOf(assessed);
        findings.require(
                missing.isEmpty(),
                Finding.of(AccountingAssessmentRule.STANDARD_NOT_ASSESSED, "There is no finding on " + missing)
                        .at("/findings"));
    }

    private static Decision<AccountingAssessmentFact> depart(RecordPlanDeparture departure) {
        Findings findings = new Findings()
                .require(
                        departure.reassessBy() == null
                                || !departure
                                        .reassessBy()
                                        .isBefore(departure.provenance().effectiveOn()),
                        Finding.of(
                                        AccountingAssessmentRule.IMPOSSIBLE_REASSESSMENT_DATE,
                                        "It would depart on %s and be assessed again by %s"
                                                .formatted(
                                                        departure.provenance().effectiveOn(), departure.reassessBy()))
                                .at("/reassessBy"));
        return Decision.stating(AccountingAssessmentDeparted.class, departure, findings);
    }

    @Override
    protected List<Finding> invariants(AccountingAssessmentState state) {
        List<Finding> findings = new ArrayList<>();
        requireAssessed(state, state.summary(), AccountingAssessmentRule.PUBLISHED_BEFORE_ASSESSED, findings);
        requireAssessed(state, state.departure(), AccountingAssessmentRule.DEPARTED_BEFORE_ASSESSED, findings);
        return findings;
    }

    private static void requireAssessed(
            AccountingAssessmentState state,
            @Nullable Grounded<?> step,
            AccountingAssessmentRule rule,
            List<Finding> findings) {
        if (step == null || !step.since().isBefore(state.businessCase().since())) return;
        findings.add(Finding.of(
                        rule,
                        "The case was assessed on %s, after %s"
                                .formatted(state.businessCase().since(), step.since()))
                .against(step)
                .at("/effectiveOn"));
    }
}

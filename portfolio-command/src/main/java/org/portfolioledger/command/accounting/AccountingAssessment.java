package org.portfolioledger.command.accounting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
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
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
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
        BusinessCaseState assessed = evidence.history(Kinds.BUSINESS_CASE, businessCase)
                .timeline()
                .last()
                .orElse(null);
        if (assessed == null) return;
        findings.require(
                version == null || assessed.versions().containsKey(version),
                ReferenceRule.unknown(
                        "Business case %s has no version %s".formatted(businessCase, version), "/version"));
        requireNoStake(assessed, officer, evidence, findings);
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

    /** Neither the Accounting Officer nor who records the assessment owns the case or submitted it. */
    private static void requireNoStake(
            BusinessCaseState assessed, @Nullable Holder officer, Evidence evidence, Findings findings) {
        Map<String, Grounded<?>> stakes = new HashMap<>();
        for (String owner : findings.rest(assessed.owners())) stakes.put(owner, assessed.owners());
        for (Grounded<Submission> submission : assessed.submissions())
            stakes.put(submission.value().submittedBy(), submission);
        if (officer != null && officer.person() != null)
            requireNoStake(officer.person(), "assesses it", stakes, "/accountingOfficer/person", findings);
        for (String recorder : evidence.recorders())
            requireNoStake(recorder, "records its assessment", stakes, null, findings);
    }

    private static void requireNoStake(
            String person, String does, Map<String, Grounded<?>> stakes, @Nullable String pointer, Findings findings) {
        Grounded<?> stake = stakes.get(person);
        if (stake == null) return;
        Finding finding = Finding.of(
                        AccountingAssessmentRule.SELF_ASSESSMENT,
                        "Person %s %s, and owns the case or submitted it".formatted(person, does))
                .against(stake);
        findings.note(pointer == null ? finding : finding.at(pointer));
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

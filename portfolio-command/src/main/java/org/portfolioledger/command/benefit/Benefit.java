package org.portfolioledger.command.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.benefit.BenefitCommand.AssessBenefitRealisation;
import org.portfolioledger.command.benefit.BenefitCommand.ChangeBenefitOwner;
import org.portfolioledger.command.benefit.BenefitCommand.MeasureBenefit;
import org.portfolioledger.command.benefit.BenefitCommand.OpenBenefit;
import org.portfolioledger.command.benefit.BenefitCommand.PlanBenefit;
import org.portfolioledger.command.benefit.BenefitCommand.PreferBenefitProfile;
import org.portfolioledger.command.benefit.BenefitCommand.StateBenefitProfile;
import org.portfolioledger.command.benefit.BenefitCommand.WithdrawBenefit;
import org.portfolioledger.command.benefit.BenefitCommand.WithdrawBenefitProfile;
import org.portfolioledger.command.figures.FigureSources;
import org.portfolioledger.command.figures.FigureSources.SourceOf;
import org.portfolioledger.command.figures.FiguresRule;
import org.portfolioledger.command.figures.SubjectOfFigures;
import org.portfolioledger.command.figures.YearlyFigures;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitPosts;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of benefits. How one goes its way is in {@link BenefitCourse}. */
final class Benefit extends Family<BenefitCommand, BenefitFact, BenefitState> {

    Benefit() {
        super(
                Kinds.BENEFIT,
                BenefitCommand.class,
                BenefitCommand.ROUTES,
                Stream.<Rule>concat(Stream.of(BenefitRule.values()), Stream.of(FiguresRule.values()))
                        .toArray(Rule[]::new));
    }

    @Override
    protected Decision<BenefitFact> decide(
            BenefitCommand command, History<RecordedFact, BenefitState> history, Evidence evidence) {
        return switch (command) {
            case OpenBenefit open -> open(open, evidence);
            case PlanBenefit plan -> Decision.stating(BenefitPlanned.class, plan, new Findings());
            case StateBenefitProfile state -> state(state, history, evidence);
            case PreferBenefitProfile prefer -> prefer(prefer, history);
            case WithdrawBenefitProfile withdraw ->
                Decision.of(
                        new BenefitProfileWithdrawn(
                                withdraw.benefit(),
                                firstSpelling(withdraw.statedIn(), history),
                                withdraw.reason(),
                                withdraw.provenance()),
                        new Findings());
            case MeasureBenefit measure -> measure(measure);
            case AssessBenefitRealisation assess -> assess(assess, evidence);
            case ChangeBenefitOwner change ->
                Decision.stating(
                        BenefitOwnerChanged.class,
                        change,
                        new Findings().requireHolder(change.owner(), "/owner", evidence));
            case WithdrawBenefit withdraw -> Decision.stating(BenefitWithdrawn.class, withdraw, new Findings());
        };
    }

    /** The initiative in which it is expected; others assess it and prefer a source. */
    @Override
    protected List<String> initiatives(BenefitFact fact, BenefitState state) {
        if (fact instanceof BenefitRealisationAssessed || fact instanceof BenefitProfilePreferred) return List.of();
        return Stream.ofNullable(state.subject().value().initiative()).toList();
    }

    private static Decision<BenefitFact> open(OpenBenefit open, Evidence evidence) {
        LocalDate on = open.provenance().effectiveOn();
        Findings findings = new Findings()
                .require(
                        open.benefitClass() != null,
                        Finding.of(BenefitRule.BENEFIT_WITHOUT_CLASS, "The benefit is of no class")
                                .at("/benefitClass"))
                .require(
                        open.owner() != null,
                        Finding.of(BenefitRule.BENEFIT_WITHOUT_OWNER, "The benefit names no owner")
                                .at("/owner"))
                .requireHolder(open.owner(), "/owner", evidence);
        SubjectOfFigures.require(open.subject(), on, evidence, findings);
        requireCase(open, on, evidence, findings);
        SubjectOfFigures.requireWithin(
                Kinds.BENEFIT, open.benefit(), open.partOf(), "/partOf", BenefitState::partOf, evidence, findings);
        return Decision.stating(BenefitOpened.class, open, findings);
    }

    private static void requireCase(OpenBenefit open, LocalDate on, Evidence evidence, Findings findings) {
        String businessCase = open.businessCase();
        if (businessCase == null) return;
        findings.requireKnown(Kinds.BUSINESS_CASE, businessCase, "/businessCase", evidence);
        String initiative = open.subject().initiative();
        String of = evidence.history(Kinds.BUSINESS_CASE, businessCase)
                .timeline()
                .last()
                .map(BusinessCaseState::initiative)
                .orElse(null);
        if (initiative == null || of == null) return;
        findings.require(
                Placements.upwards(initiative, on, evidence).contains(of)
                        || Placements.upwards(of, on, evidence).contains(initiative),
                Finding.of(
                                BenefitRule.CASE_OF_ANOTHER_INITIATIVE,
                                "%s is a case of initiative %s, and the benefit is expected in %s"
                                        .formatted(businessCase, of, initiative))
                        .at("/businessCase"));
    }

    private static Decision<BenefitFact> state(
            StateBenefitProfile state, History<RecordedFact, BenefitState> history, Evidence evidence) {
        BenefitProfileStated stated = new BenefitProfileStated(
                state.benefit(),
                firstSpelling(state.statedIn(), history),
                state.money(),
                state.posts(),
                state.quantities(),
                state.costBefore(),
                state.costAfter(),
                state.achievedBy(),
                state.document(),
                state.board(),
                state.provenance());
        Findings findings = new Findings()
                .requireKnown(Kinds.DOCUMENT, stated.document(), "/document", evidence)
                .requireKnown(Kinds.BOARD, stated.board(), "/board", evidence);
        YearlyFigures.require(stated, findings);
        YearlyFigures.requireAmount(stated.costBefore(), "/costBefore", findings);
        YearlyFigures.requireAmount(stated.costAfter(), "/costAfter", findings);
        YearlyFigures.requireSome(
                Stream.of(stated.money(), stated.posts(), stated.quantities()).anyMatch(list -> !list.isEmpty()),
                findings);
        return Decision.of(stated, findings);
    }

    private static Decision<BenefitFact> prefer(
            PreferBenefitProfile prefer, History<RecordedFact, BenefitState> history) {
        return Decision.of(
                new BenefitProfilePreferred(
                        prefer.benefit(),
                        firstSpelling(prefer.statedIn(), history),
                        prefer.reason(),
                        prefer.provenance()),
                new Findings());
    }

    private static String firstSpelling(String source, History<RecordedFact, BenefitState> history) {
        return FigureSources.firstSpelling(
                source, history.entries(), BenefitProfileStated.class, BenefitProfileStated::statedIn);
    }

    private static Decision<BenefitFact> measure(MeasureBenefit measure) {
        LocalDate first = measure.firstDay();
        LocalDate last = measure.lastDay();
        boolean inOrder = first == null || last == null || !last.isBefore(first);
        LocalDate ends = last == null ? first : last;
        Findings findings = new Findings()
                .require(
                        measure.money() != null
                                || measure.finding() != null
                                || !measure.posts().isEmpty()
                                || !measure.quantities().isEmpty(),
                        Finding.of(BenefitRule.NOTHING_MEASURED, "The measurement states no figure and no finding"))
                .require(
                        inOrder && (ends == null || !ends.isAfter(lastDayOf(measure))),
                        Finding.of(
                                        BenefitRule.IMPOSSIBLE_MEASURED_PERIOD,
                                        "The period is from %s to %s, and the fact holds from %s"
                                                .formatted(
                                                        first,
                                                        last,
                                                        measure.provenance().effectiveOn()))
                                .at(last == null ? "/firstDay" : "/lastDay"))
                .requireNamedOnce(
                        measure.posts().stream()
                                .map(BenefitPosts::kind)
                                .map(Enum::name)
                                .toList(),
                        "/posts/%s"::formatted);
        YearlyFigures.requireAmount(measure.money(), "/money", findings);
        for (int i = 0; i < measure.posts().size(); i++)
            YearlyFigures.requireNumber(measure.posts().get(i).number(), "/posts/%s/number".formatted(i), findings);
        return Decision.stating(BenefitMeasured.class, measure, findings);
    }

    /** The last day that may be meant by the one from which the measurement holds. */
    private static LocalDate lastDayOf(MeasureBenefit measure) {
        LocalDate on = measure.provenance().effectiveOn();
        return measure.provenance().precision() == null
                ? on
                : measure.provenance().precision().endOfPeriod(on).minusDays(1);
    }

    private static Decision<BenefitFact> assess(AssessBenefitRealisation assess, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !assess.assessedBy().isEmpty(),
                        Finding.of(BenefitRule.ASSESSED_WITHOUT_NAMES, "Nobody is named who assessed")
                                .at("/assessedBy"))
                .require(
                        assess.outcome() == BenefitRealisation.REALISED || assess.reason() != null,
                        Finding.of(BenefitRule.NOT_REALISED_WITHOUT_REASON, "It states no reason")
                                .at("/reason"))
                .requirePersons(assess.assessedBy(), "/assessedBy", evidence);
        return Decision.stating(BenefitRealisationAssessed.class, assess, findings);
    }

    @Override
    protected List<Finding> correcting(
            BenefitFact corrected, History<RecordedFact, BenefitState> history, Evidence evidence) {
        return corrected instanceof BenefitRealisationAssessed
                ? BenefitCourse.correcting(history.entries(), evidence.recorders())
                : List.of();
    }

    /** That it was realised, wholly or in part. */
    @Override
    protected Set<?> approved(BenefitState state) {
        Grounded<BenefitState.BenefitAssessment> assessment = state.assessment();
        return assessment == null || assessment.value().outcome() == BenefitRealisation.NOT_REALISED
                ? Set.of()
                : Set.of(assessment.place());
    }

    @Override
    protected List<Finding> invariants(BenefitState state) {
        return EntryChecks.closedAfterItBegan(state, state.title(), BenefitRule.BENEFIT_WITHDRAWN_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                BenefitWithdrawn.class::isInstance,
                fact -> !(fact instanceof BenefitOpened),
                BenefitRule.BENEFIT_ALREADY_WITHDRAWN,
                "withdrawn"));
        findings.addAll(
                FigureSources.requireStated(entries, Benefit::stated, Benefit::preferred, Benefit::profileWithdrawn));
        findings.addAll(BenefitCourse.findings(entries));
        return findings;
    }

    private static @Nullable SourceOf stated(GovernanceFact fact) {
        return fact instanceof BenefitProfileStated stated ? new SourceOf(stated.statedIn(), "profile") : null;
    }

    private static @Nullable SourceOf preferred(GovernanceFact fact) {
        return fact instanceof BenefitProfilePreferred prefer ? new SourceOf(prefer.statedIn(), "profile") : null;
    }

    private static @Nullable SourceOf profileWithdrawn(GovernanceFact fact) {
        return fact instanceof BenefitProfileWithdrawn withdrawn ? new SourceOf(withdrawn.statedIn(), "profile") : null;
    }
}

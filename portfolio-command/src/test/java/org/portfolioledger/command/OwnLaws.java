package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleClosed;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.events.ReportingCycleFact.SubmissionsRescheduled;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.state.Closable;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RagRating;

/** What must hold of each family's life, told without its rules. */
final class OwnLaws {

    private OwnLaws() {}

    static void none(Given given) {
        assertThat(given).isNotNull();
    }

    static void nothingFollowsAClosure(Given given) {
        comesLast(
                given,
                "initiative-PG",
                Kinds.INITIATIVE,
                fact -> fact instanceof InitiativeClosed || fact instanceof InitiativeMerged,
                Set.of(InitiativeOpened.class));
        staysClosed(given, Kinds.INITIATIVE, "PG", InitiativeClosed.class);
    }

    static void onlyDecisionsFollowADissolution(Given given) {
        comesLast(
                given,
                "board-B0",
                Kinds.BOARD,
                fact -> fact instanceof BoardClosed,
                Set.of(BoardEstablished.class, BoardDecided.class));
        staysClosed(given, Kinds.BOARD, "B0", BoardClosed.class);
    }

    static void nobodyHoldsAClosedPost(Given given) {
        comesLast(given, "post-PO", Kinds.POST, fact -> fact instanceof PostClosed, Set.of(PostEstablished.class));
        staysClosed(given, Kinds.POST, "PO", PostClosed.class);
        for (Segment<PostState> segment :
                given.history(Kinds.POST, "PO").timeline().segments())
            assertThat(segment.state().isOpen() || segment.state().holder() == null)
                    .isTrue();
    }

    static void nothingFollowsAWithdrawal(Given given) {
        comesLast(
                given,
                "dependency-DP",
                Kinds.DEPENDENCY,
                fact -> fact instanceof DependencyStatusUpdated updated
                        && updated.status() == DependencyStatus.WITHDRAWN,
                Set.of(DependencyProposed.class));
    }

    static void noVersionFollowsAReplacement(Given given) {
        comesLast(
                given,
                "document-DOC",
                Kinds.DOCUMENT,
                DocumentReplaced.class::isInstance,
                Set.of(
                        DocumentRegistered.class,
                        DocumentAuthorStated.class,
                        DocumentMarked.class,
                        DocumentPublicationDecided.class));
        staysClosed(given, Kinds.DOCUMENT, "DOC", DocumentReplaced.class);
        assertThat(told(given, Kinds.DOCUMENT, "DOC")
                        .filter(DocumentVersionRecorded.class::isInstance)
                        .map(DocumentVersionRecorded.class::cast)
                        .map(DocumentVersionRecorded::version))
                .doesNotHaveDuplicates()
                .doesNotContain(1);
    }

    static void aMeetingIsHeldOnceOrCancelled(Given given) {
        assertThat(told(given, Kinds.MEETING, "M").filter(MeetingHeld.class::isInstance))
                .hasSizeLessThan(2);
        assertThat(told(given, Kinds.MEETING, "M")
                        .filter(fact -> fact instanceof MeetingHeld || fact instanceof MeetingCancelled))
                .hasSizeLessThan(2);
        comesLast(given, "meeting-M", Kinds.MEETING, MeetingCancelled.class::isInstance, Set.of(MeetingCalled.class));
        staysClosed(given, Kinds.MEETING, "M", MeetingCancelled.class);
    }

    static void nothingFollowsTheEndOfAnAction(Given given) {
        comesLast(
                given,
                "action-ACT",
                Kinds.ACTION,
                fact -> fact instanceof ActionDone || fact instanceof ActionDropped,
                Set.of(ActionOpened.class));
    }

    static void nothingFollowsTheEndOfAnEqualityAssessment(Given given) {
        comesLast(
                given,
                "equality-assessment-EIA",
                Kinds.EQUALITY_ASSESSMENT,
                EqualityAssessmentEnded.class::isInstance,
                Set.of(EqualityAssessmentOpened.class));
        staysClosed(given, Kinds.EQUALITY_ASSESSMENT, "EIA", EqualityAssessmentEnded.class);
    }

    static void whoOwnsACaseDoesNotAssessIt(Given given) {
        assertThat(told(given, Kinds.ACCOUNTING_ASSESSMENT, "AOA")
                        .map(fact -> switch (fact) {
                            case AccountingAssessmentMade made -> owner(made.accountingOfficer());
                            case AccountingAssessmentRepeated again -> owner(again.accountingOfficer());
                            default -> null;
                        })
                        .filter(Objects::nonNull))
                .doesNotContain("p-owner", "p-submitter");
    }

    /** Told without the rules: between a request and its decision both checks were met, and others decided. */
    static void eachRequestIsCheckedAndDecidedOnceByOthers(Given given) {
        Set<VacancyCheck> met = new HashSet<>();
        Set<String> asking = new HashSet<>();
        boolean[] waits = {false};
        told(given, Kinds.VACANCY_REQUEST, "VAC").forEach(fact -> {
            switch (fact) {
                case VacancyRequested requested -> {
                    waits[0] = true;
                    asking.add(String.valueOf(owner(requested.requestedBy())));
                }
                case VacancyExtensionRequested requested -> {
                    assertThat(waits[0]).isFalse();
                    waits[0] = true;
                    met.clear();
                    asking.clear();
                    asking.add(String.valueOf(owner(requested.requestedBy())));
                }
                case VacancyChecked checked -> {
                    if (checked.met()) met.add(checked.check());
                    else met.remove(checked.check());
                }
                case VacancyDecided decided -> {
                    assertThat(waits[0]).isTrue();
                    waits[0] = false;
                    assertThat(decided.decidedBy()).doesNotContainAnyElementsOf(asking);
                    if (decided.outcome() == VacancyOutcome.AUTHORISED)
                        assertThat(met).contains(VacancyCheck.FUNDING, VacancyCheck.DISPLACED_STAFF);
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.VACANCY_REQUEST, "VAC", VacancyRequestClosed.class);
    }

    static void nothingIsLeftInAClosedPlan(Given given) {
        Set<String> open = new HashSet<>();
        told(given, Kinds.DELIVERY_PLAN, "PLAN").forEach(fact -> {
            switch (fact) {
                case PlanItemAdded added -> open.add(added.item());
                case PlanItemAchieved achieved ->
                    assertThat(open.remove(achieved.item())).isTrue();
                case PlanItemDropped dropped ->
                    assertThat(open.remove(dropped.item())).isTrue();
                case PlanItemProgressed progressed -> assertThat(open).contains(progressed.item());
                case DeliveryPlanClosed _ -> assertThat(open).isEmpty();
                default -> {}
            }
        });
        staysClosed(given, Kinds.DELIVERY_PLAN, "PLAN", DeliveryPlanClosed.class);
    }

    static void onlyWhatIsReopenedIsAnsweredAgain(Given given) {
        boolean[] answered = {false};
        told(given, Kinds.EXTERNAL_REQUEST, "REQ").forEach(fact -> {
            if (fact instanceof ExternalRequestAnswered) {
                assertThat(answered[0]).isFalse();
                answered[0] = true;
            }
            if (fact instanceof ExternalRequestReopened) {
                assertThat(answered[0]).isTrue();
                answered[0] = false;
            }
        });
        staysClosed(given, Kinds.EXTERNAL_REQUEST, "REQ", ExternalRequestWithdrawn.class);
    }

    /** Told without the rules: only what the cycle asks for is missing, and it is closed once all was due. */
    static void nothingComesInAfterACycleIsClosed(Given given) {
        LocalDate[] due = {LocalDate.MIN};
        told(given, Kinds.REPORTING_CYCLE, "RC").forEach(fact -> {
            switch (fact) {
                case ReportingCycleOpened opened -> due[0] = opened.dueOn();
                case SubmissionsRescheduled rescheduled -> due[0] = rescheduled.dueOn();
                case SubmissionReceived received ->
                    assertThat(received.missing()).isSubsetOf("Highlights", "Forecast");
                case ReportingCycleClosed closed ->
                    assertThat(closed.provenance().effectiveOn()).isAfterOrEqualTo(due[0]);
                default -> {}
            }
        });
        staysClosed(given, Kinds.REPORTING_CYCLE, "RC", ReportingCycleClosed.class);
    }

    /** Told without the rules: it is awarded once, and each extension is of what runs, in time and for longer. */
    static void aContractRunsFromItsAwardToItsEnd(Given given) {
        boolean[] awarded = {false};
        boolean[] maximum = {false};
        LocalDate[] last = {LocalDate.MAX};
        told(given, Kinds.CONTRACT, "CON").forEach(fact -> {
            switch (fact) {
                case ContractRegistered registered -> {
                    if (registered.lastDay() != null) last[0] = registered.lastDay();
                }
                case ContractSupplierAgreed _ -> assertThat(awarded[0]).isFalse();
                case ContractAwarded award -> {
                    assertThat(awarded[0]).isFalse();
                    awarded[0] = true;
                    last[0] = award.lastDay();
                }
                case ContractExtended extended -> {
                    assertThat(awarded[0]).isTrue();
                    assertThat(maximum[0]).isFalse();
                    assertThat(extended.provenance().effectiveOn()).isBeforeOrEqualTo(last[0]);
                    assertThat(extended.lastDay()).isAfter(last[0]);
                    maximum[0] = Boolean.TRUE.equals(extended.toMaximum());
                    last[0] = extended.lastDay();
                }
                case ContractChanged _ -> assertThat(awarded[0]).isTrue();
                default -> {}
            }
        });
        aLotAndAnOptionTakeEffectAfterTheyAreOnRecord(given);
        staysClosed(given, Kinds.CONTRACT, "CON", ContractEnded.class);
    }

    /** Told without the rules: assessed by others than its owners so far, a source that stated it preferred, planned once. */
    static void aBenefitIsAssessedByOthersAndPrefersOnlyWhatIsStated(Given given) {
        Set<String> owners = new HashSet<>(Set.of("p0"));
        Set<String> sources = new HashSet<>();
        boolean[] onItsWay = {false};
        told(given, Kinds.BENEFIT, "BEN").forEach(fact -> {
            switch (fact) {
                case BenefitOwnerChanged changed -> owners.add(changed.owner().person());
                case BenefitProfileStated stated -> sources.add(stated.statedIn());
                case BenefitProfilePreferred preferred -> assertThat(sources).contains(preferred.statedIn());
                case BenefitPlanned _ -> {
                    assertThat(onItsWay[0]).isFalse();
                    onItsWay[0] = true;
                }
                case BenefitRealisationAssessed assessed -> {
                    assertThat(owners).doesNotContainAnyElementsOf(assessed.assessedBy());
                    onItsWay[0] = true;
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.BENEFIT, "BEN", BenefitWithdrawn.class);
    }

    /** Told without the rules: no percentage is absurd, and a second target says why. */
    static void noMeasureIsCountedAfterItsEnd(Given given) {
        boolean[] aimed = {false};
        told(given, Kinds.MEASURE, "ME").forEach(fact -> {
            switch (fact) {
                case MeasureValueStated value ->
                    assertThat(value.number().abs()).isLessThanOrEqualTo(BigDecimal.valueOf(1000));
                case MeasureTargetSet target -> {
                    assertThat(target.number().abs()).isLessThanOrEqualTo(BigDecimal.valueOf(1000));
                    assertThat(aimed[0] && target.reason() == null).isFalse();
                    aimed[0] = true;
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.MEASURE, "ME", MeasureEnded.class);
    }

    /** Told without the rules: what is preferred is stated, and only the first envelope gives no reason. */
    static void onlyWhatASourceStatesIsPreferred(Given given) {
        Set<String> stated = new HashSet<>();
        boolean[] enveloped = {false};
        told(given, Kinds.BUDGET, "BU").forEach(fact -> {
            switch (fact) {
                case BudgetFiguresStated figures -> stated.add(figures.figure() + figures.statedIn());
                case BudgetSourcePreferred one -> assertThat(stated).contains(one.figure() + one.statedIn());
                case BudgetEnvelopeSet set -> {
                    assertThat(set.years()).isBetween(1, 50);
                    assertThat(enveloped[0] && set.reason() == null).isFalse();
                    enveloped[0] = true;
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.BUDGET, "BU", BudgetEnded.class);
    }

    /** Told without the rules: what is defined once is awarded once, and an option carries one extension, in its time. */
    private static void aLotAndAnOptionTakeEffectAfterTheyAreOnRecord(Given given) {
        Map<String, Boolean> lots = new HashMap<>();
        Map<String, ContractExtensionOptionAgreed> options = new HashMap<>();
        told(given, Kinds.CONTRACT, "CON").forEach(fact -> {
            switch (fact) {
                case ContractLotDefined defined ->
                    assertThat(lots.put(defined.lot(), false)).isNull();
                case ContractLotAwarded lot ->
                    assertThat(lots.put(lot.lot(), true)).isFalse();
                case ContractExtensionOptionAgreed agreed ->
                    assertThat(options.put(agreed.option(), agreed)).isNull();
                case ContractExtended extended -> {
                    if (extended.option() == null) return;
                    ContractExtensionOptionAgreed option = Objects.requireNonNull(options.get(extended.option()));
                    assertThat(extended.lastDay()).isBeforeOrEqualTo(option.lastDay());
                    if (option.decideBy() != null)
                        assertThat(extended.provenance().effectiveOn()).isBeforeOrEqualTo(option.decideBy());
                }
                default -> {}
            }
        });
    }

    /** Told without the rules: whatever a version says, it says once. */
    static void eachVersionOfADataStandardIsDefinedOnce(Given given) {
        assertThat(told(given, Kinds.REGISTER, "R")
                        .filter(DataStandardDefined.class::isInstance)
                        .map(defined -> ((DataStandardDefined) defined).version()))
                .doesNotHaveDuplicates();
    }

    /** Told without the rules: above programme level only what a gatekeeper admitted, who is not its owner. */
    static void aRiskComesToHigherLevelsOnlyThroughItsGatekeeper(Given given) {
        RiskLevel[] level = {RiskLevel.PROGRAMME};
        RiskLevel[] waiting = {RiskLevel.PROGRAMME};
        boolean[] closed = {false};
        boolean[] admitted = {false};
        Set<String> owners = new HashSet<>(Set.of("p0"));
        told(given, Kinds.RISK, "R").forEach(fact -> {
            if (closed[0]) assertThat(fact).isInstanceOfAny(RiskReopened.class, RiskRaised.class);
            switch (fact) {
                case RiskOwnerChanged changed -> owners.add(changed.owner().person());
                case RiskEscalated escalated -> {
                    assertThat(escalated.level()).isGreaterThan(level[0]);
                    assertThat(waiting[0]).isNull();
                    if (escalated.gatekeeper() == null) level[0] = escalated.level();
                    else waiting[0] = escalated.level();
                }
                case RiskDeescalated back -> {
                    assertThat(back.level()).isLessThan(level[0]);
                    assertThat(waiting[0]).isNull();
                    if (back.gatekeeper() == null) level[0] = back.level();
                    else waiting[0] = back.level();
                }
                case RiskAdmissionDecided decided -> {
                    assertThat(waiting[0]).isNotNull();
                    assertThat(owners).doesNotContainAnyElementsOf(decided.decidedBy());
                    boolean raising = waiting[0] == RiskLevel.PROGRAMME && level[0] == RiskLevel.PROGRAMME;
                    if (decided.outcome() == RiskAdmission.ADMITTED) {
                        admitted[0] = true;
                        level[0] = waiting[0];
                    } else closed[0] = raising && !admitted[0];
                    waiting[0] = null;
                }
                case RiskClosed _ -> closed[0] = true;
                case RiskReopened _ -> {
                    assertThat(closed[0]).isTrue();
                    closed[0] = false;
                    // One that was never admitted waits again.
                    if (!admitted[0]) waiting[0] = RiskLevel.PROGRAMME;
                }
                default -> {}
            }
        });
    }

    /** Told without the rules, of each milestone and of the numbers of baselines. */
    static void aMilestoneIsAchievedOrDroppedAndBaselinesFollowEachOther(Given given) {
        Map<String, MilestoneStatus> status = new HashMap<>();
        int[] last = {0};
        told(given, Kinds.MILESTONES, "PG").forEach(fact -> {
            switch (fact) {
                case MilestonePlanned planned ->
                    assertThat(status.put(planned.milestone(), MilestoneStatus.PLANNED))
                            .isNull();
                case MilestoneForecastChanged changed ->
                    assertThat(status.get(changed.milestone())).isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneAchieved achieved ->
                    assertThat(status.put(achieved.milestone(), MilestoneStatus.ACHIEVED))
                            .isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneDropped gone ->
                    assertThat(status.put(gone.milestone(), MilestoneStatus.DROPPED))
                            .isEqualTo(MilestoneStatus.PLANNED);
                case MilestoneReinstated again ->
                    assertThat(status.put(again.milestone(), MilestoneStatus.PLANNED))
                            .isEqualTo(MilestoneStatus.DROPPED);
                case BaselineSet set -> {
                    assertThat(set.baseline()).isEqualTo(++last[0]);
                    assertThat(set.decision() != null || set.baseline() == 1).isTrue();
                    set.dates()
                            .forEach(date -> assertThat(status.get(date.milestone()))
                                    .isIn(MilestoneStatus.PLANNED, MilestoneStatus.ACHIEVED));
                }
                default -> {}
            }
        });
    }

    static void onlyWhatWasTakenIsSuperseded(Given given) {
        boolean[] taken = {false};
        told(given, Kinds.OUTSIDE_DECISION, "OD").forEach(fact -> {
            switch (fact) {
                case OutsideDecisionRecorded recorded ->
                    taken[0] = recorded.outcome().isTaken();
                case OutsideDecisionProgressed progressed -> {
                    if (taken[0]) assertThat(progressed.outcome().isTaken()).isTrue();
                    taken[0] = progressed.outcome().isTaken();
                }
                case OutsideDecisionSuperseded _ -> assertThat(taken[0]).isTrue();
                default -> {}
            }
        });
        staysClosed(given, Kinds.OUTSIDE_DECISION, "OD", OutsideDecisionSuperseded.class);
    }

    static void versionsOfAMappingFollowEachOther(Given given) {
        int[] last = {1};
        told(given, Kinds.MAPPING, "MAP").forEach(fact -> {
            if (!(fact instanceof ImportMappingRedefined redefined)) return;
            assertThat(redefined.version()).isGreaterThan(last[0]);
            last[0] = redefined.version();
        });
        staysClosed(given, Kinds.MAPPING, "MAP", ImportMappingWithdrawn.class);
    }

    static void noMoreOffersAreAcceptedThanMade(Given given) {
        int[] known = {Integer.MAX_VALUE, 0};
        LocalDate[] day = {LocalDate.MIN};
        told(given, Kinds.WORKFORCE_CONTROL, "WC").forEach(fact -> {
            if (!(fact instanceof WorkforceFiguresReported figures)) return;
            // What is reported last on a day counts.
            if (figures.provenance().effectiveOn().isAfter(day[0]))
                assertThat(known[1]).isLessThanOrEqualTo(known[0]);
            day[0] = figures.provenance().effectiveOn();
            if (figures.offers() != null) known[0] = figures.offers();
            if (figures.accepted() != null) known[1] = figures.accepted();
        });
        assertThat(known[1]).isLessThanOrEqualTo(known[0]);
        staysClosed(given, Kinds.WORKFORCE_CONTROL, "WC", WorkforceControlEnded.class);
    }

    /** Told without the rules: who owned or claimed a recommendation by then did not verify it, and it was claimed. */
    static void recommendationsAreFollowedByOthersThanTheirOwners(Given given) {
        Map<String, Set<String>> involved = new HashMap<>();
        Set<String> claimed = new HashSet<>();
        Set<String> ended = new HashSet<>();
        told(given, Kinds.REVIEW, "RV").forEach(fact -> {
            switch (fact) {
                case RecommendationMade made -> involve(involved, made.recommendation(), owner(made.owner()));
                case RecommendationAssigned assigned -> {
                    assertThat(ended).doesNotContain(assigned.recommendation());
                    involve(involved, assigned.recommendation(), owner(assigned.owner()));
                }
                case RecommendationClaimed claim -> {
                    assertThat(ended).doesNotContain(claim.recommendation());
                    assertThat(claimed.add(claim.recommendation())).isTrue();
                    involve(involved, claim.recommendation(), claim.claimedBy());
                }
                case RecommendationVerified verified -> {
                    assertThat(claimed.remove(verified.recommendation())).isTrue();
                    assertThat(ended.add(verified.recommendation())).isTrue();
                    assertThat(involved.get(verified.recommendation())).doesNotContain(verified.verifiedBy());
                }
                case RecommendationClosed closed -> {
                    claimed.remove(closed.recommendation());
                    assertThat(ended.add(closed.recommendation())).isTrue();
                }
                case RecommendationReopened reopened -> {
                    claimed.remove(reopened.recommendation());
                    ended.remove(reopened.recommendation());
                }
                default -> {}
            }
        });
    }

    private static @Nullable String owner(@Nullable Holder owner) {
        return owner == null ? null : owner.person();
    }

    private static void involve(Map<String, Set<String>> involved, String recommendation, @Nullable String person) {
        Set<String> all = involved.computeIfAbsent(recommendation, _ -> new HashSet<>());
        if (person != null) all.add(person);
    }

    static void eachVersionOfASchemeIsDefinedOnce(Given given) {
        assertThat(told(given, Kinds.PORTFOLIO, "PF")
                        .filter(RatingSchemeDefined.class::isInstance)
                        .map(RatingSchemeDefined.class::cast)
                        .map(defined -> defined.scheme() + ":" + defined.version()))
                .doesNotHaveDuplicates();
    }

    /** A reset needs an approval of a re-baseline, and none is on record. */
    static void everyRatingIsOneOfItsScheme(Given given) {
        assertThat(told(given, Kinds.RAG, "PG")
                        .filter(RagAssessed.class::isInstance)
                        .map(RagAssessed.class::cast))
                .allSatisfy(rated -> {
                    assertThat(rated.rating()).isIn(RagRating.GREEN, RagRating.AMBER, RagRating.RED);
                    assertThat(rated.schemeVersion()).isIn(1, 2);
                    assertThat(rated.criterion()).isIn("OVERALL", "COST");
                });
    }

    private static void staysClosed(
            Given given, Kind<?, ? extends Closable> kind, String id, Class<? extends GovernanceFact> closing) {
        if (told(given, kind, id).noneMatch(closing::isInstance)) return;
        assertThat(given.history(kind, id).timeline().last().map(Closable::isOpen))
                .isNotEqualTo(Optional.of(true));
    }

    private static Stream<GovernanceFact> told(Given given, Kind<?, ?> kind, String id) {
        return Kind.counting(given.history(kind, id)).stream()
                .map(entry -> entry.content().fact());
    }

    /** Told without the rules: day by day, who of the appointed has neither ended nor been replaced. */
    static void onlyOneSroAtAnyMoment(Given given) {
        Map<String, RoleAppointed> running = new HashMap<>();
        List<RoleAppointed> told = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry :
                given.history(Kinds.APPOINTMENTS, "PG").entries()) {
            switch (entry.content().fact()) {
                case RoleAppointed appointed -> {
                    // Who is replaced takes along whoever had come in that place meanwhile.
                    Set<String> gone = new HashSet<>();
                    if (appointed.replaces() != null) gone.add(appointed.replaces());
                    while (gone.addAll(heirs(told, gone))) {}
                    running.keySet().removeAll(gone);
                    told.add(appointed);
                    running.values().removeIf(before -> before.kind() == AppointmentKind.VACANT);
                    running.put(appointed.appointment(), appointed);
                }
                case AppointmentEnded ended -> running.remove(ended.appointment());
                default -> throw new AssertionError(entry);
            }
            assertThat(running).as("after %s", entry).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Set<String> heirs(List<RoleAppointed> told, Set<String> gone) {
        return told.stream()
                .filter(appointed -> appointed.replaces() != null && gone.contains(appointed.replaces()))
                .map(RoleAppointed::appointment)
                .collect(Collectors.toSet());
    }

    static void nothingComesAfterTheFinalApproval(Given given) {
        var history = given.history(Kinds.BUSINESS_CASE, "BC");
        var last = history.timeline().last().orElse(null);
        if (last == null) return;
        Set<Integer> written = new HashSet<>();
        boolean isFinal = false;
        for (EffectiveEntry<RecordedFact> entry : Kind.counting(history)) {
            GovernanceFact fact = entry.content().fact();
            if (fact instanceof BusinessCaseVersionRecorded versioned) {
                assertThat(written.add(versioned.version())).isTrue();
            }
            if (fact instanceof BusinessCaseReevaluated evaluated)
                isFinal &= evaluated.result() == ReevaluationResult.UPHELD;
            if (!(fact instanceof BusinessCaseDecided) && !(fact instanceof BusinessCaseSubmitted)) continue;
            assertThat(isFinal).as("final before %s", entry).isFalse();
            isFinal = fact instanceof BusinessCaseDecided decided
                    && decided.outcome() == BoardOutcome.APPROVED
                    && last.route().value().getLast().equals(decided.board());
        }
    }

    /** What opens it may follow its end on the same day, where a correction put the end before it. */
    private static <S> void comesLast(
            Given given, String stream, Kind<?, S> kind, Predicate<GovernanceFact> ends, Set<Class<?>> mayFollow) {
        List<GovernanceFact> after = new ArrayList<>();
        boolean ended = false;
        for (EffectiveEntry<RecordedFact> entry : Kind.counting(given.history(kind, kind.idIn(stream)))) {
            GovernanceFact fact = entry.content().fact();
            if (ended && !mayFollow.contains(fact.getClass())) after.add(fact);
            ended |= ends.test(fact);
        }
        assertThat(after).isEmpty();
    }
}

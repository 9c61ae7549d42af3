package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AccountingAssessmentFacts.assessed;
import static org.portfolioledger.command.AccountingAssessmentFacts.departed;
import static org.portfolioledger.command.AccountingAssessmentFacts.reassessed;
import static org.portfolioledger.command.AccountingAssessmentFacts.summarised;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.ActionFacts.actionDue;
import static org.portfolioledger.command.ActionFacts.actionProgress;
import static org.portfolioledger.command.ActionFacts.done;
import static org.portfolioledger.command.ActionFacts.dropped;
import static org.portfolioledger.command.ActionFacts.handedOn;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BoardFacts.remit;
import static org.portfolioledger.command.BoardFacts.revoked;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BoardFacts.starChamber;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.challenged;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.discharged;
import static org.portfolioledger.command.BusinessCaseFacts.reevaluated;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.BusinessCaseFacts.withdrawn;
import static org.portfolioledger.command.ContractFacts.awarded;
import static org.portfolioledger.command.ContractFacts.contract;
import static org.portfolioledger.command.ContractFacts.contractChanged;
import static org.portfolioledger.command.ContractFacts.contractEnded;
import static org.portfolioledger.command.ContractFacts.extended;
import static org.portfolioledger.command.ContractFacts.supplierAgreed;
import static org.portfolioledger.command.DeliveryPlanFacts.itemAchieved;
import static org.portfolioledger.command.DeliveryPlanFacts.itemAdded;
import static org.portfolioledger.command.DeliveryPlanFacts.itemAssigned;
import static org.portfolioledger.command.DeliveryPlanFacts.itemDropped;
import static org.portfolioledger.command.DeliveryPlanFacts.itemProgressed;
import static org.portfolioledger.command.DeliveryPlanFacts.plan;
import static org.portfolioledger.command.DeliveryPlanFacts.planClosed;
import static org.portfolioledger.command.DeliveryPlanFacts.started;
import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.needed;
import static org.portfolioledger.command.DependencyFacts.noLongerAgreed;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.DependencyFacts.seen;
import static org.portfolioledger.command.DependencyFacts.status;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.DocumentFacts.documentVersion;
import static org.portfolioledger.command.DocumentFacts.marked;
import static org.portfolioledger.command.DocumentFacts.publication;
import static org.portfolioledger.command.DocumentFacts.replacedBy;
import static org.portfolioledger.command.DocumentFacts.reviewed;
import static org.portfolioledger.command.DocumentFacts.written;
import static org.portfolioledger.command.EqualityAssessmentFacts.equality;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityEnded;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityReviewed;
import static org.portfolioledger.command.EqualityAssessmentFacts.equalityVersion;
import static org.portfolioledger.command.EqualityAssessmentFacts.tied;
import static org.portfolioledger.command.ExternalRequestFacts.externalRequest;
import static org.portfolioledger.command.ExternalRequestFacts.requestAnswered;
import static org.portfolioledger.command.ExternalRequestFacts.requestAssigned;
import static org.portfolioledger.command.ExternalRequestFacts.requestDue;
import static org.portfolioledger.command.ExternalRequestFacts.requestPromised;
import static org.portfolioledger.command.ExternalRequestFacts.requestReopened;
import static org.portfolioledger.command.ExternalRequestFacts.requestWithdrawn;
import static org.portfolioledger.command.InitiativeFacts.attributed;
import static org.portfolioledger.command.InitiativeFacts.called;
import static org.portfolioledger.command.InitiativeFacts.calledNoMore;
import static org.portfolioledger.command.InitiativeFacts.closed;
import static org.portfolioledger.command.InitiativeFacts.exited;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.merged;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.InitiativeFacts.owned;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.InitiativeFacts.split;
import static org.portfolioledger.command.MeetingFacts.agenda;
import static org.portfolioledger.command.MeetingFacts.circulated;
import static org.portfolioledger.command.MeetingFacts.interest;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingCancelled;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.MeetingFacts.minuted;
import static org.portfolioledger.command.MeetingFacts.rescheduled;
import static org.portfolioledger.command.MilestoneFacts.baseline;
import static org.portfolioledger.command.MilestoneFacts.milestone;
import static org.portfolioledger.command.MilestoneFacts.milestoneAchieved;
import static org.portfolioledger.command.MilestoneFacts.milestoneDropped;
import static org.portfolioledger.command.MilestoneFacts.reinstated;
import static org.portfolioledger.command.OutsideDecisionFacts.outsideDecision;
import static org.portfolioledger.command.OutsideDecisionFacts.outsideProgress;
import static org.portfolioledger.command.OutsideDecisionFacts.superseded;
import static org.portfolioledger.command.PortfolioFacts.described;
import static org.portfolioledger.command.PortfolioFacts.group;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.replaced;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.PortfolioFacts.validity;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.postClosed;
import static org.portfolioledger.command.PostFacts.vacated;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RagFacts.unrated;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.ReportingCycleFacts.cycle;
import static org.portfolioledger.command.ReportingCycleFacts.cycleClosed;
import static org.portfolioledger.command.ReportingCycleFacts.raised;
import static org.portfolioledger.command.ReportingCycleFacts.received;
import static org.portfolioledger.command.ReportingCycleFacts.submissionsDue;
import static org.portfolioledger.command.ReviewFacts.answered;
import static org.portfolioledger.command.ReviewFacts.assigned;
import static org.portfolioledger.command.ReviewFacts.claimed;
import static org.portfolioledger.command.ReviewFacts.closedNotDone;
import static org.portfolioledger.command.ReviewFacts.found;
import static org.portfolioledger.command.ReviewFacts.held;
import static org.portfolioledger.command.ReviewFacts.progressed;
import static org.portfolioledger.command.ReviewFacts.recommended;
import static org.portfolioledger.command.ReviewFacts.reopened;
import static org.portfolioledger.command.ReviewFacts.reported;
import static org.portfolioledger.command.ReviewFacts.review;
import static org.portfolioledger.command.ReviewFacts.reviewCancelled;
import static org.portfolioledger.command.ReviewFacts.reviewDue;
import static org.portfolioledger.command.ReviewFacts.verified;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.command.VacancyRequestFacts.authorised;
import static org.portfolioledger.command.VacancyRequestFacts.checked;
import static org.portfolioledger.command.VacancyRequestFacts.extensionRequested;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyClosed;
import static org.portfolioledger.command.VacancyRequestFacts.vacancyRequested;
import static org.portfolioledger.command.WorkforceControlFacts.controlEnded;
import static org.portfolioledger.command.WorkforceControlFacts.controlUntil;
import static org.portfolioledger.command.WorkforceControlFacts.figures;
import static org.portfolioledger.command.WorkforceControlFacts.workforceControl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.events.BenefitFact.BenefitRealisation;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** A command that would change nothing stores nothing. */
class SaidTwiceTest {

    private static final GovernanceFact DECISION = boardDecided("BD", "D-1", "POLICY", "2020-01-01");

    private static final GovernanceFact DECISION_ABOVE = boardDecided("BD-2", "D-2", "POLICY", "2020-01-01");

    private static final List<GovernanceFact> BEGINNINGS = List.of(
            register("ACME", "2020-01-01"),
            portfolio("PF", "2020-01-01"),
            initiativeIn("PG", "PF", "2020-01-01"),
            initiativeIn("PG-2", "PF", "2020-01-01"),
            board("BD", "2020-01-01"),
            board("BD-2", "2020-01-01"),
            caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
            caseOpened("BC-2", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
            dependency("DP", new DependencyEnd("PG", null), new DependencyEnd(null, "HR"), "2020-01-01"),
            dependency("DP-2", new DependencyEnd("PG", null), new DependencyEnd(null, "ICT"), "2020-01-01"),
            sro("PG", "A-1", "p0", "2020-01-01"),
            post("PO", "2020-01-01"),
            post("PO-2", "2020-01-01"),
            DECISION,
            DECISION_ABOVE,
            document("DOC", 1, "2020-01-01"),
            document("DOC-2", 2, "2020-01-01"),
            action("ACT", "p0", null, "2020-01-01"),
            action("ACT-2", "p0", null, "2020-01-01"),
            review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
            review("RV-2", ReviewKind.GATE_2, "PG", "2020-01-01"),
            found("RV", "F", "2020-01-01"),
            recommended("RV", "R-1", "p0", "2020-01-01"),
            recommended("RV", "R-2", "p0", "2020-01-01"),
            recommended("RV", "R-3", "p0", "2020-01-01"),
            recommended("RV", "R-4", "p0", "2020-01-01"),
            recommended("RV", "R-5", "p0", "2020-01-01"),
            recommended("RV", "R-6", "p0", "2020-01-01"),
            delegated("BD", "DG", "p-board", "2020-01-01"),
            meeting("M", "BD", "2020-02-01", "2020-01-01"),
            meeting("M-2", "BD", "2020-02-01", "2020-01-01"),
            equality("EIA", "PG", 1, "2020-01-01"),
            assessed("AOA", "BC", "p-board", "2020-01-01"),
            starChamber("BD-3", "2020-01-01"),
            vacancyRequested("VAC", "p0", "BD-3", "2020-12-31", "2020-01-01"),
            plan("PLAN", "PG", "2020-01-01"),
            itemAdded("PLAN", "IT-1", "2020-01-01"),
            itemAdded("PLAN", "IT-2", "2020-01-01"),
            externalRequest("REQ", "BD-3", null, "2020-01-01"),
            cycle("RC", List.of("PG"), "BD", "2020-01-01"),
            contract("CON", null, "2020-01-01"),
            ContractFacts.lot("CON", "LOT", "2020-01-01"),
            ContractFacts.option("CON", "OPT", "2021-12-31", "2020-06-30", "2020-01-01"),
            outsideDecision("OD", OutsideOutcome.SUBMITTED, "2020-01-01"),
            workforceControl("WC", null, "2020-01-01"),
            BenefitFacts.benefit("BEN", "PG", "p-owner", "2020-01-01"),
            MappingFacts.mapping("MAP", null, "2020-01-01"),
            RiskFacts.risk("R-1", RiskLevel.PROJECT, "PG", null, "p-owner", "2020-01-01"),
            RiskFacts.risk("R-2", RiskLevel.PROJECT, "PG-2", null, "p-owner", "2020-01-01"),
            RiskFacts.risk("R-3", RiskLevel.PROGRAMME, "PG", RiskFacts.board("BD"), "p-owner", "2020-01-01"),
            MeasureFacts.measure("ME", "homes", "PG", "2020-01-01"),
            BudgetFacts.budget("BU", "PG", "2020-01-01"),
            ProtectiveMarkingFacts.entityMarked("PM", "risk-R-2", Marking.RESTRICTED, "2020-01-02"),
            milestone("PG", "M-1", "2021-01-01", "2020-01-01"),
            milestone("PG", "M-2", "2021-01-01", "2020-01-01"));

    /** One of each in an order in which all are accepted. */
    private static final List<GovernanceFact> CHANGES = List.of(
            live("ACME", "2020-02-01"),
            DataStandardFacts.standard("ACME", 1, "2020-02-01"),
            group("PF", "HR", "Human Resources", "2020-02-01"),
            scheme("PF", "ACME_RAG", 1, "2020-02-01"),
            scheme("PF", "NEXT_RAG", 1, "2020-02-01"),
            rated("PG", RagRating.AMBER, "2020-02-01"),
            unrated("PG", "2020-02-02"),
            baseline("PG", 1, "2021-01-01", List.of("M-1", "M-2"), null, "2020-02-01"),
            MilestoneFacts.expected("PG", "M-1", "2021-02-01", "2020-02-01"),
            milestoneDropped("PG", "M-2", "2020-02-01"),
            reinstated("PG", "M-2", "2020-02-02"),
            milestoneAchieved("PG", "M-1", "2020-02-02"),
            replaced("PF", "ACME_RAG", "NEXT_RAG", 1, "2020-03-01"),
            validity("PF", 100, "2020-02-01"),
            described("PF", Role.SRO, "2020-02-01"),
            filled("PO", "p0", "2020-02-01"),
            vacated("PO", "2020-02-02"),
            postClosed("PO-2", "2020-02-01"),
            renamed("PG", "Homes", "2020-02-01"),
            moved("PG-2", new Placement("PG", null), "2020-02-01"),
            exited("PG-2", 1L + BEGINNINGS.indexOf(DECISION), "2020-02-02"),
            split("PG-2", "PG", "2020-02-01"),
            called("PG-2", "GMPP", "A-1", "2020-02-01"),
            calledNoMore("PG-2", "GMPP", "2020-02-02"),
            attributed("PG-2", Map.of("fundingBody", "Homes England"), "2020-02-01"),
            merged("PG-2", "PG", "2020-02-03"),
            owned("PG", List.of("HR"), "2020-02-01"),
            limit("BD", "4000000", "2020-02-01"),
            remit("BD", List.of("SOC", "POLICY"), "2020-02-01"),
            with(parent("BD", "BD-2", "2020-02-01"), "decision", 1L + BEGINNINGS.indexOf(DECISION_ABOVE)),
            sitting("BD", List.of(), "2020-02-01"),
            quorum("BD", 2, "2020-02-01"),
            version("BC", 1, "2020-01-30"),
            submitted("BC", 1, "2020-01-30"),
            challenged("BC", 1, "p-board", "2020-02-01"),
            decided("BC", "BD", 1, BoardOutcome.APPROVED, "2020-02-01"),
            reevaluated("BC", ReevaluationResult.UPHELD, "2020-02-02"),
            discharged("BC-2", "C-BD", "2020-01-20"),
            reevaluated("BC-2", ReevaluationResult.LAPSED, "2020-01-21"),
            submitted("BC-2", 1, "2020-01-22"),
            withdrawn("BC-2", "2020-01-23"),
            policy("PF", 1, List.of("BD"), "2020-02-02"),
            agreed("DP", DependencySide.GIVER, "2020-02-01"),
            agreed("DP-2", DependencySide.GIVER, "2020-01-15"),
            noLongerAgreed("DP-2", DependencySide.GIVER, "2020-02-01"),
            needed("DP", "2021-03-01", "2020-02-01"),
            seen("DP", DependencySide.RECEIVER, DependencyOutlook.AT_RISK, "2020-04-01", "2020-02-01"),
            promised("DP", "2021-01-01", "2020-02-01"),
            status("DP", DependencyStatus.WITHDRAWN, "2020-02-01"),
            documentVersion("DOC", 2, 3, "2020-02-01"),
            written("DOC", "Director", "2020-02-01"),
            marked("DOC", Marking.OFFICIAL, "2020-02-01"),
            publication("DOC", Publication.PUBLISH, null, "2020-02-01"),
            reviewed("DOC", "2021-02-01", "2020-02-01"),
            replacedBy("DOC", "DOC-2", "2020-02-01"),
            actionProgress("ACT", "Half", "2020-02-01"),
            handedOn("ACT", "p-owner", "2020-02-01"),
            actionDue("ACT", "2021-01-01", "2020-02-01"),
            done("ACT", "2020-02-01"),
            dropped("ACT-2", "2020-02-01"),
            reviewDue("RV", "2020-02-01", "2020-02-01"),
            held("RV", "2020-02-01"),
            reported("RV", RagRating.RED, "2020-02-01"),
            reviewCancelled("RV-2", "2020-02-01"),
            assigned("RV", "R-1", "p-owner", "2020-02-01"),
            answered("RV", "R-1", RecommendationAnswer.ACCEPTED, "2020-02-01"),
            progressed("RV", "R-2", "2020-02-01"),
            claimed("RV", "R-3", "p-owner", "2020-02-01"),
            verified("RV", "R-4", "p-board", "2020-02-01"),
            reopened("RV", "R-5", "2020-02-01"),
            closedNotDone("RV", "R-6", "2020-02-01"),
            revoked("BD", "DG", "2020-02-01"),
            rescheduled("M", "2020-02-02", "2020-02-01"),
            agenda("M", null, "2020-02-01"),
            circulated("M", 1, "2020-02-01"),
            interest("M", "p0", null, "2020-02-01"),
            meetingHeld("M", List.of("p-board"), "2020-02-01"),
            minuted("M", "2020-02-01"),
            meetingCancelled("M-2", "2020-02-01"),
            tied("EIA", "BC", "2020-02-01"),
            equalityVersion("EIA", 2, 2, "2020-02-01"),
            equalityReviewed("EIA", "2021-02-01", "2020-02-01"),
            equalityEnded("EIA", "2020-02-01"),
            summarised("AOA", "DOC", "2020-02-01"),
            departed("AOA", "2020-09-30", "2020-02-01"),
            reassessed("AOA", "p-board", "2020-02-02"),
            checked("VAC", VacancyCheck.FUNDING, true, "2020-02-01"),
            checked("VAC", VacancyCheck.DISPLACED_STAFF, true, "2020-02-01"),
            authorised("VAC", "BD-3", "2020-12-31", "2020-02-02"),
            extensionRequested("VAC", "p0", "2021-06-30", "2020-02-03"),
            vacancyClosed("VAC", "2020-02-04"),
            started("PLAN", "2020-02-01"),
            itemAssigned("PLAN", "IT-1", "p0", "2020-02-01"),
            itemProgressed("PLAN", "IT-1", "2020-02-01"),
            itemAchieved("PLAN", "IT-1", "2020-02-02"),
            itemDropped("PLAN", "IT-2", "2020-02-01"),
            planClosed("PLAN", "2020-02-03"),
            requestAssigned("REQ", "p0", "2020-02-01"),
            requestDue("REQ", "2020-06-30", "2020-02-01"),
            requestPromised("REQ", "2020-06-01", "2020-02-01"),
            requestAnswered("REQ", "DOC", "2020-02-02"),
            requestReopened("REQ", null, "2020-02-03"),
            requestWithdrawn("REQ", "2020-02-04"),
            submissionsDue("RC", "2020-07-14", "2020-01-30"),
            received("RC", "PG", List.of("Forecast"), "2020-01-30"),
            raised("RC", "PG", "BD", "2020-01-31"),
            cycleClosed("RC", "2020-07-14"),
            supplierAgreed("CON", "Builders", "2020-02-01"),
            awarded("CON", "2020-12-31", "2020-02-02"),
            extended("CON", "2021-12-31", true, "2020-02-03"),
            ContractFacts.lotAwarded("CON", "LOT", "2020-12-31", "2020-02-03"),
            ContractFacts.supplierChanged("CON", "LOT", "Movers", "2020-02-04"),
            contractChanged("CON", "Notice", "2020-02-04"),
            contractEnded("CON", ContractEnding.TERMINATED, "2020-02-05"),
            outsideProgress("OD", OutsideOutcome.TAKEN, "2020-02-01"),
            superseded("OD", null, "2020-02-02"),
            figures("WC", 10, 4, "2020-02-01"),
            controlUntil("WC", "2020-12-31", "2020-02-02"),
            controlEnded("WC", "2020-02-03"),
            BenefitFacts.stated("BEN", "Plan", "2020/21", "-100", "2020-01-29"),
            BenefitFacts.preferred("BEN", "Plan", "2020-01-30"),
            BenefitFacts.profileWithdrawn("BEN", "Plan", "2020-01-31"),
            BenefitFacts.planned("BEN", "2020-01-30"),
            BenefitFacts.measured("BEN", "-50", "2020-01-30"),
            BenefitFacts.assessed("BEN", BenefitRealisation.REALISED, "p-board", "2020-01-31"),
            BenefitFacts.owner("BEN", "p-submitter", "2020-01-31"),
            BenefitFacts.withdrawn("BEN", "2020-02-05"),
            BenefitFacts.savings("PF", "Plan", "2020/21", "-500", "2020-01-30"),
            BudgetFacts.figures("BU", BudgetFigure.BUDGET, "Plan", "2020/21", "9", "2020-01-30"),
            BudgetFacts.preferredSource("BU", BudgetFigure.BUDGET, "Plan", "2020-01-31"),
            BudgetFacts.figuresWithdrawn("BU", BudgetFigure.BUDGET, "Plan", "2020-02-01"),
            BudgetFacts.envelope("BU", "9", "2020/21", 3, null, "2020-01-31"),
            BudgetFacts.budgetEnded("BU", "2020-02-01"),
            ProtectiveMarkingFacts.markingChanged("PM", Marking.OFFICIAL, "2020-02-01"),
            ProtectiveMarkingFacts.markingLifted("PM", "2020-02-02"),
            MeasureFacts.target("ME", "400", "2021-01-01", null, "2020-01-30"),
            MeasureFacts.value("ME", "25", "2020-02-01"),
            MeasureFacts.valueIn("ME", "Audit", "25", "2020-01-31"),
            MeasureFacts.preferredDocument("ME", "Audit", "2020-02-01"),
            MeasureFacts.measureEnded("ME", "2020-02-02"),
            MappingFacts.redefined("MAP", 2, "2020-01-30"),
            MappingFacts.mappingWithdrawn("MAP", "2020-01-31"),
            RiskFacts.scored("R-1", 3, 5, "2020-01-30"),
            RiskFacts.response("R-1", "Agree terms with another", "2020-01-30"),
            RiskFacts.riskReviewed("R-1", "2020-01-30"),
            RiskFacts.same("R-1", "R-2", "2020-01-30"),
            RiskFacts.notSame("R-1", "R-2", "2020-01-31"),
            RiskFacts.escalated("R-1", RiskLevel.PORTFOLIO, RiskFacts.board("BD"), "p-owner", "2020-02-01"),
            RiskFacts.admitted("R-3", "p-board", "2020-01-30"),
            RiskFacts.owner("R-3", "p-submitter", "2020-01-31"),
            RiskFacts.deescalated("R-3", RiskLevel.PROJECT, null, "2020-01-31"),
            RiskFacts.materialised("R-1", "2020-02-04"),
            RiskFacts.riskClosed("R-1", "2020-02-05"),
            RiskFacts.riskReopened("R-1", "2020-02-06"),
            PortfolioFacts.confidence("PF", "Office", "2020-01-30"),
            PortfolioFacts.equalityRequired("PF", "2020-01-30"),
            RiskFacts.riskGovernance("PF", "BD", "2020-01-30"),
            RiskFacts.riskScheme("PF", "ACME_RISKS", 1, "2020-02-07"),
            RiskFacts.riskScheme("PF", "NEXT_RISKS", 1, "2020-02-07"),
            PortfolioFacts.riskSchemeReplaced("PF", "ACME_RISKS", "NEXT_RISKS", 1, "2020-02-08"),
            ended("PG", "A-1", "2020-02-01"),
            closed("PG", "2020-02-01"),
            dissolved("BD", "2020-02-01"));

    /** What is on record before each of the changes, and once all of them are. */
    private static final List<Given> TOLD = new ArrayList<>();

    private final Given given = beginning();

    private static Given beginning() {
        return Given.persons("p0", "p-board", "p-owner", "p-submitter")
                .facts(BEGINNINGS.toArray(GovernanceFact[]::new))
                .facts(
                        version("BC-2", 1, "2020-01-10"),
                        submitted("BC-2", 1, "2020-01-11"),
                        decided("BC-2", "BD", 1, BoardOutcome.APPROVED_WITH_CONDITIONS, "2020-01-12"))
                .facts(claimed("RV", "R-4", "p-owner", "2020-01-15"), claimed("RV", "R-5", "p-owner", "2020-01-15"));
    }

    @BeforeAll
    static void tell() {
        Given given = beginning();
        for (GovernanceFact fact : CHANGES) {
            TOLD.add(given.copy());
            given.and(fact);
        }
        TOLD.add(given);
    }

    @Test
    void every_line_of_the_catalogue_is_tried() {
        assertThat(Stream.concat(BEGINNINGS.stream(), CHANGES.stream()).<Class<?>>map(GovernanceFact::getClass))
                .containsAll(facts(Families.routes()));
        assertThat(CHANGES.stream().<Class<?>>map(GovernanceFact::getClass))
                .containsAll(facts(Families.routes().filter(route -> route.names() == null)));
    }

    static Stream<GovernanceFact> changes() {
        return CHANGES.stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_begins_nothing_is_recorded_once_however_often_it_is_said(GovernanceFact fact) {
        Given given = TOLD.get(CHANGES.indexOf(fact)).copy().and(fact);
        given.when(fact).changesNothing();
        given.whenMigrating(fact).changesNothing();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void it_is_so_whatever_else_was_said_of_that_day_since(GovernanceFact fact) {
        TOLD.getLast().when(fact).changesNothing();
    }

    static Stream<GovernanceFact> beginnings() {
        return BEGINNINGS.stream();
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void who_begins_something_again_is_told_that_its_id_is_taken(GovernanceFact fact) {
        given.when(fact).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void what_was_otherwise_meanwhile_is_said_anew() {
        given.and(status("DP", DependencyStatus.AT_RISK, "2020-02-01"))
                .and(status("DP", DependencyStatus.MET, "2020-02-01"))
                .and(status("DP", DependencyStatus.AT_RISK, "2020-02-01"))
                .when(status("DP", DependencyStatus.AT_RISK, "2020-02-01"))
                .changesNothing();
    }

    @Test
    void what_was_corrected_since_is_said_anew() {
        given.and(promised("DP", "2021-01-01", "2020-02-01"));
        given.and(given.whenReplaced(given.head(), promised("DP", "2022-01-01", "2020-02-01")));
        given.when(promised("DP", "2022-01-01", "2020-02-01")).changesNothing();
        given.when(promised("DP", "2021-01-01", "2020-02-01")).isRecorded();
        given.retracted(given.head())
                .when(promised("DP", "2022-01-01", "2020-02-01"))
                .isRecorded();
    }

    @Test
    void another_day_or_another_reason_is_something_new() {
        given.and(limit("BD", "1", "2020-02-01"));
        given.when(limit("BD", "1", "2020-02-01")).changesNothing();
        given.when(limit("BD", "1", "2020-01-31")).isRecorded();
        given.when(limit("BD", "1", "2040-02-01")).isRecorded();
        given.when(with(limit("BD", "1", "2020-02-01"), "reason", "Scheme of delegation"))
                .isRecorded();
    }

    @Test
    void a_rule_that_the_first_could_leave_unmet_refuses_the_second() {
        var unassessed = with(rated("PG", RagRating.AMBER, "2020-02-01"), "assessor", null);
        given.and(scheme("PF", "ACME_RAG", 1, "2020-01-01")).and(given.whenMigrating(unassessed));
        assertThat(given.when(unassessed).rules()).extracting(Rule::code).containsExactly("rating-without-assessor");
        given.whenMigrating(unassessed).storesNothing();
    }

    private static List<Class<?>> facts(Stream<CommandRoute<?>> routes) {
        return routes.<Class<?>>flatMap(route -> route.facts().stream())
                .distinct()
                .toList();
    }
}

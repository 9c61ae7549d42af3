package org.portfolioledger.state;

import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemKind;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReportingCycleFact.BoardReport;
import org.portfolioledger.events.ReportingCycleFact.ExceptionGround;
import org.portfolioledger.events.ReportingCycleFact.ReportCoverage;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;
import org.portfolioledger.vocabulary.Role;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedDate;

/** One full life of each kind of entity: every fact of the family, and every field of its state. */
final class Lives {

    private static final Money COST =
            new Money(new BigDecimal("12400000.50"), "GBP", PriceBasis.REAL, "2011/12", Confidence.VALIDATED);
    private static final Money WHOLE =
            new Money(new BigDecimal("5000000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    private static final List<CaseFigure> FIGURES = List.of(new CaseFigure(
            FigureKind.BENEFIT,
            "cashable savings",
            new Money(new BigDecimal("-1200000.25"), "GBP", PriceBasis.NOT_STATED, null, Confidence.NOT_STATED)));
    private static final Paper PAPER =
            new Paper("0f".repeat(32), "The case – “v2”", Marking.RESTRICTED, PaperPurpose.FOR_DECISION);
    private static final Provenance VAGUE = new Provenance(
            LocalDate.parse("2011-05-01"),
            DatePrecision.MONTH,
            true,
            "no day is given",
            DateQualifier.NO_LATER_THAN,
            new Source("Update", "B.9", LocalDate.parse("2011-06-13")));

    private static final Provenance VAGUE_LATER =
            new Provenance(LocalDate.parse("2011-10-01"), DatePrecision.QUARTER, null, null, null, null);

    private static final List<Citation> EVIDENCE = List.of(new Citation("DOC-0", null), new Citation(null, "Minutes"));

    private Lives() {}

    static Stream<Story<?, ?>> all() {
        return Stream.of(
                register(),
                portfolio(),
                initiative(),
                appointments(),
                post(),
                ratings(),
                milestones(),
                board(),
                businessCase(),
                dependency(),
                document(),
                action(),
                review(),
                meeting(),
                equalityAssessment(),
                accountingAssessment(),
                vacancyRequest(),
                deliveryPlan(),
                externalRequest(),
                reportingCycle(),
                contract(),
                outsideDecision(),
                workforceControl(),
                BenefitLife.told(VAGUE),
                risk(),
                FigureLives.measure(),
                FigureLives.budget(),
                MappingLife.story());
    }

    private static Story<?, ?> register() {
        return Story.of(Kinds.REGISTER)
                .then(new RegisterFact.RegisterOpened("MPS", "Metropolitan Police Service", VAGUE))
                .then(new RegisterFact.RegisterWentLive("MPS", on("2018-04-01")), List.of("A_RULE"), List.of(1L))
                .then(new RegisterFact.DataStandardDefined(
                        "MPS",
                        1,
                        "Data standard",
                        List.of(new DataEntityTable(
                                DataEntity.MILESTONE,
                                true,
                                List.of(
                                        new DataAttribute(
                                                "Forecast",
                                                true,
                                                "forecast",
                                                DataFormat.DATE,
                                                List.of(),
                                                10,
                                                null,
                                                UpdateFrequency.MONTHLY),
                                        new DataAttribute(
                                                "Kind", false, "kind", null, List.of("END"), null, 90, null)))),
                        on("2018-05-01")));
    }

    private static Story<?, ?> portfolio() {
        return Story.of(Kinds.PORTFOLIO)
                .then(new PortfolioFact.PortfolioOpened(
                        "PF", "MPS", "Change", "SIP", "the office", List.of("broad"), attributes(), VAGUE))
                .then(new PortfolioFact.BusinessGroupNamed("PF", "DoI", "Directorate of Information", on("2011-06-13")))
                .then(new PortfolioFact.BusinessGroupNamed("PF", "TP", "Territorial Policing", on("2011-06-14")))
                .then(new PortfolioFact.RatingSchemeDefined(
                        "PF",
                        "MPS_2011",
                        1,
                        List.of(
                                new RatingDefinition(RagRating.GREEN, "on track"),
                                new RatingDefinition(RagRating.RED, "off track")),
                        List.of("OVERALL", "COST"),
                        on("2011-06-15")))
                .then(new PortfolioFact.RatingSchemeDefined(
                        "PF",
                        "MPS_2012",
                        1,
                        List.of(new RatingDefinition(RagRating.GREEN, "on track")),
                        List.of("OVERALL"),
                        on("2011-06-16")))
                .then(new PortfolioFact.RatingSchemeReplaced("PF", "MPS_2011", "MPS_2012", 1, on("2012-06-16")))
                .then(new PortfolioFact.RatingValiditySet("PF", 100, on("2012-06-17")))
                .then(new PortfolioFact.RoleDescribed(
                        "PF", Role.SRO, "One of each programme", List.of("delivery", "risks"), on("2012-06-18")))
                .then(new PortfolioFact.RoleDescribed(
                        "PF", Role.RISK_OWNER, "Owns a risk", List.of(), on("2012-06-19")))
                .then(new PortfolioFact.RiskSchemeDefined(
                        "PF",
                        "MPS_RISKS",
                        1,
                        List.of("rare", "unlikely", "possible", "likely", "almost certain"),
                        List.of("minimal", "minor", "moderate", "major", "extreme"),
                        15,
                        on("2012-06-20")))
                .then(new PortfolioFact.RiskGovernanceDescribed(
                        "PF",
                        List.of(RiskFact.RiskLevel.PROGRAMME, RiskFact.RiskLevel.STRATEGIC),
                        new RiskFact.RiskGatekeeper("BD-MB", null, null),
                        List.of("every programme keeps a register"),
                        List.of("BD-GB"),
                        on("2012-06-21")))
                .then(BenefitLife.savings("2012-06-22"))
                .then(BenefitLife.savings("2012-06-23"))
                .then(new PortfolioFact.CasePolicySet(
                        "PF",
                        1,
                        List.of(new PolicyRoute(
                                List.of(CaseStage.OBC), List.of(Tier.DMP), COST, List.of("BD-GB"), "Panel")),
                        List.of(new FastRoute("CONTRACT_EXTENSION", List.of("BD-MB"), "Scheme of delegation")),
                        12,
                        List.of(
                                new WaiverAuthority("BD-MB", null, null),
                                new WaiverAuthority(null, "PO-1", null),
                                new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER)),
                        on("2012-06-18")));
    }

    private static Story<?, ?> initiative() {
        return Story.of(Kinds.INITIATIVE)
                .then(InitiativeStateTest.opened(new Placement("PG-TPDEV", null), "2011-06-13"))
                .then(InitiativeStateTest.renamed("another", "2010-01-01"), List.of("A_RULE", "B_RULE"), List.of())
                .then(new InitiativeFact.InitiativeMoved(
                        "PG-DRM", new Placement("PG-OLD", null), "the Board", "joined", on("2012-01-01")))
                .then(InitiativeStateTest.exited("2012-01-02"))
                .then(new InitiativeFact.InitiativeAliasGiven("PG-DRM", "GMPP", "HO_1", on("2012-01-03")))
                .then(new InitiativeFact.InitiativeAliasGiven("PG-DRM", "IPA", "7", on("2012-01-04")))
                .then(new InitiativeFact.InitiativeAliasEnded("PG-DRM", "IPA", null, on("2012-01-05")))
                .then(new InitiativeFact.InitiativeAttributesChanged(
                        "PG-DRM",
                        InitiativeFact.InitiativeLevel.PROJECT,
                        InitiativeFact.Tier.GMPP,
                        InitiativeStateTest.attributes("a", "1", "b", "2"),
                        List.of(),
                        null,
                        on("2012-01-06")))
                .then(new InitiativeFact.InitiativeAttributesChanged(
                        "PG-DRM", null, null, InitiativeStateTest.attributes(), List.of("a"), null, on("2012-01-07")))
                .then(new InitiativeFact.InitiativeSplit("PG-DRM", "PG-A", null, on("2012-01-08")))
                .then(new InitiativeFact.InitiativeOwnersChanged("PG-DRM", List.of(), null, on("2012-02-01")))
                .then(new InitiativeFact.InitiativeClosed("PG-DRM", "merged", List.of("PG-TPDEV"), on("2013-01-01")))
                .then(new InitiativeFact.InitiativeMerged("PG-DRM", "PG-B", "one team", on("2013-01-02")));
    }

    private static Story<?, ?> appointments() {
        return Story.of(Kinds.APPOINTMENTS)
                .then(AppointmentsStateTest.appointed("Z", Role.RISK_OWNER, null, "2011-01-01"))
                .then(AppointmentsStateTest.appointed("A", Role.SRO, null, "2011-01-02"))
                .then(AppointmentsStateTest.appointed("B", Role.SRO, "A", "2011-02-01"), List.of(), List.of(1L, 2L))
                .then(AppointmentsStateTest.appointed("C", Role.SRO, null, "2011-03-01"))
                .then(AppointmentsStateTest.ended("C", "2011-04-01"))
                .then(AppointmentsStateTest.vacant("V", null, "2011-05-01"))
                .then(AppointmentsStateTest.heldByPost(
                        "P", "PO-DR", AppointmentKind.SUBSTANTIVE, "2012-05-01", "2011-06-01"));
    }

    private static Story<?, ?> post() {
        return Story.of(Kinds.POST)
                .then(new PostFact.PostEstablished(
                        "PO-DR", "MPS", "Director", "PF", Role.PORTFOLIO_DIRECTOR, attributes(), VAGUE))
                .then(new PostFact.PostFilled(
                        "PO-DR",
                        "PN-021",
                        AppointmentKind.ACTING,
                        "HR/1",
                        LocalDate.parse("2012-03-31"),
                        50,
                        "May change the scope",
                        COST,
                        "HN/1",
                        on("2011-07-01")))
                .then(new PostFact.PostVacated("PO-DR", "left", "HN/2", on("2011-08-01")))
                .then(new PostFact.PostClosed("PO-DR", "merged", "PO-DF", on("2011-09-01")));
    }

    private static Story<?, ?> ratings() {
        return Story.of(Kinds.RAG)
                .then(RagStateTest.schemed("MPS_2011", 1, "2011-06-13"), List.of("A_RULE"), List.of())
                .then(new RagFact.RagAssessed(
                        "PG-DRM", "DCA_FIVE", 1, "OVERALL", RagRating.RESET, null, null, 9_007_199_254_740_993L, VAGUE))
                .then(new RagFact.RagAssessmentEnded(
                        "PG-DRM", "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on("2012-06-12")))
                .then(RagStateTest.schemed("DCA_FIVE", 2, "2012-06-13"))
                .then(new RagFact.RagAssessmentEnded(
                        "PG-DRM", "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on("2013-06-13")));
    }

    private static Story<?, ?> board() {
        return Story.of(Kinds.BOARD)
                .then(new BoardFact.BoardEstablished(
                        "BD-MB",
                        "MPS",
                        "Management Board",
                        "CORPORATE",
                        List.of("approves"),
                        List.of("OBC"),
                        WHOLE,
                        5,
                        "monthly",
                        new BoardFact.Seat(null, "Commissioner", null, null),
                        List.of(
                                new BoardFact.Seat("PN-021", null, null, "TP"),
                                new BoardFact.Seat("PN-022", "Director", null, null)),
                        "BD-RPSC",
                        411L,
                        attributes(),
                        VAGUE))
                .then(new BoardFact.BoardLimitSet("BD-MB", COST, LocalDate.of(2012, 3, 31), null, on("2011-07-01")))
                .then(new BoardFact.BoardRemitChanged(
                        "BD-MB", List.of(), List.of("FBC"), 412L, "BD-RPSC", null, on("2011-08-01")))
                .then(new BoardFact.BoardParentChanged("BD-MB", "BD-GB", 413L, "reorganised", on("2011-08-15")))
                .then(new BoardFact.BoardMembershipChanged(
                        "BD-MB",
                        new BoardFact.Seat("PN-022", null, "PO-1", null),
                        List.of(new BoardFact.Seat("PN-021", null, null, "TP")),
                        "New year",
                        on("2011-08-20")))
                .then(new BoardFact.BoardStandingOrdersChanged("BD-MB", 2, "quarterly", null, on("2011-08-25")))
                .then(new BoardFact.BoardDecided(
                        "BD-MB",
                        "D-1",
                        "POLICY",
                        "Star Chamber",
                        "PG-DRM",
                        COST,
                        BoardOutcome.APPROVED,
                        "agreed",
                        DecisionManner.IN_MEETING,
                        "M-2011-09",
                        "4",
                        "DG-1",
                        List.of(PAPER),
                        7,
                        List.of("PN-021"),
                        List.of(new Dissent("PN-022", "too dear")),
                        List.of("a headcount plan"),
                        "headcount",
                        "outside the remit",
                        attributes(),
                        on("2011-09-01")))
                .then(new BoardFact.BoardAuthorityDelegated(
                        "BD-MB",
                        "DG-1",
                        new Holder("PN-021", "Director"),
                        "PO-1",
                        List.of("OBC"),
                        COST,
                        LocalDate.of(2012, 3, 31),
                        "between meetings",
                        on("2011-09-02")))
                .then(new BoardFact.BoardDelegationRevoked("BD-MB", "DG-1", "meets weekly", on("2011-10-01")))
                .then(new BoardFact.BoardClosed("BD-MB", "merged", "BD-GB", on("2015-04-01")));
    }

    private static Story<?, ?> businessCase() {
        Story<BusinessCaseFact, BusinessCaseState> story = Story.of(Kinds.BUSINESS_CASE)
                .then(new BusinessCaseFact.BusinessCaseOpened(
                        "BC-1",
                        "MPS",
                        "PJ-038",
                        CaseStage.FBC,
                        "CRIB",
                        List.of("BD-GB", "BD-MB"),
                        "BC-0",
                        List.of("PN-014"),
                        attributes(),
                        VAGUE));
        for (int version : List.of(1, 2, 10)) {
            story = story.then(new BusinessCaseFact.BusinessCaseVersionRecorded(
                    "BC-1", version, COST, PAPER, Arrays.asList(CaseDimension.values()), FIGURES, on("2011-06-01")));
        }
        return story.then(new BusinessCaseFact.BusinessCaseWithdrawn("BC-1", "PN-014", "restated", on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseSubmitted(
                        "BC-1",
                        10,
                        "PN-031",
                        "CONTRACT_EXTENSION",
                        new CaseRoute(List.of("BD-GB", "BD-MB"), "Panel", 12, "Scheme of delegation"),
                        on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseChallenged(
                        "BC-1", 10, "Panel", List.of("PN-040"), "optimistic", on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseDecided(
                        "BC-1",
                        "BD-MB",
                        null,
                        10,
                        BoardOutcome.APPROVED,
                        "approved",
                        DecisionManner.BY_DELEGATION,
                        "M-2011-06",
                        "DG-1",
                        List.of(PAPER),
                        6,
                        List.of("PN-021"),
                        List.of(new Dissent("PN-022", null)),
                        List.of(new CaseCondition("C-1", "an equality impact assessment")),
                        LocalDate.parse("2011-07-01"),
                        "BD-MPA",
                        "worth it",
                        new Waiver("PN-021", "no outline case"),
                        "above the limit",
                        attributes(),
                        on("2011-06-03")))
                .then(new BusinessCaseFact.CaseConditionDischarged(
                        "BC-1", "C-1", "PN-022", List.of(new Citation("DOC-1", null)), on("2011-06-04")))
                .then(new BusinessCaseFact.BusinessCaseReevaluated(
                        "BC-1", ReevaluationResult.LAPSED, List.of("PN-022"), "costs rose", on("2011-06-05")));
    }

    private static Story<?, ?> dependency() {
        return Story.of(Kinds.DEPENDENCY)
                .then(new DependencyFact.DependencyProposed(
                        "DP-1",
                        "MPS",
                        new DependencyEnd("PJ-043", null),
                        new DependencyEnd(null, "Property Services"),
                        DependencyType.ENABLING_AREA,
                        Importance.CRITICAL,
                        "shape of the estate",
                        LocalDate.parse("2012-03-31"),
                        "BILATERAL",
                        VAGUE))
                .then(new DependencyFact.DependencyAgreed("DP-1", DependencySide.RECEIVER, null, on("2011-07-01")))
                .then(new DependencyFact.DependencyAgreed("DP-1", DependencySide.GIVER, "PN-031", on("2011-08-01")))
                .then(new DependencyFact.DependencyPromised(
                        "DP-1", LocalDate.parse("2012-06-30"), null, on("2011-09-01")))
                .then(new DependencyFact.DependencyNeedChanged(
                        "DP-1", LocalDate.parse("2012-05-31"), "later", on("2011-10-01")))
                .then(new DependencyFact.DependencyReviewed(
                        "DP-1",
                        DependencySide.RECEIVER,
                        DependencyOutlook.WILL_BE_LATE,
                        "no consent",
                        "PN-031",
                        LocalDate.parse("2012-01-31"),
                        on("2011-11-01")))
                .then(new DependencyFact.DependencyAgreementWithdrawn(
                        "DP-1", DependencySide.RECEIVER, "other plans", on("2011-12-01")))
                .then(new DependencyFact.DependencyStatusUpdated(
                        "DP-1", DependencyStatus.MISSED, null, on("2012-04-01")));
    }

    private static Story<?, ?> document() {
        return Story.of(Kinds.DOCUMENT)
                .then(new DocumentFact.DocumentRegistered(
                        "DOC-1",
                        "MPS",
                        DocumentKind.BRIEFING,
                        "Status of savings",
                        null,
                        Marking.RESTRICTED,
                        PaperPurpose.FOR_INFORMATION,
                        new Holder("PN-021", "Director"),
                        new Holder(null, "Commissioner"),
                        LocalDate.parse("2014-04-27"),
                        List.of(new Citation("DOC-0", null), new Citation(null, "Savings register")),
                        attributes(),
                        VAGUE))
                .then(new DocumentFact.DocumentVersionRecorded("DOC-1", 2, "0f".repeat(32), "new", on("2011-07-01")))
                .then(new DocumentFact.DocumentAuthorStated(
                        "DOC-1", new Holder("PN-022", null), null, on("2011-07-15")))
                .then(new DocumentFact.DocumentMarked("DOC-1", Marking.OFFICIAL, null, on("2011-08-01")))
                .then(new DocumentFact.DocumentPublicationDecided(
                        "DOC-1",
                        Publication.REDACTED,
                        "FOIA 43",
                        List.of(new Gap("page 4", "FOIA 43"), new Gap("annex", null)),
                        "PN-021",
                        "commercial",
                        on("2011-09-01")))
                .then(new DocumentFact.DocumentReviewed("DOC-1", "PN-021", null, on("2011-10-01")))
                .then(new DocumentFact.DocumentReplaced("DOC-1", "DOC-2", "out of date", on("2012-04-01")));
    }

    private static Story<?, ?> action() {
        return Story.of(Kinds.ACTION)
                .then(new ActionFact.ActionOpened(
                        "ACT-1",
                        "MPS",
                        "Brief the managers",
                        new Holder("PN-021", "Director"),
                        LocalDate.parse("2011-12-31"),
                        "PG-DRM",
                        9_007_199_254_740_993L,
                        new RecommendationRef("RV-1", "R-1"),
                        "M-2011-06",
                        "R-1",
                        "the review",
                        attributes(),
                        VAGUE))
                .then(new ActionFact.ActionProgressed("ACT-1", "half", on("2011-07-01")))
                .then(new ActionFact.ActionHandedOn("ACT-1", new Holder(null, "Deputy"), null, on("2011-08-01")))
                .then(new ActionFact.ActionRescheduled("ACT-1", LocalDate.parse("2012-01-31"), null, on("2011-09-01")))
                .then(new ActionFact.ActionDone("ACT-1", EVIDENCE, "PN-021", on("2011-10-01")))
                .then(new ActionFact.ActionDropped("ACT-1", "not needed", on("2011-11-01")));
    }

    private static Story<?, ?> review() {
        return Story.of(Kinds.REVIEW)
                .then(new ReviewFact.ReviewOpened(
                        "RV-1",
                        "MPS",
                        ReviewKind.AAP,
                        new ReviewSubject("PG-DRM", null, null),
                        LocalDate.parse("2011-08-01"),
                        "Deloitte",
                        "RV-0",
                        attributes(),
                        VAGUE))
                .then(new ReviewFact.ReviewRescheduled("RV-1", LocalDate.parse("2011-09-01"), null, on("2011-06-01")))
                .then(new ReviewFact.ReviewHeld("RV-1", LocalDate.parse("2011-09-09"), on("2011-09-01")))
                .then(new ReviewFact.ReviewReported("RV-1", RagRating.RED, "no strategy", "DOC-1", on("2011-10-01")))
                .then(new ReviewFact.FindingMade("RV-1", "F-1", "SROs change", on("2011-10-01")))
                .then(new ReviewFact.RecommendationMade(
                        "RV-1",
                        "R-1",
                        "plan",
                        "Strategy",
                        RecommendationGrade.ESSENTIAL_DO_BY,
                        new Holder("PN-021", null),
                        LocalDate.parse("2012-03-31"),
                        new RecommendationRef("RV-0", "R-7"),
                        attributes(),
                        on("2011-10-01")))
                .then(new ReviewFact.RecommendationAssigned(
                        "RV-1", "R-1", new Holder("PN-022", null), null, null, on("2011-10-02")))
                .then(new ReviewFact.RecommendationAnswered(
                        "RV-1", "R-1", RecommendationAnswer.PARTLY_ACCEPTED, "too wide", on("2011-10-03")))
                .then(new ReviewFact.RecommendationProgressed("RV-1", "R-1", "drafted", on("2011-11-01")))
                .then(new ReviewFact.RecommendationClaimed("RV-1", "R-1", "PN-022", EVIDENCE, on("2012-02-01")))
                .then(new ReviewFact.RecommendationVerified("RV-1", "R-1", "PN-021", EVIDENCE, on("2012-03-01")))
                .then(new ReviewFact.RecommendationReopened("RV-1", "R-1", "lapsed", on("2012-04-01")))
                .then(new ReviewFact.RecommendationClosed("RV-1", "R-1", "overtaken", EVIDENCE, on("2012-05-01")))
                .then(new ReviewFact.ReviewCancelled("RV-1", "paused", on("2012-06-01")));
    }

    private static Story<?, ?> meeting() {
        return Story.of(Kinds.MEETING)
                .then(new MeetingFact.MeetingCalled(
                        "M-1", "MPS", "BD-MB", LocalDate.parse("2011-06-20"), "Room 4", attributes(), VAGUE))
                .then(new MeetingFact.MeetingRescheduled(
                        "M-1", LocalDate.parse("2011-06-21"), "the chair is away", on("2011-06-14")))
                .then(new MeetingFact.MeetingAgendaSet(
                        "M-1",
                        List.of(
                                new MeetingFact.AgendaItem("1", "CRIB", PaperPurpose.FOR_DECISION, "BC-1", "PG-DRM"),
                                new MeetingFact.AgendaItem("2", "Progress", null, null, null)),
                        on("2011-06-15")))
                .then(new MeetingFact.MeetingPaperCirculated("M-1", "1", PAPER, null, on("2011-06-16")))
                .then(new MeetingFact.MeetingPaperCirculated(
                        "M-1",
                        null,
                        new Paper("1".repeat(64), "CRIB, second version", null, null),
                        PAPER.sha256(),
                        on("2011-06-17")))
                .then(new MeetingFact.InterestDeclared("M-1", "PN-022", "1", "owns shares", true, on("2011-06-21")))
                .then(new MeetingFact.InterestDeclared("M-1", "PN-021", null, "none", false, on("2011-06-21")))
                .then(new MeetingFact.MeetingHeld(
                        "M-1",
                        List.of("PN-021"),
                        null,
                        List.of("PN-022"),
                        List.of(new Holder(null, "Head of Legal Services")),
                        on("2011-06-21")))
                .then(new MeetingFact.MeetingMinuted("M-1", PAPER, on("2011-06-28")))
                .then(new MeetingFact.MeetingCancelled("M-1", "snow", on("2011-07-01")));
    }

    private static Story<?, ?> equalityAssessment() {
        return Story.of(Kinds.EQUALITY_ASSESSMENT)
                .then(new EqualityAssessmentFact.EqualityAssessmentOpened(
                        "EIA-1",
                        "MPS",
                        EqualityAssessmentKind.PROGRAMME_LEVEL,
                        List.of(new EqualitySubject("PG-DRM", null, null), new EqualitySubject(null, null, "projects")),
                        null,
                        new Holder("PN-021", "Adviser"),
                        LocalDate.parse("2012-06-13"),
                        attributes(),
                        VAGUE))
                .then(new EqualityAssessmentFact.EqualityAssessmentTied(
                        "EIA-1", new EqualitySubject(null, "BC-1", null), null, on("2011-07-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentVersionRecorded(
                        "EIA-1", 10, "0f".repeat(32), "staff", on("2011-08-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentReviewed(
                        "EIA-1", "PN-021", LocalDate.parse("2013-06-13"), on("2011-09-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentEnded("EIA-1", "merged", on("2012-01-01")));
    }

    private static Story<?, ?> accountingAssessment() {
        return Story.of(Kinds.ACCOUNTING_ASSESSMENT)
                .then(new AccountingAssessmentFact.AccountingAssessmentMade(
                        "AOA-1",
                        "MPS",
                        "BC-1",
                        2,
                        new Holder("PN-021", "Commissioner"),
                        standards(),
                        attributes(),
                        VAGUE))
                .then(new AccountingAssessmentFact.AccountingSummaryPublished("AOA-1", "DOC-1", on("2011-07-01")))
                .then(new AccountingAssessmentFact.AccountingAssessmentDeparted(
                        "AOA-1", "dearer", LocalDate.parse("2011-12-31"), on("2011-08-01")))
                .then(new AccountingAssessmentFact.AccountingAssessmentRepeated(
                        "AOA-1", 3, new Holder(null, "Deputy"), standards(), on("2011-09-01")));
    }

    private static List<StandardFinding> standards() {
        return Arrays.stream(AccountingStandard.values())
                .map(standard -> new StandardFinding(standard, standard != AccountingStandard.PROPRIETY, "so"))
                .toList();
    }

    private static Story<?, ?> vacancyRequest() {
        return Story.of(Kinds.VACANCY_REQUEST)
                .then(new VacancyRequestFact.VacancyRequested(
                        "VAC-1",
                        "MPS",
                        "Planner",
                        VacancyTenure.TEMPORARY,
                        "DoR",
                        "the budget",
                        LocalDate.parse("2011-12-31"),
                        new Holder("PN-021", null),
                        "BD-STAR",
                        "PG-DRM",
                        "two left",
                        attributes(),
                        VAGUE))
                .then(new VacancyRequestFact.VacancyChecked(
                        "VAC-1", VacancyCheck.FUNDING, true, "PN-022", "paid", on("2011-06-14")))
                .then(new VacancyRequestFact.VacancyDecided(
                        "VAC-1",
                        VacancyOutcome.AUTHORISED,
                        LocalDate.parse("2011-12-31"),
                        "BD-STAR",
                        DecisionManner.IN_MEETING,
                        "M-2011-06",
                        "2",
                        "DG-1",
                        4,
                        List.of("PN-022"),
                        "needed",
                        "in haste",
                        on("2011-06-15")))
                .then(new VacancyRequestFact.VacancyExtensionRequested(
                        "VAC-1", LocalDate.parse("2012-06-30"), new Holder("PN-021", null), "late", on("2011-12-01")))
                .then(new VacancyRequestFact.VacancyDecided(
                        "VAC-1",
                        VacancyOutcome.REFUSED,
                        null,
                        "BD-STAR",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "dear",
                        null,
                        on("2011-12-02")))
                .retracted(5)
                .then(new VacancyRequestFact.VacancyRequestClosed("VAC-1", "left", on("2012-01-01")));
    }

    private static Story<?, ?> deliveryPlan() {
        return Story.of(Kinds.DELIVERY_PLAN)
                .then(new DeliveryPlanFact.DeliveryPlanOpened(
                        "PLAN-1",
                        "MPS",
                        "100 Day Plan",
                        100,
                        "PG-DRM",
                        "RV-1",
                        new Holder(null, "Director"),
                        attributes(),
                        VAGUE))
                .then(new DeliveryPlanFact.DeliveryPlanStarted("PLAN-1", on("2011-07-01")))
                .then(new DeliveryPlanFact.PlanItemAdded(
                        "PLAN-1", "IT-1", PlanItemKind.PRODUCT, "Strategy", null, null, null, on("2011-07-01")))
                .then(new DeliveryPlanFact.PlanItemAdded(
                        "PLAN-1",
                        "IT-2",
                        PlanItemKind.OUTCOME,
                        "Direction",
                        "IT-1",
                        new Holder("PN-021", null),
                        LocalDate.parse("2011-08-31"),
                        on("2011-07-02")))
                .then(new DeliveryPlanFact.PlanItemAssigned(
                        "PLAN-1",
                        "IT-1",
                        new Holder(null, "Deputy"),
                        LocalDate.parse("2011-09-30"),
                        null,
                        on("2011-07-03")))
                .then(new DeliveryPlanFact.PlanItemProgressed("PLAN-1", "IT-1", "draft", on("2011-07-04")))
                .then(new DeliveryPlanFact.PlanItemAchieved("PLAN-1", "IT-1", EVIDENCE, on("2011-08-01")))
                .then(new DeliveryPlanFact.PlanItemDropped("PLAN-1", "IT-2", "needless", on("2011-08-02")))
                .then(new DeliveryPlanFact.DeliveryPlanClosed("PLAN-1", "in use", on("2011-10-09")));
    }

    private static Story<?, ?> externalRequest() {
        return Story.of(Kinds.EXTERNAL_REQUEST)
                .then(new ExternalRequestFact.ExternalRequestMade(
                        "REQ-1",
                        "MPS",
                        "BD-RPSC",
                        "8",
                        "Give an update",
                        LocalDate.parse("2011-08-31"),
                        new Holder(null, "Director"),
                        "DOC-1",
                        "PG-DRM",
                        attributes(),
                        VAGUE))
                .then(new ExternalRequestFact.ExternalRequestAssigned(
                        "REQ-1", new Holder("PN-021", null), null, on("2011-06-20")))
                .then(new ExternalRequestFact.ExternalRequestRescheduled(
                        "REQ-1", LocalDate.parse("2011-09-30"), null, on("2011-07-01")))
                .then(new ExternalRequestFact.ExternalRequestPromised(
                        "REQ-1", "a table", LocalDate.parse("2011-09-15"), on("2011-07-02")))
                .then(new ExternalRequestFact.ExternalRequestAnswered("REQ-1", "DOC-2", "412", on("2011-09-14")))
                .then(new ExternalRequestFact.ExternalRequestReopened("REQ-1", "no figures", null, on("2011-10-01")))
                .then(new ExternalRequestFact.ExternalRequestWithdrawn("REQ-1", "dissolved", on("2012-01-01")));
    }

    private static Story<?, ?> reportingCycle() {
        return Story.of(Kinds.REPORTING_CYCLE)
                .then(new ReportingCycleFact.ReportingCycleOpened(
                        "RC-1",
                        "MPS",
                        "PF-1",
                        "Third quarter",
                        LocalDate.parse("2011-07-01"),
                        LocalDate.parse("2011-09-30"),
                        LocalDate.parse("2011-10-10"),
                        List.of("PG-DRM"),
                        List.of("Highlights", "Forecast"),
                        List.of(
                                new BoardReport("BD-PMG", ReportCoverage.EVERYTHING, null, List.of()),
                                new BoardReport(
                                        "BD-PIB",
                                        ReportCoverage.BY_EXCEPTION,
                                        LocalDate.parse("2011-10-20"),
                                        List.of(ExceptionGround.SUBMISSION_LATE, ExceptionGround.RATED_RED))),
                        attributes(),
                        VAGUE))
                .then(new ReportingCycleFact.SubmissionsRescheduled(
                        "RC-1", LocalDate.parse("2011-10-12"), null, on("2011-10-01")))
                .then(new ReportingCycleFact.SubmissionReceived(
                        "RC-1", "PG-DRM", List.of("Forecast"), EVIDENCE, on("2011-10-11")))
                .then(new ReportingCycleFact.SubmissionReceived(
                        "RC-1", "PG-DRM", List.of(), List.of(), on("2011-10-13")))
                .then(new ReportingCycleFact.ExceptionRaised(
                        "RC-1",
                        "PG-DRM",
                        "BD-PIB",
                        ReportingCycleFact.ExceptionGround.RATED_RED,
                        "costs",
                        on("2011-10-14")))
                .then(new ReportingCycleFact.ReportingCycleClosed("RC-1", "sent", on("2011-10-20")));
    }

    private static Story<?, ?> risk() {
        RiskFact.RiskGatekeeper board = new RiskFact.RiskGatekeeper("BD-MB", null, null);
        RiskFact.RiskGatekeeper person = new RiskFact.RiskGatekeeper(null, "PN-021", "Director");
        return Story.of(Kinds.RISK)
                .then(new RiskFact.RiskRaised(
                        "R-1",
                        "MPS",
                        RiskFact.RiskKind.RISK,
                        "Savings of this scale may not be delivered",
                        "many programmes at once",
                        "savings are missed",
                        "the budget is overspent",
                        RiskFact.RiskLevel.PORTFOLIO,
                        new RiskFact.RiskSubject("PG-DRM", null, null, null),
                        board,
                        new Holder("PN-021", "Director"),
                        LocalDate.parse("2011-12-31"),
                        attributes(),
                        VAGUE))
                .then(new RiskFact.RiskAdmissionDecided(
                        "R-1", RiskFact.RiskAdmission.NOT_ADMITTED, List.of("PN-003"), "too early", on("2011-06-20")))
                .then(new RiskFact.RiskReopened("R-1", "asked again", on("2011-06-25")))
                .then(new RiskFact.RiskAdmissionDecided(
                        "R-1", RiskFact.RiskAdmission.ADMITTED, List.of("PN-003"), null, on("2011-07-01")))
                .then(new RiskFact.RiskScored(
                        "R-1",
                        RiskFact.RiskScoreKind.INHERENT,
                        4,
                        5,
                        "MPS_RISKS",
                        1,
                        true,
                        new RiskFact.RiskProximity(LocalDate.parse("2012-04-01"), null),
                        "as the paper has it",
                        on("2011-07-02")))
                .then(new RiskFact.RiskResponseChosen(
                        "R-1", RiskFact.RiskResponseKind.REDUCE, "monthly monitoring", on("2011-07-03")))
                .then(new RiskFact.RiskOwnerChanged("R-1", new Holder(null, "Deputy"), "left", on("2011-08-01")))
                .then(new RiskFact.RiskReviewed("R-1", "no change", LocalDate.parse("2012-01-31"), on("2011-09-01")))
                .then(new RiskFact.RiskEscalated(
                        "R-1", RiskFact.RiskLevel.STRATEGIC, "all share it", person, "PN-003", on("2011-09-02")))
                .then(new RiskFact.RiskLinked(
                        "R-1", RiskFact.RiskLinkKind.SAME_AS, "R-2", null, "two registers", on("2011-09-03")))
                .then(new RiskFact.RiskLinked(
                        "R-1", RiskFact.RiskLinkKind.RELATES_TO, null, "DP-1", null, on("2011-09-04")))
                .then(new RiskFact.RiskUnlinked(
                        "R-1", RiskFact.RiskLinkKind.RELATES_TO, null, "DP-1", null, on("2011-09-05")))
                .then(new RiskFact.RiskMaterialised("R-1", "the saving was missed", on("2011-10-01")))
                .then(new RiskFact.RiskDeescalated(
                        "R-1", RiskFact.RiskLevel.PROJECT, "one project is left", null, "PN-003", on("2011-10-02")))
                .then(new RiskFact.RiskClosed("R-1", "made good", on("2011-11-01")));
    }

    private static Story<?, ?> milestones() {
        return Story.of(Kinds.MILESTONES)
                .then(new MilestoneFact.MilestonePlanned(
                        "PG-DRM",
                        "M-1",
                        "Live",
                        MilestoneKind.DELIVERY,
                        new StatedDate(LocalDate.parse("2011-07-14"), DatePrecision.MONTH),
                        attributes(),
                        VAGUE))
                .then(new MilestoneFact.MilestonePlanned("PG-DRM", "M-2", "Closed", null, null, attributes(), VAGUE))
                .then(new MilestoneFact.BaselineSet(
                        "PG-DRM",
                        1,
                        List.of(new BaselineDate("M-1", LocalDate.parse("2011-07-01"), DatePrecision.MONTH)),
                        null,
                        "BC-1",
                        null,
                        on("2011-06-20")))
                .then(new MilestoneFact.MilestoneForecastChanged(
                        "PG-DRM",
                        "M-1",
                        new StatedDate(LocalDate.parse("2011-09-30"), null),
                        ForecastCause.SUPPLIER,
                        "late",
                        on("2011-07-20")))
                .then(new MilestoneFact.BaselineSet(
                        "PG-DRM",
                        2,
                        List.of(new BaselineDate("M-1", LocalDate.parse("2011-09-30"), null)),
                        7L,
                        null,
                        "the supplier",
                        on("2011-08-01")))
                .then(new MilestoneFact.MilestoneDropped("PG-DRM", "M-2", "needless", on("2011-08-02")))
                .then(new MilestoneFact.MilestoneReinstated(
                        "PG-DRM",
                        "M-2",
                        new StatedDate(LocalDate.parse("2012-04-01"), DatePrecision.YEAR),
                        "needed",
                        on("2011-08-03")))
                .then(new MilestoneFact.MilestoneDropped("PG-DRM", "M-2", "sold", on("2011-09-02")))
                .then(new MilestoneFact.MilestoneAchieved("PG-DRM", "M-1", VAGUE_LATER));
    }

    private static Story<?, ?> contract() {
        return Story.of(Kinds.CONTRACT)
                .then(new ContractFact.ContractRegistered(
                        "CON-1",
                        "MPS",
                        "Services",
                        "IBM",
                        "PG-DRM",
                        "BC-1",
                        LocalDate.parse("2012-12-31"),
                        attributes(),
                        VAGUE))
                .then(new ContractFact.ContractSupplierAgreed("CON-1", "Capgemini", on("2011-06-20")))
                .then(new ContractFact.ContractAwarded(
                        "CON-1", "Capgemini", LocalDate.parse("2013-12-31"), on("2011-07-01")))
                .then(new ContractFact.ContractLotDefined("CON-1", "LOT-1", "hosting", on("2011-07-02")))
                .then(new ContractFact.ContractExtensionOptionAgreed(
                        "CON-1",
                        "OPT-1",
                        LocalDate.parse("2015-12-31"),
                        LocalDate.parse("2013-06-30"),
                        on("2011-07-03")))
                .then(new ContractFact.ContractExtended(
                        "CON-1", LocalDate.parse("2015-12-31"), true, "OPT-1", "no successor", on("2012-10-01")))
                .then(new ContractFact.ContractLotAwarded(
                        "CON-1", "LOT-1", "Sopra", LocalDate.parse("2014-12-31"), on("2012-11-01")))
                .then(new ContractFact.ContractSupplierChanged(
                        "CON-1", "LOT-1", "Steria", "merged", "DOC-1", on("2013-03-01")))
                .then(new ContractFact.ContractSupplierChanged("CON-1", null, "Cap", "renamed", null, on("2013-04-01")))
                .then(new ContractFact.ContractChanged("CON-1", "notice 4", "a new tender", "DOC-1", on("2014-03-01")))
                .then(new ContractFact.ContractEnded(
                        "CON-1", ContractEnding.TERMINATED, "tendered anew", "CON-2", on("2015-10-01")));
    }

    private static Story<?, ?> outsideDecision() {
        return Story.of(Kinds.OUTSIDE_DECISION)
                .then(new OutsideDecisionFact.OutsideDecisionRecorded(
                        "OD-1",
                        "MPS",
                        "Strategy",
                        OutsideDecisionKind.STRATEGY,
                        OutsideOutcome.SUBMITTED,
                        "with the Commissioner",
                        new Holder(null, "Commissioner"),
                        null,
                        List.of("PG-DRM"),
                        "PF-1",
                        List.of(),
                        attributes(),
                        VAGUE))
                .then(new OutsideDecisionFact.OutsideDecisionProgressed(
                        "OD-1", OutsideOutcome.ANNOUNCED, "announced", null, "MOPAC", EVIDENCE, on("2011-07-01")))
                .then(new OutsideDecisionFact.OutsideDecisionSuperseded(
                        "OD-1", "OD-2", null, "election", on("2012-05-01")));
    }

    private static Story<?, ?> workforceControl() {
        return Story.of(Kinds.WORKFORCE_CONTROL)
                .then(new WorkforceControlFact.WorkforceControlOpened(
                        "WC-1",
                        "MPS",
                        WorkforceControlKind.EARLY_DEPARTURE,
                        "Phase 1",
                        1,
                        List.of("Wardens", "Performance"),
                        "PF-1",
                        LocalDate.parse("2011-09-30"),
                        attributes(),
                        VAGUE))
                .then(new WorkforceControlFact.WorkforceFiguresReported(
                        "WC-1", 1349, null, 102, null, on("2011-06-14")))
                .then(new WorkforceControlFact.WorkforceFiguresReported(
                        "WC-1",
                        null,
                        448,
                        null,
                        new Money(new BigDecimal("12500000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROXIMATE),
                        on("2011-07-01")))
                .then(new WorkforceControlFact.WorkforceControlRescheduled(
                        "WC-1", LocalDate.parse("2011-10-31"), "talks", on("2011-08-01")))
                .then(new WorkforceControlFact.WorkforceControlEnded("WC-1", "answered", on("2011-11-01")));
    }

    private static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("zeta", "1.10", "a much longer name", "", "a", "x"));
    }
}

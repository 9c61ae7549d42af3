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
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
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

/** One full life of each kind of entity: every fact of the family, and every field of its state. */
final class Lives {

    private static final Money COST =
            new Money(new BigDecimal("12400000.50"), "GBP", PriceBasis.REAL, "2011/12", Confidence.VALIDATED);
    private static final Money WHOLE =
            new Money(new BigDecimal("5000000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    private static final Paper PAPER =
            new Paper("0f".repeat(32), "The case – “v2”", Marking.RESTRICTED, PaperPurpose.FOR_DECISION);
    private static final Provenance VAGUE = new Provenance(
            LocalDate.parse("2011-05-01"),
            DatePrecision.MONTH,
            true,
            "no day is given",
            DateQualifier.NO_LATER_THAN,
            new Source("Update", "B.9", LocalDate.parse("2011-06-13")));

    private static final List<Citation> EVIDENCE = List.of(new Citation("DOC-0", null), new Citation(null, "Minutes"));

    private Lives() {}

    static Stream<Story<?, ?>> all() {
        return Stream.of(
                register(),
                portfolio(),
                initiative(),
                appointments(),
                ratings(),
                board(),
                businessCase(),
                dependency(),
                document(),
                action(),
                review());
    }

    private static Story<?, ?> register() {
        return Story.of(Kinds.REGISTER)
                .then(new RegisterFact.RegisterOpened("MPS", "Metropolitan Police Service", VAGUE))
                .then(new RegisterFact.RegisterWentLive("MPS", on("2018-04-01")), List.of("A_RULE"), List.of(1L));
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
                .then(new PortfolioFact.RatingValiditySet("PF", 100, on("2012-06-17")));
    }

    private static Story<?, ?> initiative() {
        return Story.of(Kinds.INITIATIVE)
                .then(InitiativeStateTest.opened(new Placement("PG-TPDEV", null), "2011-06-13"))
                .then(InitiativeStateTest.renamed("another", "2010-01-01"), List.of("A_RULE", "B_RULE"), List.of())
                .then(new InitiativeFact.InitiativeMoved(
                        "PG-DRM", new Placement("PG-OLD", null), null, on("2012-01-01")))
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
                .then(AppointmentsStateTest.vacant("V", null, "2011-05-01"));
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
                        new BoardFact.Seat(null, "Commissioner", null),
                        List.of(
                                new BoardFact.Seat("PN-021", null, "TP"),
                                new BoardFact.Seat("PN-022", "Director", null)),
                        "BD-RPSC",
                        attributes(),
                        VAGUE))
                .then(new BoardFact.BoardLimitSet("BD-MB", COST, LocalDate.of(2012, 3, 31), null, on("2011-07-01")))
                .then(new BoardFact.BoardRemitChanged(
                        "BD-MB", List.of(), List.of("FBC"), "BD-RPSC", null, on("2011-08-01")))
                .then(new BoardFact.BoardParentChanged("BD-MB", "BD-GB", "reorganised", on("2011-08-15")))
                .then(new BoardFact.BoardMembershipChanged(
                        "BD-MB",
                        new BoardFact.Seat("PN-022", null, null),
                        List.of(new BoardFact.Seat("PN-021", null, "TP")),
                        "New year",
                        on("2011-08-20")))
                .then(new BoardFact.BoardStandingOrdersChanged("BD-MB", 2, "quarterly", null, on("2011-08-25")))
                .then(new BoardFact.BoardDecided(
                        "BD-MB",
                        "D-1",
                        "POLICY",
                        "Star Chamber",
                        "PG-DRM",
                        BoardOutcome.APPROVED,
                        "agreed",
                        "2011-09",
                        List.of(PAPER),
                        7,
                        List.of("PN-021"),
                        "headcount",
                        "outside the remit",
                        attributes(),
                        on("2011-09-01")))
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
                    "BC-1", version, COST, PAPER, Arrays.asList(CaseDimension.values()), on("2011-06-01")));
        }
        return story.then(new BusinessCaseFact.BusinessCaseSubmitted("BC-1", 10, "PN-031", on("2011-06-02")))
                .then(new BusinessCaseFact.BusinessCaseDecided(
                        "BC-1",
                        "BD-MB",
                        10,
                        BoardOutcome.APPROVED,
                        "approved",
                        "2011-06",
                        List.of(PAPER),
                        6,
                        List.of("PN-021"),
                        List.of("an equality impact assessment"),
                        "worth it",
                        new Waiver("PN-021", "no outline case"),
                        "above the limit",
                        attributes(),
                        on("2011-06-03")));
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
                        "2011-06",
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

    private static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("zeta", "1.10", "a much longer name", "", "a", "x"));
    }
}

package org.portfolioledger.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BoardFact.BoardAuthorityDelegated;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardDelegationRevoked;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyAgreementWithdrawn;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyNeedChanged;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyReviewed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** Facts for tests, complete and in order, in which only what a test is about is said. */
public final class Facts {

    private Facts() {}

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public static Provenance on(String day) {
        return Provenance.on(day(day));
    }

    /** The same fact on another day. */
    public static <R extends Record> R on(String day, R fact) {
        return Shape.with(fact, "provenance", on(day));
    }

    public static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    }

    /** The paper whose content is a number. */
    public static Paper paper(int content) {
        return new Paper(String.format(Locale.ROOT, "%064x", content), "Paper " + content, null, null);
    }

    public static RegisterOpened register(String id, String day) {
        return new RegisterOpened(id, "Acme Council", on(day));
    }

    public static RegisterWentLive live(String id, String day) {
        return new RegisterWentLive(id, on(day));
    }

    public static PortfolioOpened portfolio(String id, String day) {
        return new PortfolioOpened(id, "ACME", "Housing", null, null, List.of(), new TreeMap<>(), on(day));
    }

    public static BusinessGroupNamed group(String portfolio, String id, String name, String day) {
        return new BusinessGroupNamed(portfolio, id, name, on(day));
    }

    /** A scheme of green, amber and red for OVERALL and COST. */
    public static RatingSchemeDefined scheme(String portfolio, String scheme, int version, String day) {
        return new RatingSchemeDefined(
                portfolio,
                scheme,
                version,
                List.of(
                        new RatingDefinition(RagRating.GREEN, "on target"),
                        new RatingDefinition(RagRating.AMBER, "slipping"),
                        new RatingDefinition(RagRating.RED, "off target")),
                List.of("OVERALL", "COST"),
                on(day));
    }

    public static RatingSchemeReplaced replaced(String portfolio, String scheme, String by, int version, String day) {
        return new RatingSchemeReplaced(portfolio, scheme, by, version, on(day));
    }

    public static RatingValiditySet validity(String portfolio, int days, String day) {
        return new RatingValiditySet(portfolio, days, on(day));
    }

    public static InitiativeOpened initiative(String id, String day) {
        return opened(id, null, day);
    }

    public static InitiativeOpened initiativeUnder(String id, String parent, String day) {
        return opened(id, new Placement(parent, null), day);
    }

    public static InitiativeOpened initiativeIn(String id, String portfolio, String day) {
        return opened(id, new Placement(null, portfolio), day);
    }

    private static InitiativeOpened opened(String id, @Nullable Placement placement, String day) {
        return new InitiativeOpened(
                id,
                "ACME",
                InitiativeLevel.PROGRAMME,
                "New homes",
                null,
                null,
                placement,
                List.of(),
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static InitiativeRenamed renamed(String id, String name, String day) {
        return new InitiativeRenamed(id, name, null, on(day));
    }

    public static InitiativeMoved moved(String id, Placement to, String day) {
        return new InitiativeMoved(id, to, null, null, on(day));
    }

    public static InitiativeOwnersChanged owned(String id, List<String> owners, String day) {
        return new InitiativeOwnersChanged(id, owners, null, on(day));
    }

    public static InitiativeClosed closed(String id, String day) {
        return new InitiativeClosed(id, "Delivered", List.of(), on(day));
    }

    public static InitiativeSplit split(String id, String into, String day) {
        return new InitiativeSplit(id, into, null, on(day));
    }

    public static InitiativeMerged merged(String id, String into, String day) {
        return new InitiativeMerged(id, into, "One team", on(day));
    }

    public static InitiativeAliasGiven called(String id, String scheme, String alias, String day) {
        return new InitiativeAliasGiven(id, scheme, alias, on(day));
    }

    public static InitiativeAliasEnded calledNoMore(String id, String scheme, String day) {
        return new InitiativeAliasEnded(id, scheme, null, on(day));
    }

    public static InitiativeAttributesChanged attributed(String id, Map<String, String> attributes, String day) {
        return new InitiativeAttributesChanged(id, null, null, new TreeMap<>(attributes), List.of(), null, on(day));
    }

    /** An exit by a decision, of an initiative that never had an approved case. */
    public static InitiativeExited exited(String id, @Nullable Long decision, String day) {
        return new InitiativeExited(
                id,
                "Handed over",
                decision,
                null,
                new ExitOutcome(null, CaseMeasure.MET, null),
                new Holder(null, "Director of Housing"),
                on(day));
    }

    /** A substantive SRO by letter, for two years, with half of the working time. */
    public static RoleAppointed sro(String initiative, String appointment, String person, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.SUBSTANTIVE,
                new Holder(person, null),
                null,
                "HO/14",
                day(day).plusYears(2),
                50,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** A substantive SRO by letter: whoever holds a post. */
    public static RoleAppointed sroByPost(String initiative, String appointment, String post, String day) {
        return Shape.with(Shape.with(sro(initiative, appointment, "", day), "holder", null), "heldByPost", post);
    }

    public static PostEstablished post(String id, String day) {
        return new PostEstablished(id, "ACME", "Director of Housing", null, null, new TreeMap<>(), on(day));
    }

    public static PostFilled filled(String post, String person, String day) {
        return new PostFilled(
                post,
                person,
                AppointmentKind.SUBSTANTIVE,
                "HR/1",
                day(day).plusYears(3),
                50,
                null,
                null,
                null,
                on(day));
    }

    public static PostVacated vacated(String post, String day) {
        return new PostVacated(post, "Retired", "HN/1", on(day));
    }

    public static PostClosed postClosed(String post, String day) {
        return new PostClosed(post, "Merged", null, on(day));
    }

    public static RoleDescribed described(String portfolio, Role role, String day) {
        return new RoleDescribed(portfolio, role, "Is accountable", List.of("Delivery"), on(day));
    }

    public static RoleAppointed sroReplacing(
            String initiative, String appointment, String person, String replaces, String day) {
        return Shape.with(sro(initiative, appointment, person, day), "replaces", replaces);
    }

    public static RoleAppointed vacancy(String initiative, String appointment, @Nullable String replaces, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.VACANT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                replaces,
                on(day));
    }

    public static AppointmentEnded ended(String initiative, String appointment, String day) {
        return new AppointmentEnded(initiative, appointment, "Retired", null, on(day));
    }

    public static RagAssessed rated(String initiative, RagRating rating, String day) {
        return new RagAssessed(
                initiative,
                "ACME_RAG",
                1,
                "OVERALL",
                rating,
                Assessor.PORTFOLIO_OFFICE,
                "Ground works are late",
                null,
                on(day));
    }

    /** The portfolio office rates the overall criterion no more. */
    public static RagAssessmentEnded unrated(String initiative, String day) {
        return new RagAssessmentEnded(initiative, "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on(day));
    }

    /** A board for every stage, with a limit of five million pounds and a quorum of three. */
    public static BoardEstablished board(String id, String day) {
        return new BoardEstablished(
                id,
                "ACME",
                "Investment Board",
                "INVESTMENT",
                List.of("approves business cases"),
                List.of("SOC", "OBC", "FBC", "REBASELINE", "POLICY"),
                pounds("5000000.00"),
                3,
                null,
                null,
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static BoardLimitSet limit(String board, String pounds, String day) {
        return new BoardLimitSet(board, pounds(pounds), null, null, on(day));
    }

    public static BoardRemitChanged remit(String board, List<String> decisionTypes, String day) {
        return new BoardRemitChanged(board, List.of(), decisionTypes, null, null, null, on(day));
    }

    public static BoardParentChanged parent(String board, @Nullable String parent, String day) {
        return new BoardParentChanged(board, parent, null, null, on(day));
    }

    public static BoardMembershipChanged sitting(String board, List<String> persons, String day) {
        return new BoardMembershipChanged(
                board,
                null,
                persons.stream()
                        .map(person -> new Seat(person, null, null, null))
                        .toList(),
                null,
                on(day));
    }

    public static BoardStandingOrdersChanged quorum(String board, @Nullable Integer quorum, String day) {
        return new BoardStandingOrdersChanged(board, quorum, null, null, on(day));
    }

    public static BoardClosed dissolved(String board, String day) {
        return new BoardClosed(board, "Merged", null, on(day));
    }

    public static BoardDecided boardDecided(String board, String decision, String matter, String day) {
        return new BoardDecided(
                board,
                decision,
                matter,
                "A later start",
                null,
                null,
                BoardOutcome.APPROVED,
                null,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                null,
                List.of(paper(99)),
                3,
                List.of("p-board"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    /** For the authority over four million pounds and policies, until it is revoked. */
    public static BoardAuthorityDelegated delegated(String board, String delegation, String person, String day) {
        return new BoardAuthorityDelegated(
                board,
                delegation,
                new Holder(person, null),
                null,
                List.of("POLICY", "SOC"),
                pounds("4000000.00"),
                null,
                null,
                on(day));
    }

    public static BoardDelegationRevoked revoked(String board, String delegation, String day) {
        return new BoardDelegationRevoked(board, delegation, null, on(day));
    }

    public static MeetingCalled meeting(String id, String board, String plannedFor, String day) {
        return new MeetingCalled(id, "ACME", board, LocalDate.parse(plannedFor), null, new TreeMap<>(), on(day));
    }

    public static MeetingRescheduled rescheduled(String meeting, String plannedFor, String day) {
        return new MeetingRescheduled(meeting, LocalDate.parse(plannedFor), null, on(day));
    }

    /** One item. */
    public static MeetingAgendaSet agenda(String meeting, @Nullable String businessCase, String day) {
        return new MeetingAgendaSet(
                meeting, List.of(new AgendaItem("1", "New homes", null, businessCase, null)), on(day));
    }

    /** A paper that has its number as content. */
    public static MeetingPaperCirculated circulated(String meeting, int paper, String day) {
        return new MeetingPaperCirculated(meeting, null, paper(paper), null, on(day));
    }

    public static InterestDeclared interest(String meeting, String person, @Nullable String item, String day) {
        return new InterestDeclared(meeting, person, item, "Owns land on the site", true, on(day));
    }

    public static MeetingHeld meetingHeld(String meeting, List<String> present, String day) {
        return new MeetingHeld(meeting, present, null, List.of(), List.of(), on(day));
    }

    public static MeetingMinuted minuted(String meeting, String day) {
        return new MeetingMinuted(meeting, paper(98), on(day));
    }

    public static MeetingCancelled meetingCancelled(String meeting, String day) {
        return new MeetingCancelled(meeting, "Nothing to decide", on(day));
    }

    public static BusinessCaseOpened caseOpened(
            String id, String initiative, CaseStage stage, List<String> route, String day) {
        return new BusinessCaseOpened(
                id, "ACME", initiative, stage, "New homes", route, null, List.of("p-owner"), new TreeMap<>(), on(day));
    }

    /** A version for four million pounds, whose paper has its number as content. */
    public static BusinessCaseVersionRecorded version(String id, int version, String day) {
        return new BusinessCaseVersionRecorded(
                id,
                version,
                pounds("4000000.00"),
                paper(version),
                List.of(CaseDimension.STRATEGIC),
                List.of(),
                on(day));
    }

    public static BusinessCaseSubmitted submitted(String id, int version, String day) {
        return new BusinessCaseSubmitted(id, version, "p-submitter", null, null, on(day));
    }

    /** A decision by one who may, with a quorum, on the version's paper. */
    public static BusinessCaseDecided decided(String id, String board, int version, BoardOutcome outcome, String day) {
        return new BusinessCaseDecided(
                id,
                board,
                null,
                version,
                outcome,
                null,
                DecisionManner.BY_WRITTEN_PROCEDURE,
                null,
                null,
                List.of(paper(version)),
                3,
                List.of("p-board"),
                List.of(),
                outcome == BoardOutcome.APPROVED_WITH_CONDITIONS ? List.of(condition(board)) : List.of(),
                outcome == BoardOutcome.DEFERRED ? day(day).plusMonths(1) : null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    /** The same with another outcome, and what that states besides; a referral is to the board TOP. */
    public static BusinessCaseDecided as(BoardOutcome outcome, BusinessCaseDecided decided) {
        LocalDate until = outcome == BoardOutcome.DEFERRED
                ? decided.provenance().effectiveOn().plusMonths(1)
                : null;
        return Shape.with(
                Shape.with(Shape.with(decided, "outcome", outcome), "deferredUntil", until),
                "referredTo",
                outcome == BoardOutcome.REFERRED_UP ? "TOP" : null);
    }

    /** The condition that a board sets. */
    public static CaseCondition condition(String board) {
        return new CaseCondition("C-" + board, "a cost plan");
    }

    public static BusinessCaseChallenged challenged(String id, int version, String person, String day) {
        return new BusinessCaseChallenged(id, version, "Challenge panel", List.of(person), null, on(day));
    }

    /** A discharge by one who may, with evidence. */
    public static CaseConditionDischarged discharged(String id, String condition, String day) {
        return new CaseConditionDischarged(
                id, condition, "p-board", List.of(new Citation(null, "Cost plan of April")), on(day));
    }

    public static BusinessCaseWithdrawn withdrawn(String id, String day) {
        return new BusinessCaseWithdrawn(id, "p-owner", "The site was sold", on(day));
    }

    public static BusinessCaseReevaluated reevaluated(String id, ReevaluationResult result, String day) {
        return new BusinessCaseReevaluated(id, result, List.of("p-board"), "Costs rose", on(day));
    }

    /** A policy by which every case of up to five million pounds takes one route, and approvals are good for a year. */
    public static CasePolicySet policy(String portfolio, int version, List<String> boards, String day) {
        return new CasePolicySet(
                portfolio,
                version,
                List.of(new PolicyRoute(List.of(), List.of(), pounds("5000000.00"), boards, null)),
                List.of(new FastRoute("CONTRACT_EXTENSION", List.of(boards.getLast()), "Scheme of delegation, 4.2")),
                12,
                List.of(),
                on(day));
    }

    public static DependencyProposed dependency(String id, DependencyEnd giver, DependencyEnd receiver, String day) {
        return new DependencyProposed(
                id,
                "ACME",
                giver,
                receiver,
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "Loan agreements",
                day(day).plusYears(1),
                null,
                on(day));
    }

    public static DependencyAgreed agreed(String id, DependencySide side, String day) {
        return new DependencyAgreed(id, side, null, on(day));
    }

    public static DependencyAgreementWithdrawn noLongerAgreed(String id, DependencySide side, String day) {
        return new DependencyAgreementWithdrawn(id, side, "other plans", on(day));
    }

    public static DependencyNeedChanged needed(String id, String neededBy, String day) {
        return new DependencyNeedChanged(id, day(neededBy), null, on(day));
    }

    public static DependencyReviewed seen(
            String id, DependencySide side, DependencyOutlook outlook, @Nullable String reviewBy, String day) {
        return new DependencyReviewed(id, side, outlook, null, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static DependencyPromised promised(String id, String promisedFor, String day) {
        return new DependencyPromised(id, day(promisedFor), null, on(day));
    }

    public static DependencyStatusUpdated status(String id, DependencyStatus status, String day) {
        return new DependencyStatusUpdated(id, status, null, on(day));
    }

    /** A document whose first version has the content of the number. */
    public static DocumentRegistered document(String id, int content, String day) {
        return new DocumentRegistered(
                id,
                "ACME",
                DocumentKind.REPORT,
                "Progress",
                paper(content).sha256(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static DocumentVersionRecorded documentVersion(String id, int version, int content, String day) {
        return new DocumentVersionRecorded(id, version, paper(content).sha256(), null, on(day));
    }

    public static DocumentAuthorStated written(String id, String post, String day) {
        return new DocumentAuthorStated(id, new Holder(null, post), null, on(day));
    }

    public static DocumentMarked marked(String id, Marking marking, String day) {
        return new DocumentMarked(id, marking, null, on(day));
    }

    public static DocumentPublicationDecided publication(
            String id, Publication publication, @Nullable String section, String day) {
        return new DocumentPublicationDecided(id, publication, section, List.of(), null, null, on(day));
    }

    public static DocumentReviewed reviewed(String id, @Nullable String reviewBy, String day) {
        return new DocumentReviewed(id, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static DocumentReplaced replacedBy(String id, String by, String day) {
        return new DocumentReplaced(id, by, null, on(day));
    }

    public static ActionOpened action(String id, String owner, @Nullable String dueOn, String day) {
        return new ActionOpened(
                id,
                "ACME",
                "Confirm the loan",
                new Holder(owner, null),
                dueOn == null ? null : day(dueOn),
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ActionProgressed actionProgress(String id, String progress, String day) {
        return new ActionProgressed(id, progress, on(day));
    }

    public static ActionHandedOn handedOn(String id, String owner, String day) {
        return new ActionHandedOn(id, new Holder(owner, null), null, on(day));
    }

    public static ActionRescheduled actionDue(String id, String dueOn, String day) {
        return new ActionRescheduled(id, day(dueOn), null, on(day));
    }

    public static ActionDone done(String id, String day) {
        return new ActionDone(id, List.of(new Citation(null, "Letter")), null, on(day));
    }

    public static ActionDropped dropped(String id, String day) {
        return new ActionDropped(id, "Not needed", on(day));
    }

    /** A review of an initiative. */
    public static ReviewOpened review(String id, ReviewKind kind, String initiative, String day) {
        return new ReviewOpened(
                id,
                "ACME",
                kind,
                new ReviewSubject(initiative, null, null),
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static ReviewRescheduled reviewDue(String id, String plannedFor, String day) {
        return new ReviewRescheduled(id, day(plannedFor), null, on(day));
    }

    public static ReviewHeld held(String id, String day) {
        return new ReviewHeld(id, null, on(day));
    }

    public static ReviewReported reported(String id, @Nullable RagRating confidence, String day) {
        return new ReviewReported(id, confidence, null, null, on(day));
    }

    public static ReviewCancelled reviewCancelled(String id, String day) {
        return new ReviewCancelled(id, "Paused", on(day));
    }

    public static FindingMade found(String id, String finding, String day) {
        return new FindingMade(id, finding, "Two share the role", on(day));
    }

    /** A recommendation that its owner is to act on within a year. */
    public static RecommendationMade recommended(String review, String id, @Nullable String owner, String day) {
        return new RecommendationMade(
                review,
                id,
                "Secure the loan",
                null,
                RecommendationGrade.ESSENTIAL_DO_BY,
                owner == null ? null : new Holder(owner, null),
                day(day).plusYears(1),
                null,
                new TreeMap<>(),
                on(day));
    }

    public static RecommendationAssigned assigned(String review, String id, String owner, String day) {
        return new RecommendationAssigned(review, id, new Holder(owner, null), null, null, on(day));
    }

    public static RecommendationAnswered answered(String review, String id, RecommendationAnswer answer, String day) {
        return new RecommendationAnswered(review, id, answer, null, on(day));
    }

    public static RecommendationProgressed progressed(String review, String id, String day) {
        return new RecommendationProgressed(review, id, "Terms agreed", on(day));
    }

    public static RecommendationClaimed claimed(String review, String id, @Nullable String person, String day) {
        return new RecommendationClaimed(review, id, person, List.of(new Citation(null, "Agreement")), on(day));
    }

    public static RecommendationVerified verified(String review, String id, @Nullable String person, String day) {
        return new RecommendationVerified(review, id, person, List.of(), on(day));
    }

    public static RecommendationReopened reopened(String review, String id, String day) {
        return new RecommendationReopened(review, id, "The lender withdrew", on(day));
    }

    public static RecommendationClosed closedNotDone(String review, String id, String day) {
        return new RecommendationClosed(review, id, "No loan", List.of(new Citation(null, "Minutes")), on(day));
    }
}

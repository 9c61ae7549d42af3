package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
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
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
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
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
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

/** Makes facts of every type about the few entities of a register, for days in no order. */
final class HostileFacts {

    static final LocalDate FIRST_DAY = LocalDate.of(2011, 6, 1);
    static final int DAYS = 20;

    /** Kinds of which a register has some entities. */
    static final List<Some> SOME = List.of(
            new Some("portfolio", "PF", 2, PortfolioOpened.class),
            new Some("initiative", "PG", 4, InitiativeOpened.class),
            new Some("board", "BD", 2, BoardEstablished.class),
            new Some("business-case", "BC", 2, BusinessCaseOpened.class),
            new Some("dependency", "DP", 4, DependencyProposed.class),
            new Some("document", "DOC", 2, DocumentRegistered.class),
            new Some("action", "ACT", 2, ActionOpened.class),
            new Some("review", "RV", 3, ReviewOpened.class));

    /**
     * Some entities of a kind.
     *
     * @param prefix of their ids
     * @param opening the type of the facts that open them
     */
    record Some(String kind, String prefix, int count, Class<? extends GovernanceFact> opening) {

        String id(String register, int n) {
            return prefix + "-" + register + "-" + n;
        }

        private static Some of(String kind) {
            String of = kind.equals("appointments") || kind.equals("rag") ? "initiative" : kind;
            return SOME.stream()
                    .filter(some -> some.kind.equals(of))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Random random;
    private final Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers = new LinkedHashMap<>();

    HostileFacts(Random random) {
        this.random = random;
        registersAndPortfolios();
        initiatives();
        boards();
        businessCases();
        dependencies();
        documents();
        actions();
        reviews();
    }

    /** The types of which it makes facts. */
    List<Class<? extends GovernanceFact>> types() {
        return List.copyOf(makers.keySet());
    }

    /** A fact of a type about an entity. */
    GovernanceFact of(Class<? extends GovernanceFact> type, String id) {
        return Objects.requireNonNull(makers.get(type)).apply(id);
    }

    /** An id of a kind in the register of another id. */
    private String near(String kind, String id) {
        return entity(kind, register(id));
    }

    /** Some entity of a kind in a register, the first of them more often. */
    String entity(String kind, String register) {
        if (kind.equals("register")) return register;
        Some some = Some.of(kind);
        return some.id(register, random.nextInt(1 + random.nextInt(some.count)));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    private static String register(String id) {
        return id.split("-", -1)[1];
    }

    private void registersAndPortfolios() {
        makers.put(RegisterOpened.class, id -> new RegisterOpened(id, name(), on()));
        makers.put(RegisterWentLive.class, id -> new RegisterWentLive(id, on()));
        makers.put(
                PortfolioOpened.class,
                id -> new PortfolioOpened(
                        id,
                        register(id),
                        name(),
                        maybe("Formerly"),
                        maybe("The office"),
                        texts("Big", "New"),
                        attributes(),
                        on()));
        makers.put(BusinessGroupNamed.class, id -> new BusinessGroupNamed(id, any("TP", "SCD"), name(), on()));
        makers.put(
                RatingSchemeDefined.class,
                id -> new RatingSchemeDefined(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        List.of(
                                new RatingDefinition(RagRating.GREEN, name()),
                                new RatingDefinition(RagRating.RED, "off")),
                        List.of("OVERALL", "COST"),
                        on()));
        makers.put(
                RatingSchemeReplaced.class,
                id -> new RatingSchemeReplaced(id, scheme(), scheme(), 1 + random.nextInt(2), on()));
        makers.put(RatingValiditySet.class, id -> new RatingValiditySet(id, 1 + random.nextInt(DAYS), on()));
    }

    private void initiatives() {
        makers.put(
                InitiativeOpened.class,
                id -> new InitiativeOpened(
                        id,
                        register(id),
                        any(InitiativeLevel.values()),
                        name(),
                        maybe("Formerly"),
                        maybe(any(Tier.values())),
                        random.nextInt(8) == 0 ? null : placement(id),
                        texts("TP", "SCD"),
                        random.nextInt(4) == 0 ? List.of(near("initiative", id)) : List.of(),
                        attributes(),
                        on()));
        makers.put(InitiativeRenamed.class, id -> new InitiativeRenamed(id, name(), maybe("why"), on()));
        makers.put(
                InitiativeExited.class,
                id -> new InitiativeExited(
                        id,
                        "done",
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe("the board"),
                        random.nextBoolean()
                                ? new ExitOutcome(
                                        random.nextBoolean() ? near("business-case", id) : null,
                                        any(CaseMeasure.values()),
                                        maybe("so so"))
                                : null,
                        maybe(holder()),
                        on()));
        makers.put(InitiativeSplit.class, id -> new InitiativeSplit(id, near("initiative", id), maybe("why"), on()));
        makers.put(InitiativeMerged.class, id -> new InitiativeMerged(id, near("initiative", id), "one team", on()));
        makers.put(
                InitiativeAliasGiven.class,
                id -> new InitiativeAliasGiven(id, any("GMPP", "IPA"), any("A-1", "A-2", "A-3"), on()));
        makers.put(
                InitiativeAliasEnded.class, id -> new InitiativeAliasEnded(id, any("GMPP", "IPA"), maybe("why"), on()));
        makers.put(
                InitiativeAttributesChanged.class,
                id -> new InitiativeAttributesChanged(
                        id,
                        random.nextBoolean() ? any(InitiativeLevel.values()) : null,
                        random.nextBoolean() ? any(Tier.values()) : null,
                        attributes(),
                        random.nextBoolean() ? List.copyOf(attributes().keySet()) : List.of(),
                        maybe("why"),
                        on()));
        makers.put(InitiativeMoved.class, id -> new InitiativeMoved(id, placement(id), null, on()));
        makers.put(
                InitiativeOwnersChanged.class, id -> new InitiativeOwnersChanged(id, texts("TP", "SCD"), null, on()));
        makers.put(
                InitiativeClosed.class,
                id -> new InitiativeClosed(
                        id, "done", random.nextBoolean() ? List.of(near("initiative", id)) : List.of(), on()));
        makers.put(RoleAppointed.class, this::appointed);
        makers.put(AppointmentEnded.class, id -> new AppointmentEnded(id, appointment(), "left", on()));
        makers.put(
                RagAssessed.class,
                id -> new RagAssessed(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        any("OVERALL", "COST"),
                        any(RagRating.GREEN, RagRating.AMBER, RagRating.RED),
                        assessor(),
                        maybe("because"),
                        random.nextInt(10) == 0 ? 3L : null,
                        on()));
        makers.put(
                RagAssessmentEnded.class,
                id -> new RagAssessmentEnded(id, any("OVERALL", "COST"), assessor(), "rates no more", on()));
    }

    private GovernanceFact appointed(String initiative) {
        AppointmentKind kind = any(AppointmentKind.values());
        return new RoleAppointed(
                initiative,
                appointment(),
                random.nextInt(3) == 0 ? any(Role.values()) : Role.SRO,
                kind,
                kind == AppointmentKind.VACANT ? null : holder(),
                maybe("Letter"),
                random.nextBoolean() ? day() : null,
                random.nextBoolean() ? 1 + random.nextInt(100) : null,
                maybe(appointment()),
                on());
    }

    private void boards() {
        makers.put(
                BoardEstablished.class,
                id -> new BoardEstablished(
                        id,
                        register(id),
                        name(),
                        any("CORPORATE", "LOCAL"),
                        texts("Decides", "Advises"),
                        texts("OBC", "POLICY"),
                        maybe(money()),
                        random.nextBoolean() ? 3 : null,
                        maybe("monthly"),
                        maybe(seat()),
                        List.of(seat(), seat()),
                        parent(id),
                        attributes(),
                        on()));
        makers.put(BoardLimitSet.class, id -> new BoardLimitSet(id, money(), maybe(day()), null, on()));
        makers.put(
                BoardRemitChanged.class,
                id -> new BoardRemitChanged(
                        id, texts("Decides", "Advises"), texts("OBC", "POLICY"), maybe("P-1"), null, on()));
        makers.put(BoardParentChanged.class, id -> new BoardParentChanged(id, parent(id), null, on()));
        makers.put(
                BoardMembershipChanged.class,
                id -> new BoardMembershipChanged(id, maybe(seat()), List.of(seat()), null, on()));
        makers.put(
                BoardStandingOrdersChanged.class,
                id -> new BoardStandingOrdersChanged(
                        id, random.nextBoolean() ? 2 : null, maybe("quarterly"), null, on()));
        makers.put(BoardClosed.class, id -> new BoardClosed(id, "dissolved", maybe(near("board", id)), on()));
        makers.put(
                BoardDecided.class,
                id -> new BoardDecided(
                        id,
                        "D" + random.nextInt(3),
                        "POLICY",
                        name(),
                        maybe(near("initiative", id)),
                        maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe("Meeting"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        maybe("because"),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    private void businessCases() {
        makers.put(
                BusinessCaseOpened.class,
                id -> new BusinessCaseOpened(
                        id,
                        register(id),
                        near("initiative", id),
                        maybe(any(CaseStage.SOC, CaseStage.OBC)),
                        name(),
                        texts(board(id, 0), board(id, 1)),
                        maybe(near("business-case", id)),
                        texts("P-1", "P-2"),
                        attributes(),
                        on()));
        makers.put(
                BusinessCaseVersionRecorded.class,
                id -> new BusinessCaseVersionRecorded(id, 1 + random.nextInt(11), money(), paper(), List.of(), on()));
        makers.put(
                BusinessCaseSubmitted.class,
                id -> new BusinessCaseSubmitted(id, 1 + random.nextInt(2), any("P-1", "P-2"), on()));
        makers.put(
                BusinessCaseDecided.class,
                id -> new BusinessCaseDecided(
                        id,
                        maybe(near("board", id)),
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        random.nextBoolean() ? BoardOutcome.APPROVED : maybe(any(BoardOutcome.values())),
                        maybe("As stated"),
                        maybe("Meeting"),
                        papers(),
                        random.nextBoolean() ? 3 : null,
                        texts("P-1", "P-2"),
                        texts("First", "Then"),
                        maybe("because"),
                        maybe(new Waiver("P-3", "in haste")),
                        maybe("knowingly"),
                        attributes(),
                        on()));
    }

    private void dependencies() {
        makers.put(
                DependencyProposed.class,
                id -> new DependencyProposed(
                        id,
                        register(id),
                        end(id),
                        end(id),
                        any(DependencyType.values()),
                        any(Importance.values()),
                        name(),
                        random.nextInt(4) == 0 ? null : day(),
                        maybe("monthly"),
                        on()));
        makers.put(
                DependencyAgreed.class,
                id -> new DependencyAgreed(id, any(DependencySide.values()), maybe("P-1"), on()));
        makers.put(DependencyPromised.class, id -> new DependencyPromised(id, day(), null, on()));
        makers.put(
                DependencyStatusUpdated.class,
                id -> new DependencyStatusUpdated(id, any(DependencyStatus.values()), null, on()));
    }

    private void documents() {
        makers.put(
                DocumentRegistered.class,
                id -> new DocumentRegistered(
                        id,
                        register(id),
                        any(DocumentKind.values()),
                        name(),
                        maybe(hash()),
                        maybe(any(Marking.values())),
                        maybe(any(PaperPurpose.values())),
                        maybe(holder()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        List.of(citation(id)),
                        attributes(),
                        on()));
        makers.put(
                DocumentVersionRecorded.class,
                id -> new DocumentVersionRecorded(id, 1 + random.nextInt(11), maybe(hash()), maybe("Figures"), on()));
        makers.put(DocumentAuthorStated.class, id -> new DocumentAuthorStated(id, holder(), maybe(holder()), on()));
        makers.put(DocumentMarked.class, id -> new DocumentMarked(id, any(Marking.values()), maybe("why"), on()));
        makers.put(
                DocumentPublicationDecided.class,
                id -> new DocumentPublicationDecided(
                        id,
                        any(Publication.values()),
                        maybe("FOIA 43"),
                        random.nextBoolean() ? List.of() : List.of(new Gap("page 4", maybe("FOIA 43"))),
                        maybe("P-1"),
                        maybe("why"),
                        on()));
        makers.put(
                DocumentReviewed.class,
                id -> new DocumentReviewed(id, maybe("P-1"), random.nextBoolean() ? day() : null, on()));
        makers.put(DocumentReplaced.class, id -> new DocumentReplaced(id, near("document", id), maybe("why"), on()));
    }

    private void actions() {
        makers.put(
                ActionOpened.class,
                id -> new ActionOpened(
                        id,
                        register(id),
                        name(),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        number(id) == 0 ? near("initiative", id) : maybe(near("initiative", id)),
                        random.nextInt(10) == 0 ? 3L : null,
                        maybe(recommendation(id)),
                        maybe("Meeting"),
                        maybe("The auditors"),
                        attributes(),
                        on()));
        makers.put(ActionProgressed.class, id -> new ActionProgressed(id, name(), on()));
        makers.put(ActionHandedOn.class, id -> new ActionHandedOn(id, holder(), maybe("left"), on()));
        makers.put(ActionRescheduled.class, id -> new ActionRescheduled(id, day(), null, on()));
        makers.put(ActionDone.class, id -> new ActionDone(id, evidence(id), maybe("P-1"), on()));
        makers.put(ActionDropped.class, id -> new ActionDropped(id, "not needed", on()));
    }

    private void reviews() {
        makers.put(
                ReviewOpened.class,
                id -> new ReviewOpened(
                        id,
                        register(id),
                        any(ReviewKind.GATE_2, ReviewKind.AAP, ReviewKind.PAR),
                        subject(id),
                        random.nextBoolean() ? day() : null,
                        maybe("Auditors"),
                        random.nextInt(3) == 0 ? near("review", id) : null,
                        attributes(),
                        on()));
        makers.put(ReviewRescheduled.class, id -> new ReviewRescheduled(id, day(), maybe("why"), on()));
        makers.put(ReviewHeld.class, id -> new ReviewHeld(id, random.nextBoolean() ? day() : null, on()));
        makers.put(
                ReviewReported.class,
                id -> new ReviewReported(
                        id,
                        random.nextInt(4) == 0 ? null : any(RagRating.RED, RagRating.RED, RagRating.GREEN),
                        maybe("so"),
                        maybe(near("document", id)),
                        on()));
        makers.put(ReviewCancelled.class, id -> new ReviewCancelled(id, "paused", on()));
        makers.put(FindingMade.class, id -> new FindingMade(id, "F" + random.nextInt(3), name(), on()));
        makers.put(
                RecommendationMade.class,
                id -> new RecommendationMade(
                        id,
                        recommended(),
                        name(),
                        maybe("Strategy"),
                        maybe(any(RecommendationGrade.values())),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        random.nextInt(3) == 0 ? recommendation(id) : null,
                        attributes(),
                        on()));
        makers.put(
                RecommendationAssigned.class,
                id -> new RecommendationAssigned(
                        id, recommended(), holder(), random.nextBoolean() ? day() : null, maybe("left"), on()));
        makers.put(
                RecommendationAnswered.class,
                id -> new RecommendationAnswered(
                        id, recommended(), any(RecommendationAnswer.values()), maybe("why"), on()));
        makers.put(RecommendationProgressed.class, id -> new RecommendationProgressed(id, recommended(), name(), on()));
        makers.put(
                RecommendationClaimed.class,
                id -> new RecommendationClaimed(id, recommended(), maybe("P-1"), evidence(id), on()));
        makers.put(
                RecommendationVerified.class,
                id -> new RecommendationVerified(id, recommended(), maybe("P-2"), evidence(id), on()));
        makers.put(RecommendationReopened.class, id -> new RecommendationReopened(id, recommended(), "lapsed", on()));
        makers.put(
                RecommendationClosed.class,
                id -> new RecommendationClosed(id, recommended(), "overtaken", evidence(id), on()));
    }

    private ReviewSubject subject(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> new ReviewSubject(null, near("portfolio", id), null);
            case 1 -> new ReviewSubject(null, null, "The strategy");
            default -> new ReviewSubject(near("initiative", id), null, null);
        };
    }

    private RecommendationRef recommendation(String id) {
        return new RecommendationRef(near("review", id), recommended());
    }

    private String recommended() {
        return "R" + random.nextInt(3);
    }

    private List<Citation> evidence(String id) {
        return random.nextBoolean() ? List.of() : List.of(citation(id));
    }

    private Citation citation(String id) {
        return random.nextInt(3) == 0 ? new Citation(null, "Minutes") : new Citation(near("document", id), null);
    }

    private String hash() {
        return Integer.toString(random.nextInt(10)).repeat(64);
    }

    private DependencyEnd end(String id) {
        return random.nextInt(4) == 0
                ? new DependencyEnd(null, any("The Ombudsman", "Parliament"))
                : new DependencyEnd(near("initiative", id), null);
    }

    /** In a portfolio, under an initiative before it (so that none is above itself), or nowhere. */
    private Placement placement(String id) {
        int n = number(id);
        if (n > 0 && random.nextInt(3) == 0)
            return new Placement(Some.of("initiative").id(register(id), random.nextInt(n)), null);
        return new Placement(null, random.nextInt(6) == 0 ? null : near("portfolio", id));
    }

    private static String board(String near, int n) {
        return Some.of("board").id(register(near), n);
    }

    private @Nullable String parent(String board) {
        return number(board) == 0 ? null : maybe(board(board, 0));
    }

    /** Mostly exact days; now and then far away, or no more than a month or a year. */
    private Provenance on() {
        LocalDate day = day();
        return switch (random.nextInt(12)) {
            case 0 -> Provenance.on(day.plusYears(20));
            case 1 -> {
                DatePrecision precision = any(DatePrecision.values());
                yield new Provenance(precision.firstDay(day), precision, null, null, null, null);
            }
            case 2 -> new Provenance(day, null, true, "not in the paper", any(DateQualifier.values()), null);
            default -> Provenance.on(day);
        };
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private String name() {
        return "Name " + random.nextInt(5);
    }

    private String scheme() {
        return any("MPS_2011", "GMPP");
    }

    private String appointment() {
        return "A" + random.nextInt(4);
    }

    private @Nullable Assessor assessor() {
        return random.nextInt(6) == 0 ? null : any(Assessor.PORTFOLIO_OFFICE, Assessor.SRO);
    }

    private Seat seat() {
        return new Seat("P-" + random.nextInt(4), maybe("Commander"), maybe("TP"));
    }

    private Holder holder() {
        return new Holder("P-" + random.nextInt(4), maybe("Commander"));
    }

    private Money money() {
        return new Money(
                BigDecimal.valueOf(1_000_000L * (1 + random.nextInt(9))),
                "GBP",
                PriceBasis.NOMINAL,
                null,
                Confidence.VALIDATED);
    }

    private Paper paper() {
        return new Paper(hash(), name(), null, null);
    }

    private List<Paper> papers() {
        return random.nextBoolean() ? List.of() : List.of(paper());
    }

    private SortedMap<String, String> attributes() {
        return random.nextBoolean() ? new TreeMap<>() : new TreeMap<>(Map.of("value", name(), "note", "x"));
    }

    /** One of them, or both. */
    private List<String> texts(String one, String other) {
        return random.nextBoolean() ? List.of(one) : List.of(one, other);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }
}

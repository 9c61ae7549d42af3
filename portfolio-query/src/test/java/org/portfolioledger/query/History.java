package org.portfolioledger.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BenefitFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DeliveryPlanFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MeasureFact;
import org.portfolioledger.events.MeetingFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.ReportingCycleFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;

/** Writes facts straight into a ledger, each in the stream in which it belongs. */
public final class History {

    private final Ledger ledger;
    private final FactSerializer serializer = new FactSerializer();
    private final Map<String, Long> sequences = new HashMap<>();
    private String register = "MPS";

    public History(DataSource appender) {
        this.ledger = new Ledger(appender);
    }

    /** The register of what is written from here on. */
    public History in(String other) {
        this.register = other;
        return this;
    }

    /** Appends a fact to a stream that the caller names; answers its position. */
    public long append(String stream, GovernanceFact fact) {
        return append(stream, fact, null, List.of(), List.of());
    }

    /** Appends a fact that is known from now on; answers its position. */
    public long append(GovernanceFact fact) {
        return append(fact, null, List.of(), List.of());
    }

    /** Appends a fact that a migration states to have been known at an instant. */
    public long known(String instant, GovernanceFact fact) {
        return append(fact, Instant.parse(instant), List.of(), List.of());
    }

    /** Appends a fact that rests on others. */
    public long resting(GovernanceFact fact, Long... facts) {
        return append(fact, null, List.of(), List.of(facts));
    }

    /** Appends a migrated fact that leaves rules unmet. */
    public long unmet(String instant, GovernanceFact fact, String... rules) {
        return append(fact, Instant.parse(instant), List.of(rules), List.of());
    }

    public long correct(long fact, String reason, @Nullable GovernanceFact replacement) {
        return correct(null, fact, reason, replacement);
    }

    /** Corrects a fact, as a migration states it to have been known at an instant; null: from now on. */
    public long correct(@Nullable Instant knownAt, long fact, String reason, @Nullable GovernanceFact replacement) {
        String stream = ledger.at(fact).orElseThrow().stream();
        Corrected corrected = new Corrected(
                fact, reason, replacement == null ? null : 1, replacement, Provenance.on(LocalDate.of(2015, 1, 1)));
        return append(stream, corrected, knownAt, List.of(), List.of());
    }

    /** The same in the stream in which it belongs. */
    public long append(GovernanceFact fact, @Nullable Instant knownAt, List<String> unmetRules, List<Long> restsOn) {
        return append(streamOf(fact), fact, knownAt, unmetRules, restsOn);
    }

    /** Appends a fact with all that can be recorded with it; no instant: known from now on. */
    public long append(
            String stream,
            GovernanceFact fact,
            @Nullable Instant knownAt,
            List<String> unmetRules,
            List<Long> restsOn) {
        return unit(knownAt, List.of(event(stream, fact, unmetRules).restingOn(restsOn)));
    }

    /** Appends several facts as one unit; answers the last position. */
    public long together(GovernanceFact... facts) {
        return together(null, List.of(facts), Collections.nCopies(facts.length, List.of()));
    }

    /**
     * The same, known from an instant on; null: from now on.
     *
     * @param restsOn on what each of them rests; −1 is the first of them
     */
    public long together(@Nullable Instant knownAt, List<GovernanceFact> facts, List<List<Long>> restsOn) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            GovernanceFact fact = facts.get(i);
            events.add(event(streamOf(fact), fact, List.of()).restingOn(restsOn.get(i)));
        }
        return unit(knownAt, events);
    }

    private long unit(@Nullable Instant knownAt, List<NewEvent> events) {
        List<Guard> guards = events.stream()
                .flatMap(event -> event.restsOn().stream())
                .filter(position -> position > 0)
                .map(position -> ledger.at(position).orElseThrow().stream())
                .distinct()
                .map(stream -> new Guard(stream, ledger.lastSequence(stream)))
                .toList();
        CommandKey key = new CommandKey("a.clerk", UUID.randomUUID().toString());
        Outcome outcome = ledger.append(
                        List.of(new AppendRequest(key, "f", register, knownAt, knownAt == null, events, guards)))
                .getFirst();
        if (outcome instanceof Outcome.Appended appended) return appended.last();
        throw new AssertionError(outcome.toString());
    }

    /** Appends what no program of today can read, such as a fact of a later release; answers its position. */
    public long unreadable(String stream, String type) {
        return raw(stream, type, "{}");
    }

    /** Appends what is not even JSON. */
    public long illegible(String stream) {
        return raw(stream, "initiative-opened", "not json");
    }

    private long raw(String stream, String type, String payload) {
        long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        return unit(
                null,
                List.of(new NewEvent(
                        UUID.randomUUID(),
                        stream,
                        sequence,
                        type,
                        1,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        LocalDate.of(2011, 1, 1))));
    }

    private NewEvent event(String stream, GovernanceFact fact, List<String> unmetRules) {
        long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        String metadata =
                unmetRules.isEmpty() ? "{}" : "{\"unmetRules\":[\"" + String.join("\",\"", unmetRules) + "\"]}";
        FactType type = FactType.of(fact.getClass());
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                type.typeName(),
                type.revision(),
                serializer.write(fact),
                metadata.getBytes(StandardCharsets.UTF_8),
                fact.provenance().effectiveOn());
    }

    /** The first component of every fact is the id of its entity. */
    private static String streamOf(GovernanceFact fact) {
        String kind = switch (fact) {
            case RegisterFact _ -> "register";
            case PortfolioFact _ -> "portfolio";
            case InitiativeFact _ -> "initiative";
            case AppointmentFact _ -> "appointments";
            case PostFact _ -> "post";
            case RagFact _ -> "rag";
            case MilestoneFact _ -> "milestones";
            case BoardFact _ -> "board";
            case BusinessCaseFact _ -> "business-case";
            case DependencyFact _ -> "dependency";
            case DocumentFact _ -> "document";
            case ActionFact _ -> "action";
            case ReviewFact _ -> "review";
            case MeetingFact _ -> "meeting";
            case EqualityAssessmentFact _ -> "equality-assessment";
            case AccountingAssessmentFact _ -> "accounting-assessment";
            case VacancyRequestFact _ -> "vacancy-request";
            case DeliveryPlanFact _ -> "delivery-plan";
            case ExternalRequestFact _ -> "external-request";
            case ReportingCycleFact _ -> "reporting-cycle";
            case ContractFact _ -> "contract";
            case OutsideDecisionFact _ -> "outside-decision";
            case WorkforceControlFact _ -> "workforce-control";
            case RiskFact _ -> "risk";
            case BenefitFact _ -> "benefit";
            case MeasureFact _ -> "measure";
            case BudgetFact _ -> "budget";
            case MappingFact _ -> "mapping";
            case Corrected _ -> throw new IllegalArgumentException("a correction is in the stream of what it corrects");
        };
        JsonNode members = FactSerializer.mapper().valueToTree(fact);
        return kind + "-" + members.values().iterator().next().asString();
    }

    public static Provenance on(String day) {
        return Provenance.on(LocalDate.parse(day));
    }

    public static Provenance about(String day, DatePrecision precision) {
        return new Provenance(LocalDate.parse(day), precision, null, null, null, null);
    }

    public static GovernanceFact portfolio(String id, String day) {
        return new PortfolioOpened(id, "MPS", "Change portfolio", null, null, List.of(), new TreeMap<>(), on(day));
    }

    public static GovernanceFact initiative(String id, String name, Placement placement, Provenance provenance) {
        return new InitiativeOpened(
                id,
                "MPS",
                InitiativeLevel.PROGRAMME,
                name,
                null,
                null,
                placement,
                List.of(),
                List.of(),
                new TreeMap<>(),
                provenance);
    }

    public static GovernanceFact initiative(String id, String name, @Nullable String portfolio, String day) {
        return initiative(id, name, new Placement(null, portfolio), on(day));
    }

    public static GovernanceFact renamed(String id, String name, String day) {
        return new InitiativeRenamed(id, name, null, on(day));
    }

    /** The initiative is one of another level. */
    public static GovernanceFact levelChanged(String id, InitiativeLevel level, String day) {
        return new InitiativeAttributesChanged(id, level, null, new TreeMap<>(), List.of(), null, on(day));
    }

    public static GovernanceFact closed(String id, String day) {
        return new InitiativeClosed(id, "done", List.of(), on(day));
    }

    public static GovernanceFact sro(String initiative, String appointment, AppointmentKind kind, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                kind,
                kind == AppointmentKind.VACANT ? null : new Holder("P-1", null),
                null,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                null,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** A role of an initiative, held with a share of the working time. */
    public static RoleAppointed appointed(
            String initiative,
            String appointment,
            Role role,
            AppointmentKind kind,
            Holder holder,
            int share,
            String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                role,
                kind,
                holder,
                null,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                share,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** The role of SRO, held by whoever holds a post. */
    public static GovernanceFact sroByPost(String initiative, String appointment, String post, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.SUBSTANTIVE,
                null,
                post,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                on(day));
    }

    public static GovernanceFact post(String id, @Nullable String portfolio, String day) {
        return new PostFact.PostEstablished(
                id,
                "MPS",
                "Director " + id,
                portfolio,
                portfolio == null ? null : Role.PORTFOLIO_DIRECTOR,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact filled(String post, String person, AppointmentKind kind, String day) {
        return new PostFact.PostFilled(
                post,
                person,
                kind,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                60,
                null,
                null,
                null,
                on(day));
    }

    public static GovernanceFact vacated(String post, String day) {
        return new PostFact.PostVacated(post, "left", null, on(day));
    }

    public static GovernanceFact described(String portfolio, Role role, String description, String day) {
        return new PortfolioFact.RoleDescribed(portfolio, role, description, List.of("Delivery"), on(day));
    }

    public static GovernanceFact rated(String initiative, String scheme, RagRating rating, String day) {
        return new RagAssessed(
                initiative, scheme, 1, "OVERALL", rating, Assessor.PORTFOLIO_OFFICE, "because", null, on(day));
    }

    public static GovernanceFact ended(String initiative, String appointment, String day) {
        return new AppointmentEnded(initiative, appointment, "left", null, on(day));
    }

    public static GovernanceFact board(String id, String day) {
        return new BoardFact.BoardEstablished(
                id,
                "MPS",
                "Investment board",
                "CORPORATE",
                List.of(),
                List.of("OBC"),
                null,
                3,
                null,
                null,
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact boardDecided(String board, String decision, String day) {
        return boardDecided(board, decision, null, day);
    }

    /** A board's decision that concerns an initiative; null: none. */
    public static GovernanceFact boardDecided(String board, String decision, @Nullable String initiative, String day) {
        return new BoardFact.BoardDecided(
                board,
                decision,
                "POLICY",
                "A policy",
                initiative,
                null,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    /** A meeting called for the day on which it is called. */
    public static GovernanceFact meeting(String id, String board, String day) {
        return new MeetingFact.MeetingCalled(id, "MPS", board, LocalDate.parse(day), null, new TreeMap<>(), on(day));
    }

    /** An agenda of one item, which concerns an initiative. */
    public static GovernanceFact agenda(String meeting, String initiative, String day) {
        AgendaItem item = new AgendaItem("1", "Progress", null, null, initiative);
        return new MeetingFact.MeetingAgendaSet(meeting, List.of(item), on(day));
    }

    public static GovernanceFact circulated(String meeting, int paper, String day) {
        return new MeetingFact.MeetingPaperCirculated(
                meeting,
                null,
                new Paper(Integer.toString(paper % 10).repeat(64), "Paper " + paper, null, null),
                null,
                on(day));
    }

    public static GovernanceFact meetingHeld(String meeting, int attendance, String day) {
        return new MeetingFact.MeetingHeld(meeting, List.of(), attendance, List.of(), List.of(), on(day));
    }

    public static GovernanceFact businessCase(String id, String initiative, String board, String day) {
        return new BusinessCaseFact.BusinessCaseOpened(
                id,
                "MPS",
                initiative,
                CaseStage.OBC,
                "Outline case",
                List.of(board),
                null,
                List.of("P-1"),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact versioned(String businessCase, int version, String amount, String day) {
        return new BusinessCaseFact.BusinessCaseVersionRecorded(
                businessCase,
                version,
                new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED),
                new Paper("0".repeat(64), "Version " + version, null, null),
                List.of(),
                List.of(),
                on(day));
    }

    public static GovernanceFact submitted(String businessCase, int version, String day) {
        return new BusinessCaseFact.BusinessCaseSubmitted(businessCase, version, "P-1", null, null, on(day));
    }

    public static GovernanceFact decided(String businessCase, String board, String day) {
        return new BusinessCaseFact.BusinessCaseDecided(
                businessCase,
                board,
                null,
                1,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                List.of(),
                3,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact dependency(String id, String giver, String receiver, String neededBy, String day) {
        return new DependencyFact.DependencyProposed(
                id,
                "MPS",
                new DependencyEnd(giver, null),
                new DependencyEnd(receiver, null),
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "needs it",
                LocalDate.parse(neededBy),
                null,
                on(day));
    }

    public static GovernanceFact promised(String dependency, String promisedFor, String day) {
        return new DependencyFact.DependencyPromised(dependency, LocalDate.parse(promisedFor), null, on(day));
    }

    public static GovernanceFact register(String id, String day) {
        return registerNamed(id, "The record of " + id, day);
    }

    public static GovernanceFact registerNamed(String id, String name, String day) {
        return new RegisterFact.RegisterOpened(id, name, on(day));
    }

    public static GovernanceFact group(String portfolio, String id, String name, String day) {
        return new PortfolioFact.BusinessGroupNamed(portfolio, id, name, on(day));
    }

    public static GovernanceFact document(String id, String title, String sha256, String day) {
        return new DocumentFact.DocumentRegistered(
                id,
                "MPS",
                DocumentFact.DocumentKind.REPORT,
                title,
                sha256,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact documentVersion(String document, int version, String sha256, String day) {
        return new DocumentFact.DocumentVersionRecorded(document, version, sha256, null, on(day));
    }

    /** It is to be reviewed by a day. */
    public static GovernanceFact reviewed(String document, String reviewBy, String day) {
        return new DocumentFact.DocumentReviewed(document, null, LocalDate.parse(reviewBy), on(day));
    }

    public static GovernanceFact replacedBy(String document, String by, String day) {
        return new DocumentFact.DocumentReplaced(document, by, null, on(day));
    }

    /** An action of a person; no day: it is due on none. */
    public static GovernanceFact action(String id, @Nullable String initiative, @Nullable String dueOn, String day) {
        return new ActionFact.ActionOpened(
                id,
                "MPS",
                "Confirm the loan",
                new Holder("P-1", null),
                dueOn == null ? null : LocalDate.parse(dueOn),
                initiative,
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact handedOn(String action, String post, String day) {
        return new ActionFact.ActionHandedOn(action, new Holder(null, post), null, on(day));
    }

    public static GovernanceFact done(String action, String day) {
        return new ActionFact.ActionDone(action, List.of(new Citation(null, "Letter")), null, on(day));
    }

    public static GovernanceFact review(String id, ReviewKind kind, ReviewSubject subject, String day) {
        return review(id, kind, subject, null, day);
    }

    /** A review that assures the action plan of another; null: of none. */
    public static GovernanceFact review(
            String id, ReviewKind kind, ReviewSubject subject, @Nullable String actionPlanOf, String day) {
        return new ReviewFact.ReviewOpened(
                id,
                "MPS",
                kind,
                subject,
                LocalDate.parse(day).plusDays(30),
                null,
                actionPlanOf,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact held(String review, String day) {
        return new ReviewFact.ReviewHeld(review, null, on(day));
    }

    public static GovernanceFact reported(String review, RagRating confidence, String day) {
        return new ReviewFact.ReviewReported(review, confidence, null, null, on(day));
    }

    public static GovernanceFact reviewCancelled(String review, String day) {
        return new ReviewFact.ReviewCancelled(review, "paused", on(day));
    }

    /** A recommendation that is to be complete within thirty days. */
    public static GovernanceFact recommended(String review, String id, RecommendationGrade grade, String day) {
        return new ReviewFact.RecommendationMade(
                review,
                id,
                "Secure the loan",
                null,
                grade,
                new Holder("P-1", null),
                LocalDate.parse(day).plusDays(30),
                null,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact claimed(String review, String recommendation, String day) {
        return new ReviewFact.RecommendationClaimed(
                review, recommendation, "P-1", List.of(new Citation(null, "Agreement")), on(day));
    }

    public static GovernanceFact verified(String review, String recommendation, String day) {
        return new ReviewFact.RecommendationVerified(review, recommendation, "P-2", List.of(), on(day));
    }
}

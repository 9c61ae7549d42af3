package org.portfolioledger.command.rag;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Judgement;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.rag.RatingCommand.AssessRag;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.events.RatingFact;
import org.portfolioledger.events.RatingFact.RagAssessed;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.portfolioledger.state.RatingsState;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Placement;
import org.portfolioledger.vocabulary.RagRating;

/** The rules of RAG assessments. */
final class Ratings implements Rules<RatingCommand, RatingFact, RatingsState> {

    private static final Set<RagRating> NO_RATING = Set.of(RagRating.EXEMPT, RagRating.RESET, RagRating.NOT_RATED);
    private static final String REBASELINE = "REBASELINE";

    @Override
    public Kind<RatingFact, RatingsState> kind() {
        return Kinds.RATINGS;
    }

    @Override
    public Class<RatingCommand> commands() {
        return RatingCommand.class;
    }

    @Override
    public Decision<RatingFact> decide(
            RatingCommand command, History<Recorded, RatingsState> history, Evidence evidence) {
        return switch (command) {
            case AssessRag assess -> assess(assess, evidence);
        };
    }

    private static Decision<RatingFact> assess(AssessRag assess, Evidence evidence) {
        Judgement judgement = new Judgement()
                .require(
                        assess.assessor() != null,
                        Finding.of(RatingRule.RATING_WITHOUT_ASSESSOR, "The rating names no assessor")
                                .at("/assessor"))
                .require(
                        assess.rationale() != null,
                        Finding.of(RatingRule.RATING_WITHOUT_RATIONALE, "The rating gives no rationale")
                                .at("/rationale"))
                .require(
                        assess.scheme() != null,
                        Finding.of(RatingRule.RATING_WITHOUT_SCHEME, "The rating names no scheme")
                                .at("/scheme"));
        requireOpen(assess, evidence, judgement);
        requireRebaseline(assess, evidence, judgement);
        int version = schemeVersion(assess, evidence, judgement);
        return Decision.of(
                new RagAssessed(
                        assess.initiative(),
                        assess.scheme() == null ? "" : assess.scheme(),
                        version,
                        assess.criterion(),
                        assess.rating(),
                        assess.assessor(),
                        assess.rationale(),
                        assess.rebaselineDecision(),
                        assess.stated()),
                judgement);
    }

    @Override
    public List<Finding> invariants(RatingsState state) {
        return List.of();
    }

    /** The version of the scheme by which is rated, held against what the scheme defines. */
    private static int schemeVersion(AssessRag assess, Evidence evidence, Judgement judgement) {
        String name = assess.scheme();
        if (name == null) return 0;
        Optional<Grounded<Scheme>> defined =
                schemes(assess.initiative(), assess.stated().effectiveOn(), evidence).stream()
                        .filter(scheme -> scheme.value().scheme().equals(name))
                        .filter(scheme -> assess.schemeVersion() == null
                                || assess.schemeVersion() == scheme.value().version())
                        .max(inForceFirst(assess.stated().effectiveOn()));
        if (defined.isEmpty()) {
            judgement.note(StructuralRule.unknown(
                    "rating scheme of the initiative's portfolio called",
                    assess.schemeVersion() == null ? name : name + " version " + assess.schemeVersion(),
                    "/scheme"));
            return 0;
        }
        Scheme scheme = judgement.rest(defined.get());
        boolean rated = NO_RATING.contains(assess.rating())
                || scheme.ratings().stream().anyMatch(known -> known.rating() == assess.rating());
        judgement
                .require(
                        rated,
                        Finding.of(
                                        RatingRule.RATING_NOT_IN_SCHEME,
                                        "%s version %d has no %s".formatted(name, scheme.version(), assess.rating()))
                                .against(defined.get())
                                .at("/rating"))
                .require(
                        scheme.criteria().isEmpty() || scheme.criteria().contains(assess.criterion()),
                        Finding.of(
                                        RatingRule.CRITERION_NOT_IN_SCHEME,
                                        "%s version %d rates %s".formatted(name, scheme.version(), scheme.criteria()))
                                .against(defined.get())
                                .at("/criterion"));
        return scheme.version();
    }

    /** A version that takes effect only later is taken where there is no other. */
    private static Comparator<Grounded<Scheme>> inForceFirst(LocalDate on) {
        return Comparator.<Grounded<Scheme>, Boolean>comparing(
                        scheme -> !scheme.since().isAfter(on))
                .thenComparingInt(scheme -> scheme.value().version());
    }

    /** What the portfolio defines in which the initiative lies that day, whenever it was defined. */
    private static List<Grounded<Scheme>> schemes(String initiative, LocalDate on, Evidence evidence) {
        String portfolio = portfolio(initiative, on, evidence);
        if (portfolio == null) return List.of();
        return evidence.history(Kinds.PORTFOLIO, portfolio)
                .timeline()
                .last()
                .map(PortfolioState::schemes)
                .map(schemes -> List.copyOf(schemes.values()))
                .orElse(List.of());
    }

    private static @Nullable String portfolio(String initiative, LocalDate on, Evidence evidence) {
        return upwards(initiative, on, evidence).stream()
                .map(above -> placement(above, on, evidence))
                .filter(Objects::nonNull)
                .map(Placement::portfolio)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The initiative and those above it that day, from the bottom up. */
    private static Set<String> upwards(String initiative, LocalDate on, Evidence evidence) {
        Set<String> seen = new LinkedHashSet<>();
        String at = initiative;
        while (at != null && seen.add(at)) {
            Placement placement = placement(at, on, evidence);
            at = placement == null ? null : placement.parent();
        }
        return seen;
    }

    /** Where it lies that day; where nothing is known of that day, where it lay first. */
    private static @Nullable Placement placement(String initiative, LocalDate on, Evidence evidence) {
        var timeline = evidence.history(Kinds.INITIATIVE, initiative).timeline();
        return timeline.on(on)
                .or(() -> timeline.segments().stream().findFirst().map(segment -> segment.state()))
                .map(state -> state.placement().value())
                .orElse(null);
    }

    private static void requireOpen(AssessRag assess, Evidence evidence, Judgement judgement) {
        History<Recorded, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, assess.initiative());
        judgement.require(initiative.isOpened(), StructuralRule.absent("initiative", assess.initiative()));
        initiative
                .timeline()
                .on(assess.stated().effectiveOn())
                .map(InitiativeState::closure)
                .ifPresent(closure -> judgement.note(Finding.of(
                                RatingRule.INITIATIVE_CLOSED_WHEN_RATED,
                                "%s is closed from %s".formatted(assess.initiative(), closure.since()))
                        .against(closure)
                        .at("/effectiveOn")));
    }

    private static void requireRebaseline(AssessRag assess, Evidence evidence, Judgement judgement) {
        Long position = assess.rebaselineDecision();
        if (assess.rating() != RagRating.RESET) {
            judgement.require(
                    position == null || evidence.fact(position).isPresent(),
                    StructuralRule.unknown("fact", String.valueOf(position), "/rebaselineDecision"));
            return;
        }
        Optional<Saying<Recorded>> decision = Optional.ofNullable(position).flatMap(at -> standing(at, evidence));
        boolean approved = decision.map(Saying::says)
                .map(Recorded::fact)
                .filter(BoardDecided.class::isInstance)
                .map(BoardDecided.class::cast)
                .filter(decided -> resets(decided, assess, evidence))
                .isPresent();
        if (approved) decision.map(Saying::position).ifPresent(judgement::restOn);
        Finding finding = Finding.of(
                RatingRule.RESET_WITHOUT_REBASELINE,
                position == null
                        ? "The reset names no decision"
                        : "Fact %d is no board's approval of a re-baseline of %s that stands on %s"
                                .formatted(
                                        position,
                                        assess.initiative(),
                                        assess.stated().effectiveOn()));
        Finding against = new Finding(
                finding.rule(),
                finding.detail(),
                "/rebaselineDecision",
                null,
                null,
                decision.map(Saying::position).stream().toList());
        judgement.require(approved, against);
    }

    /** What is said now in the place of the fact at a position: it may have been corrected or struck. */
    private static Optional<Saying<Recorded>> standing(long position, Evidence evidence) {
        return evidence.fact(position)
                .flatMap(Ratings::board)
                .flatMap(board -> evidence.history(Kinds.BOARD, board).sayings().stream()
                        .filter(saying -> saying.place() == position || saying.position() == position)
                        .findFirst());
    }

    private static Optional<String> board(Recorded recorded) {
        PortfolioEvent fact = recorded.fact();
        PortfolioEvent said = fact instanceof Corrected corrected ? corrected.replacement() : fact;
        return said instanceof BoardDecided decided ? Optional.of(decided.board()) : Optional.empty();
    }

    private static boolean resets(BoardDecided decided, AssessRag assess, Evidence evidence) {
        LocalDate on = assess.stated().effectiveOn();
        return decided.matter().equals(REBASELINE)
                && decided.outcome() == BoardOutcome.APPROVED
                && !decided.stated().effectiveOn().isAfter(on)
                && (decided.initiative() == null
                        || upwards(assess.initiative(), on, evidence).contains(decided.initiative()));
    }
}

package org.portfolioledger.command.rag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.StandingDecision;
import org.portfolioledger.command.rag.RagCommand.AssessRag;
import org.portfolioledger.command.rag.RagCommand.EndRagAssessment;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.MilestonesState.Baseline;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.portfolioledger.state.RagState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.RagRating;

/** The rules of RAG assessments. */
final class Rag extends Family<RagCommand, RagFact, RagState> {

    private static final Set<RagRating> NO_RATING = Set.of(RagRating.EXEMPT, RagRating.RESET, RagRating.NOT_RATED);

    Rag() {
        super(Kinds.RAG, RagCommand.class, RagCommand.ROUTES, RagRule.values());
    }

    @Override
    protected Decision<RagFact> decide(RagCommand command, History<RecordedFact, RagState> history, Evidence evidence) {
        return switch (command) {
            case AssessRag assess -> assess(assess, history, evidence);
            case EndRagAssessment end -> end(end, history);
        };
    }

    private static Decision<RagFact> end(EndRagAssessment end, History<RecordedFact, RagState> history) {
        String criterion = criterion(end.criterion(), List.of(), history);
        String rating = RagState.key(criterion, end.assessor());
        Findings findings = new Findings()
                .require(
                        assessed(history).anyMatch(assessed -> key(assessed).equals(rating)),
                        ReferenceRule.absent("rating", rating));
        return Decision.of(
                new RagAssessmentEnded(end.initiative(), criterion, end.assessor(), end.reason(), end.provenance()),
                findings);
    }

    /** A criterion as it was written first, in the ratings of the initiative or else in the scheme. */
    private static String criterion(String name, Collection<String> criteria, History<RecordedFact, RagState> history) {
        return EntryChecks.firstSpelling(
                name, Stream.concat(assessed(history).map(RagAssessed::criterion), criteria.stream()));
    }

    private static Stream<RagAssessed> assessed(History<RecordedFact, RagState> history) {
        return EntryChecks.facts(history.entries(), RagAssessed.class);
    }

    private static String key(RagAssessed assessed) {
        return RagState.key(assessed.criterion(), assessed.assessor());
    }

    /** An ending ends what was given before its day, and once. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        Map<String, EffectiveEntry<RecordedFact>> latest = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            switch (Kinds.RAG.fact(entry)) {
                case RagAssessed assessed -> latest.put(key(assessed), entry);
                case RagAssessmentEnded ended -> {
                    String rating = RagState.key(ended.criterion(), ended.assessor());
                    endsNothing(rating, entry, latest.put(rating, entry), entries)
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    /** What was never ended can neither be ended twice nor before it began. */
    @Override
    protected boolean bindsHistory(Class<?> fact) {
        return fact == RagAssessmentEnded.class;
    }

    /** @param before what was said of the rating last */
    private static Optional<Finding> endsNothing(
            String rating,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> before,
            List<EffectiveEntry<RecordedFact>> entries) {
        // An ending whose rating was entered in error ends nothing, and harms nothing.
        if (before == null) return later(rating, entries).map(given -> notBegun(rating, entry, given));
        if (Kinds.RAG.fact(before) instanceof RagAssessmentEnded)
            return Optional.of(Finding.contradiction(
                            RagRule.RATING_ENDED_ALREADY,
                            "%s ended on %s".formatted(rating, before.effectiveOn()),
                            entry,
                            List.of(before))
                    .at("/effectiveOn"));
        return before.effectiveOn().isBefore(entry.effectiveOn())
                ? Optional.empty()
                : Optional.of(notBegun(rating, entry, before));
    }

    private static Optional<EffectiveEntry<RecordedFact>> later(
            String rating, List<EffectiveEntry<RecordedFact>> entries) {
        return entries.stream()
                .filter(entry -> entry.content().fact() instanceof RagAssessed assessed
                        && key(assessed).equals(rating))
                .findFirst();
    }

    private static Finding notBegun(
            String rating, EffectiveEntry<RecordedFact> ending, EffectiveEntry<RecordedFact> given) {
        return Finding.contradiction(
                        RagRule.RATING_NOT_BEGUN,
                        "%s was given on %s, and would end on %s"
                                .formatted(rating, given.effectiveOn(), ending.effectiveOn()),
                        ending,
                        List.of(given))
                .at("/effectiveOn");
    }

    /** An SRO rates, and ends ratings, as SRO and for the project. */
    @Override
    protected List<String> initiatives(RagFact fact, RagState state) {
        return switch (fact) {
            case RagAssessed assessed -> of(assessed.initiative(), assessed.assessor());
            case RagAssessmentEnded ended -> of(ended.initiative(), ended.assessor());
        };
    }

    /** A programme manager rates, and ends ratings, for the project alone. */
    @Override
    protected List<String> managed(RagFact fact, RagState state) {
        Assessor assessor = switch (fact) {
            case RagAssessed assessed -> assessed.assessor();
            case RagAssessmentEnded ended -> ended.assessor();
        };
        return assessor == Assessor.PROJECT ? List.of(state.initiative()) : List.of();
    }

    private static List<String> of(String initiative, @Nullable Assessor assessor) {
        return assessor == Assessor.SRO || assessor == Assessor.PROJECT ? List.of(initiative) : List.of();
    }

    private static Decision<RagFact> assess(
            AssessRag assess, History<RecordedFact, RagState> history, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        assess.assessor() != null,
                        Finding.of(RagRule.RATING_WITHOUT_ASSESSOR, "The rating names no assessor")
                                .at("/assessor"))
                .require(
                        assess.rationale() != null,
                        Finding.of(RagRule.RATING_WITHOUT_RATIONALE, "The rating gives no rationale")
                                .at("/rationale"))
                .require(
                        assess.scheme() != null,
                        Finding.of(RagRule.RATING_WITHOUT_SCHEME, "The rating names no scheme")
                                .at("/scheme"));
        findings.requireOpenInitiative(assess.initiative(), assess.provenance().effectiveOn(), null, evidence);
        requireRebaseline(assess, evidence, findings);
        Optional<Grounded<Scheme>> defined = scheme(assess, evidence, findings);
        Optional<Scheme> scheme = defined.map(Grounded::value);
        String criterion =
                criterion(assess.criterion(), scheme.map(Scheme::criteria).orElse(List.of()), history);
        defined.ifPresent(by -> requireCriterion(criterion, by, findings));
        return Decision.of(
                new RagAssessed(
                        assess.initiative(),
                        scheme.map(Scheme::scheme).orElse(assess.scheme() == null ? "" : assess.scheme()),
                        scheme.map(Scheme::version).orElse(0),
                        criterion,
                        assess.rating(),
                        assess.assessor(),
                        assess.rationale(),
                        assess.rebaselineDecision(),
                        assess.provenance()),
                findings);
    }

    /** The version of the scheme by which is rated, held against what the scheme defines. */
    private static Optional<Grounded<Scheme>> scheme(AssessRag assess, Evidence evidence, Findings findings) {
        String name = assess.scheme();
        if (name == null) return Optional.empty();
        Optional<Grounded<Scheme>> defined =
                schemes(assess.initiative(), assess.provenance().effectiveOn(), evidence).stream()
                        .filter(scheme -> scheme.value().scheme().equalsIgnoreCase(name))
                        .filter(scheme -> assess.schemeVersion() == null
                                || assess.schemeVersion() == scheme.value().version())
                        .max(inForceFirst(assess.provenance().effectiveOn()));
        if (defined.isEmpty()) {
            findings.note(ReferenceRule.unknown(
                    "The initiative's portfolio has no rating scheme "
                            + (assess.schemeVersion() == null ? name : name + " version " + assess.schemeVersion()),
                    "/scheme"));
            return Optional.empty();
        }
        Scheme scheme = findings.rest(defined.get());
        requireInUse(scheme, assess.provenance().effectiveOn(), findings);
        boolean rated = NO_RATING.contains(assess.rating())
                || scheme.ratings().stream().anyMatch(known -> known.rating() == assess.rating());
        findings.require(
                rated,
                Finding.of(
                                RagRule.RATING_NOT_IN_SCHEME,
                                "%s version %s has no %s".formatted(name, scheme.version(), assess.rating()))
                        .against(defined.get())
                        .at("/rating"));
        return defined;
    }

    private static void requireCriterion(String criterion, Grounded<Scheme> by, Findings findings) {
        Scheme scheme = by.value();
        findings.require(
                scheme.criteria().isEmpty() || scheme.criteria().stream().anyMatch(criterion::equalsIgnoreCase),
                Finding.of(
                                RagRule.CRITERION_NOT_IN_SCHEME,
                                "%s version %s rates %s"
                                        .formatted(scheme.scheme(), scheme.version(), scheme.criteria()))
                        .against(by)
                        .at("/criterion"));
    }

    private static void requireInUse(Scheme scheme, LocalDate on, Findings findings) {
        Grounded<Replacement> replacement = scheme.replacement();
        if (replacement == null || replacement.since().isAfter(on)) return;
        findings.note(Finding.of(
                        RagRule.SCHEME_REPLACED,
                        "%s version %s is replaced by %s version %s from %s"
                                .formatted(
                                        scheme.scheme(),
                                        scheme.version(),
                                        replacement.value().by(),
                                        replacement.value().version(),
                                        replacement.since()))
                .against(replacement)
                .at("/scheme"));
    }

    /** A version that takes effect only later is taken where there is no other. */
    private static Comparator<Grounded<Scheme>> inForceFirst(LocalDate on) {
        return Comparator.<Grounded<Scheme>, Boolean>comparing(
                        scheme -> !scheme.since().isAfter(on))
                .thenComparingInt(scheme -> scheme.value().version());
    }

    /** What the portfolio defines in which the initiative lies that day, whenever it was defined. */
    private static List<Grounded<Scheme>> schemes(String initiative, LocalDate on, Evidence evidence) {
        String portfolio = Placements.portfolio(initiative, on, evidence);
        if (portfolio == null) return List.of();
        return evidence.history(Kinds.PORTFOLIO, portfolio)
                .timeline()
                .last()
                .map(PortfolioState::schemes)
                .map(schemes -> List.copyOf(schemes.values()))
                .orElse(List.of());
    }

    private static void requireRebaseline(AssessRag assess, Evidence evidence, Findings findings) {
        Long position = assess.rebaselineDecision();
        if (assess.rating() != RagRating.RESET) {
            findings.require(
                    position == null || evidence.fact(position).isPresent(),
                    ReferenceRule.unknown("fact", String.valueOf(position), "/rebaselineDecision"));
            return;
        }
        LocalDate on = assess.provenance().effectiveOn();
        Optional<Grounded<Baseline>> rebaseline = rebaseline(assess, on, evidence);
        if (rebaseline.isPresent()) {
            findings.rest(rebaseline.get());
            return;
        }
        StandingDecision.require(
                position,
                on,
                decided -> StandingDecision.rebaselines(decided, assess.initiative(), on, evidence),
                evidence,
                findings,
                Finding.of(
                                RagRule.RESET_WITHOUT_REBASELINE,
                                position == null
                                        ? "The reset names no decision"
                                        : "Fact %s is neither a board's approval of a re-baseline of %s in effect on %s nor such a re-baseline"
                                                .formatted(position, assess.initiative(), on))
                        .at("/rebaselineDecision"));
    }

    /** The re-baseline in effect on that day that is named instead of the decision on which it rests. */
    private static Optional<Grounded<Baseline>> rebaseline(AssessRag assess, LocalDate on, Evidence evidence) {
        Long position = assess.rebaselineDecision();
        if (position == null || !isBaseline(position, evidence)) return Optional.empty();
        return evidence.history(Kinds.MILESTONES, assess.initiative())
                .timeline()
                .on(on)
                .map(MilestonesState::rebaselines)
                .flatMap(rebaselines -> rebaselines.stream()
                        .filter(set -> set.fact() == position || set.place() == position)
                        .findFirst());
    }

    private static boolean isBaseline(long position, Evidence evidence) {
        return evidence.fact(position)
                .map(RecordedFact::fact)
                .map(fact -> fact instanceof Corrected corrected ? corrected.replacement() : fact)
                .filter(BaselineSet.class::isInstance)
                .isPresent();
    }
}

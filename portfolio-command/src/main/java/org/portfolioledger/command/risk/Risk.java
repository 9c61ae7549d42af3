package org.portfolioledger.command.risk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.PostHolding;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.ActingForBoards;
import org.portfolioledger.command.risk.RiskCommand.ChangeRiskOwner;
import org.portfolioledger.command.risk.RiskCommand.ChooseRiskResponse;
import org.portfolioledger.command.risk.RiskCommand.CloseRisk;
import org.portfolioledger.command.risk.RiskCommand.DecideRiskAdmission;
import org.portfolioledger.command.risk.RiskCommand.DeescalateRisk;
import org.portfolioledger.command.risk.RiskCommand.EscalateRisk;
import org.portfolioledger.command.risk.RiskCommand.LinkRisk;
import org.portfolioledger.command.risk.RiskCommand.MaterialiseRisk;
import org.portfolioledger.command.risk.RiskCommand.RaiseRisk;
import org.portfolioledger.command.risk.RiskCommand.ReopenRisk;
import org.portfolioledger.command.risk.RiskCommand.ReviewRisk;
import org.portfolioledger.command.risk.RiskCommand.ScoreRisk;
import org.portfolioledger.command.risk.RiskCommand.UnlinkRisk;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Replacement;
import org.portfolioledger.state.PortfolioState.RiskScheme;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskPlacement;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/** The rules of risks and issues. How one goes its way is in {@link RiskCourse}. */
final class Risk extends Family<RiskCommand, RiskFact, RiskState> {

    private static final int MOST = 5;

    Risk() {
        super(Kinds.RISK, RiskCommand.class, RiskCommand.ROUTES, RiskRule.values());
    }

    @Override
    protected Decision<RiskFact> decide(
            RiskCommand command, History<RecordedFact, RiskState> history, Evidence evidence) {
        return switch (command) {
            case RaiseRisk raise -> raise(raise, evidence);
            case ScoreRisk score -> score(score, history, evidence);
            case ChooseRiskResponse choose -> choose(choose);
            case ChangeRiskOwner change -> {
                Findings findings = new Findings()
                        .require(
                                change.owner() != null || change.heldByPost() != null,
                                Finding.of(ReferenceRule.NOBODY_NAMED, "Neither an owner nor a post is named")
                                        .at("/owner"));
                requireOwner(
                        change.owner(), change.heldByPost(), change.provenance().effectiveOn(), evidence, findings);
                yield Decision.stating(RiskOwnerChanged.class, change, findings);
            }
            case ReviewRisk review ->
                Decision.stating(
                        RiskReviewed.class,
                        review,
                        requirePossible(review.reviewBy(), review.provenance().effectiveOn()));
            case EscalateRisk escalate -> {
                Findings findings = new Findings().requirePerson(escalate.escalatedBy(), "/escalatedBy", evidence);
                requireGatekeeper(escalate.level(), escalate.gatekeeper(), evidence, findings);
                yield Decision.stating(RiskEscalated.class, escalate, findings);
            }
            case DeescalateRisk deescalate -> {
                Findings findings =
                        new Findings().requirePerson(deescalate.deescalatedBy(), "/deescalatedBy", evidence);
                requireGatekeeper(deescalate.level(), deescalate.gatekeeper(), evidence, findings);
                yield Decision.stating(RiskDeescalated.class, deescalate, findings);
            }
            case DecideRiskAdmission decide -> decideAdmission(decide, history, evidence);
            case MaterialiseRisk materialise -> Decision.stating(RiskMaterialised.class, materialise, new Findings());
            case LinkRisk link ->
                Decision.stating(
                        RiskLinked.class,
                        link,
                        requireLink(link.risk(), link.link(), link.otherRisk(), link.dependency(), evidence));
            case UnlinkRisk unlink ->
                Decision.stating(
                        RiskUnlinked.class,
                        unlink,
                        requireLink(unlink.risk(), unlink.link(), unlink.otherRisk(), unlink.dependency(), evidence));
            case CloseRisk close -> Decision.stating(RiskClosed.class, close, new Findings());
            case ReopenRisk reopen -> Decision.stating(RiskReopened.class, reopen, new Findings());
        };
    }

    /** The side that has the risk; a gatekeeper admits it. */
    @Override
    protected List<String> initiatives(RiskFact fact, RiskState state) {
        if (fact instanceof RiskAdmissionDecided) return List.of();
        return Stream.ofNullable(state.subject().value().initiative()).toList();
    }

    private static Decision<RiskFact> raise(RaiseRisk raise, Evidence evidence) {
        LocalDate on = raise.provenance().effectiveOn();
        Findings findings = requirePossible(raise.reviewBy(), on)
                .require(
                        raise.owner() != null || raise.heldByPost() != null,
                        Finding.of(RiskRule.RISK_WITHOUT_OWNER, "The risk names no owner")
                                .at("/owner"));
        requireOwner(raise.owner(), raise.heldByPost(), on, evidence, findings);
        requireSubject(raise.subject(), on, evidence, findings);
        requireGatekeeper(raise.level(), raise.gatekeeper(), evidence, findings);
        return Decision.stating(RiskRaised.class, raise, findings);
    }

    /** Somebody on record, or a post on record that exists on that day, in place of anybody. */
    private static void requireOwner(
            @Nullable Holder owner, @Nullable String post, LocalDate on, Evidence evidence, Findings findings) {
        findings.requireHolder(owner, "/owner", evidence)
                .require(
                        owner == null || post == null,
                        Finding.of(RiskRule.OWNER_BESIDE_POST, "An owner is named beside the post %s".formatted(post))
                                .at("/owner"))
                .requireKnown(Kinds.POST, post, "/heldByPost", evidence);
        if (post != null)
            evidence.history(Kinds.POST, post)
                    .timeline()
                    .on(on)
                    .ifPresent(state ->
                            findings.requireOpen(state, "Post " + post, TermsRule.POST_IS_CLOSED, "/heldByPost"));
    }

    private static Findings requirePossible(@Nullable LocalDate reviewBy, LocalDate stated) {
        return new Findings()
                .require(
                        reviewBy == null || !reviewBy.isBefore(stated),
                        Finding.of(
                                        RiskRule.IMPOSSIBLE_REVIEW_DAY,
                                        "It would be reviewed by %s, before %s".formatted(reviewBy, stated))
                                .at("/reviewBy"));
    }

    private static void requireSubject(RiskSubject subject, LocalDate on, Evidence evidence, Findings findings) {
        long named = Stream.of(subject.initiative(), subject.portfolio(), subject.board(), subject.description())
                .filter(Objects::nonNull)
                .count();
        findings.require(
                        named == 1,
                        Finding.of(
                                        RiskRule.AMBIGUOUS_RISK_SUBJECT,
                                        "The risk names %s things that it concerns".formatted(named))
                                .at("/subject"))
                .require(
                        subject.description() == null,
                        Finding.of(RiskRule.RISK_WITHOUT_SUBJECT, "The risk concerns nothing on record")
                                .at("/subject"))
                .requireKnown(Kinds.PORTFOLIO, subject.portfolio(), "/subject/portfolio", evidence)
                .requireKnown(Kinds.BOARD, subject.board(), "/subject/board", evidence);
        if (subject.initiative() != null)
            findings.requireOpenInitiative(subject.initiative(), on, "/subject/initiative", evidence);
    }

    /** Above programme level one is named (rule 12); wherever one is named, it is clear who. */
    private static void requireGatekeeper(
            RiskLevel level, @Nullable RiskGatekeeper gatekeeper, Evidence evidence, Findings findings) {
        findings.require(
                        gatekeeper != null || !level.hasGatekeeper(),
                        Finding.of(
                                        RiskRule.LEVEL_WITHOUT_GATEKEEPER,
                                        "Nobody is named who admits it to the level " + level)
                                .at("/gatekeeper"))
                .requireGatekeeper(gatekeeper, "/gatekeeper", evidence);
    }

    private static Decision<RiskFact> score(
            ScoreRisk score, History<RecordedFact, RiskState> history, Evidence evidence) {
        Findings findings = new Findings();
        requireInRange(score.probability(), "probability", findings);
        requireInRange(score.impact(), "impact", findings);
        if (score.proximity() != null)
            findings.require(
                    (score.proximity().on() == null) != (score.proximity().words() == null),
                    Finding.of(RiskRule.AMBIGUOUS_PROXIMITY, "The proximity states a day and words, or neither")
                            .at("/proximity"));
        Optional<RiskScheme> scheme = scheme(score, history, evidence, findings);
        return Decision.of(
                new RiskScored(
                        score.risk(),
                        score.score(),
                        score.probability(),
                        score.impact(),
                        scheme.map(RiskScheme::scheme).orElse(score.scheme()),
                        scheme.map(RiskScheme::version).orElse(score.schemeVersion()),
                        scheme.map(by -> score.probability() * score.impact() >= by.criticalFrom())
                                .orElse(score.critical()),
                        score.proximity(),
                        score.rationale(),
                        score.provenance()),
                findings);
    }

    private static void requireInRange(int number, String name, Findings findings) {
        findings.require(
                number >= 1 && number <= MOST,
                Finding.of(RiskRule.SCORE_OUT_OF_RANGE, "The %s is %s".formatted(name, number))
                        .at("/" + name));
    }

    /** The version of the portfolio's scheme by which is scored. */
    private static Optional<RiskScheme> scheme(
            ScoreRisk score, History<RecordedFact, RiskState> history, Evidence evidence, Findings findings) {
        LocalDate on = score.provenance().effectiveOn();
        List<Grounded<RiskScheme>> defined = schemes(history, on, evidence);
        if (score.scheme() == null) {
            findings.require(
                    defined.isEmpty(),
                    Finding.of(RiskRule.SCORED_WITHOUT_SCHEME, "The score names no scheme")
                            .against(defined.stream().map(Grounded::fact).toList())
                            .at("/scheme"));
            return Optional.empty();
        }
        Optional<Grounded<RiskScheme>> by = defined.stream()
                .filter(scheme -> scheme.value().scheme().equalsIgnoreCase(score.scheme()))
                .filter(scheme -> score.schemeVersion() == null
                        || score.schemeVersion() == scheme.value().version())
                .max(Comparator.<Grounded<RiskScheme>, Boolean>comparing(
                                scheme -> scheme.value().replacement() == null)
                        .thenComparingInt(scheme -> scheme.value().version()));
        if (by.isEmpty())
            findings.note(ReferenceRule.unknown(
                    "The risk's portfolio has no risk scheme %s on %s"
                            .formatted(
                                    score.schemeVersion() == null
                                            ? score.scheme()
                                            : score.scheme() + " version " + score.schemeVersion(),
                                    on),
                    "/scheme"));
        by.map(Grounded::value).ifPresent(scheme -> requireInUse(scheme, findings));
        return by.map(findings::rest);
    }

    private static void requireInUse(RiskScheme scheme, Findings findings) {
        Grounded<Replacement> replacement = scheme.replacement();
        if (replacement != null)
            findings.note(Finding.of(
                            RiskRule.SCORED_BY_REPLACED_SCHEME,
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

    /** Those of the portfolio that the risk concerns, or in which its initiative lies, in force that day. */
    private static List<Grounded<RiskScheme>> schemes(
            History<RecordedFact, RiskState> history, LocalDate on, Evidence evidence) {
        RiskSubject subject =
                history.timeline().last().map(state -> state.subject().value()).orElse(null);
        if (subject == null) return List.of();
        String portfolio = subject.initiative() == null
                ? subject.portfolio()
                : Placements.portfolio(subject.initiative(), on, evidence);
        if (portfolio == null) return List.of();
        return evidence.history(Kinds.PORTFOLIO, portfolio)
                .timeline()
                .on(on)
                .map(PortfolioState::riskSchemes)
                .map(schemes -> List.copyOf(schemes.values()))
                .orElse(List.of());
    }

    private static Decision<RiskFact> choose(ChooseRiskResponse choose) {
        Findings findings = new Findings()
                .require(
                        choose.response() != null,
                        Finding.of(RiskRule.RESPONSE_WITHOUT_KIND, "The response is of no kind")
                                .at("/response"));
        return Decision.stating(RiskResponseChosen.class, choose, findings);
    }

    private static Decision<RiskFact> decideAdmission(
            DecideRiskAdmission decide, History<RecordedFact, RiskState> history, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !decide.decidedBy().isEmpty(),
                        Finding.of(RiskRule.ADMISSION_WITHOUT_NAMES, "Nobody is named who decided")
                                .at("/decidedBy"))
                .require(
                        decide.outcome() == RiskAdmission.ADMITTED || decide.reason() != null,
                        Finding.of(RiskRule.NOT_ADMITTED_WITHOUT_REASON, "It states no reason")
                                .at("/reason"))
                .requireNamedOnce(List.copyOf(decide.decidedBy()), i -> "/decidedBy/" + i)
                .requirePersons(decide.decidedBy(), "/decidedBy", evidence);
        LocalDate on = decide.provenance().effectiveOn();
        history.timeline()
                .on(on)
                .flatMap(Risk::boardThatDecides)
                .ifPresent(board -> requireSeats(board, decide.decidedBy(), on, evidence, findings));
        history.timeline().on(on).ifPresent(risk -> requireOthers(risk, decide, on, evidence, findings));
        return Decision.stating(RiskAdmissionDecided.class, decide, findings);
    }

    /** Whoever holds the post that owns it that day neither decides on its admission nor records it (rule 5). */
    private static void requireOthers(
            RiskState risk, DecideRiskAdmission decide, LocalDate on, Evidence evidence, Findings findings) {
        if (risk.heldByPost() == null) return;
        String post = findings.rest(risk.heldByPost());
        String holder = PostHolding.of(post, on, evidence, findings).orElse(null);
        if (holder == null) return;
        findings.require(
                !decide.decidedBy().contains(holder) && !evidence.recorders().contains(holder),
                Finding.of(
                                RiskRule.SELF_ADMISSION,
                                "Person %s decides on its admission or records it, and holds the post %s, which owns it"
                                        .formatted(holder, post))
                        .against(risk.heldByPost())
                        .at("/decidedBy"));
    }

    /** The board for which a risk waits. */
    private static Optional<String> boardThatDecides(RiskState risk) {
        return risk.placements().stream()
                .map(Grounded::value)
                .filter(RiskPlacement::waits)
                .findFirst()
                .flatMap(step -> Optional.ofNullable(step.gatekeeper()))
                .flatMap(gatekeeper -> Optional.ofNullable(gatekeeper.board()));
    }

    private static void requireSeats(
            String board, List<String> persons, LocalDate on, Evidence evidence, Findings findings) {
        for (int i = 0; i < persons.size(); i++)
            findings.require(
                    ActingForBoards.isOf(board, persons.get(i), on, evidence, findings),
                    Finding.of(
                                    RiskRule.ADMITTED_WITHOUT_SEAT,
                                    "Person %s does not sit on board %s on %s".formatted(persons.get(i), board, on))
                            .at("/decidedBy/" + i));
    }

    private static Findings requireLink(
            String risk,
            RiskLinkKind link,
            @Nullable String otherRisk,
            @Nullable String dependency,
            Evidence evidence) {
        boolean one = (otherRisk == null) != (dependency == null);
        Findings findings = new Findings()
                .require(
                        one && (link != RiskLinkKind.SAME_AS || otherRisk != null),
                        Finding.of(
                                RiskRule.AMBIGUOUS_LINK,
                                one
                                        ? "A risk would be the same as a dependency"
                                        : "The link names a risk and a dependency, or neither"))
                .require(
                        !risk.equals(otherRisk),
                        Finding.of(RiskRule.LINKED_TO_ITSELF, "The link names the risk itself")
                                .at("/otherRisk"))
                .requireKnown(Kinds.DEPENDENCY, dependency, "/dependency", evidence);
        return risk.equals(otherRisk) ? findings : findings.requireKnown(Kinds.RISK, otherRisk, "/otherRisk", evidence);
    }

    @Override
    protected List<Finding> correcting(
            RiskFact corrected, History<RecordedFact, RiskState> history, Evidence evidence) {
        return corrected instanceof RiskAdmissionDecided
                ? RiskCourse.correcting(history.entries(), evidence.recorders())
                : List.of();
    }

    /** What a gatekeeper admitted. */
    @Override
    protected Set<?> approved(RiskState state) {
        return state.placements().stream()
                .filter(placement -> placement.value().isAdmitted())
                .map(Grounded::place)
                .collect(Collectors.toSet());
    }

    @Override
    protected List<Finding> invariants(RiskState state) {
        return EntryChecks.closedAfterItBegan(state, state.title(), RiskRule.RISK_CLOSED_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return RiskCourse.findings(entries);
    }
}

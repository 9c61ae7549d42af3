package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinkKind;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskResponseKind;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.vocabulary.Holder;

/**
 * A risk or an issue.
 *
 * @param kind a risk, or an issue: opened as such, or a risk that materialised
 * @param cause null: not stated
 * @param event null: the title says it
 * @param effect null: not stated
 * @param level of the register in which it is, or for which it waits as long as it is proposed
 * @param owner null: a post on record owns it, or nobody is named
 * @param heldByPost id of the post on record whose holder owns it; null: none
 * @param reviewBy last day on which it is to be reviewed; null: not stated
 * @param review what the last review found; null: none is on record, or it states nothing
 * @param scores by which score
 * @param proximity when it may happen; null: not stated
 * @param response the last that was chosen; null: none is on record
 * @param placements how it came to its level, in order; the first is its raising
 * @param links to what else, each under a key of its own
 * @param materialisation what happened; null: it did not, or it was opened as an issue
 * @param reopening why it was opened again the last time; null: never
 * @param closure how it ended; null: it did not
 */
@RecordBuilder
public record RiskState(
        @JsonProperty("id") String risk,
        String register,
        Grounded<RiskKind> kind,
        Grounded<String> title,
        @Nullable Grounded<String> cause,
        @Nullable Grounded<String> event,
        @Nullable Grounded<String> effect,
        Grounded<RiskSubject> subject,
        Grounded<RiskLevel> level,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<String> heldByPost,
        @Nullable Grounded<LocalDate> reviewBy,
        @Nullable Grounded<String> review,
        SortedMap<RiskScoreKind, Grounded<RiskScore>> scores,
        @Nullable Grounded<RiskProximity> proximity,
        @Nullable Grounded<ChosenResponse> response,
        List<Grounded<RiskPlacement>> placements,
        SortedMap<String, Grounded<RiskLink>> links,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<RiskStatus> status,
        @Nullable Grounded<String> materialisation,
        @Nullable Grounded<String> reopening,
        @Nullable Grounded<RiskClosure> closure)
        implements RiskStateBuilder.With, Alerting, Closable, Referring {

    /** How far it has come. */
    public enum RiskStatus {
        /** It waits for the gatekeeper, and is in no register yet. */
        PROPOSED,
        OPEN,
        /** It is on a higher level than that on which it was raised. */
        ESCALATED,
        /** It was a risk, and happened. */
        MATERIALISED,
        CLOSED;

        /** Whether it is in a register. */
        public boolean isInRegister() {
            return this != PROPOSED && this != CLOSED;
        }
    }

    /** How it comes to a level. */
    public enum RiskPlacing {
        RAISED,
        ESCALATED,
        DEESCALATED
    }

    /**
     * One score.
     *
     * @param score product of probability and impact, 1 to 25
     * @param scheme by which it was scored; null: none is named
     * @param critical null: not stated
     * @param rationale null: not stated
     */
    public record RiskScore(
            int probability,
            int impact,
            int score,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            @Nullable Boolean critical,
            @Nullable String rationale) {

        static RiskScore of(RiskScored scored) {
            return new RiskScore(
                    scored.probability(),
                    scored.impact(),
                    scored.probability() * scored.impact(),
                    scored.scheme(),
                    scored.schemeVersion(),
                    scored.critical(),
                    scored.rationale());
        }
    }

    /**
     * What is done about it.
     *
     * @param response null: the source does not say of which kind it is
     */
    public record ChosenResponse(@Nullable RiskResponseKind response, String description) {}

    /**
     * A step to a level.
     *
     * @param from null: it was raised
     * @param reason null: it was raised
     * @param by id of the person who escalated it or handed it back; null: not stated
     * @param gatekeeper who is to admit it; null: nobody needs to, or nobody is named
     * @param answer of the gatekeeper; null: there is none
     */
    public record RiskPlacement(
            RiskPlacing placing,
            @Nullable RiskLevel from,
            RiskLevel to,
            @Nullable String reason,
            @Nullable String by,
            @Nullable RiskGatekeeper gatekeeper,
            @Nullable Grounded<GatekeeperAnswer> answer) {

        /** Whether the gatekeeper is yet to decide. */
        public boolean waits() {
            return gatekeeper != null && answer == null;
        }

        /** Whether it is, or was, where this leads to. */
        public boolean holds() {
            return gatekeeper == null || isAdmitted();
        }

        public boolean isAdmitted() {
            return answer != null && answer.value().outcome() == RiskAdmission.ADMITTED;
        }

        private RiskPlacement answered(Grounded<GatekeeperAnswer> given) {
            return new RiskPlacement(placing, from, to, reason, by, gatekeeper, given);
        }
    }

    /** What the gatekeeper decided. */
    public record GatekeeperAnswer(
            RiskAdmission outcome,
            List<String> decidedBy,
            @Nullable String reason) {}

    /**
     * A link to something else on record: one of the two.
     *
     * @param otherRisk id of another risk or issue
     * @param dependency id of a dependency
     */
    public record RiskLink(
            RiskLinkKind link,
            @Nullable String otherRisk,
            @Nullable String dependency,
            @Nullable String reason) {}

    /**
     * How it ended.
     *
     * @param admitted whether it had ever been in a register
     */
    public record RiskClosure(@Nullable String reason, boolean admitted) {}

    static RiskState raised(RiskRaised raised, Grounds grounds) {
        RiskPlacement placement =
                new RiskPlacement(RiskPlacing.RAISED, null, raised.level(), null, null, raised.gatekeeper(), null);
        return new RiskState(
                raised.risk(),
                raised.register(),
                grounds.ground(raised.kind()),
                grounds.ground(raised.title()),
                grounds.maybe(raised.cause()),
                grounds.maybe(raised.event()),
                grounds.maybe(raised.effect()),
                grounds.ground(raised.subject()),
                grounds.ground(raised.level()),
                grounds.maybe(raised.owner()),
                grounds.maybe(raised.heldByPost()),
                grounds.maybe(raised.reviewBy()),
                null,
                new TreeMap<>(),
                null,
                null,
                List.of(grounds.ground(placement)),
                new TreeMap<>(),
                grounds.ground(raised.attributes()),
                grounds.ground(placement.waits() ? RiskStatus.PROPOSED : RiskStatus.OPEN),
                null,
                null,
                null);
    }

    RiskState evolve(RiskFact fact, Grounds grounds) {
        return switch (fact) {
            case RiskRaised again -> again(raised(again, grounds));
            case RiskScored scored ->
                withScores(Copies.with(scores, scored.score(), grounds.ground(RiskScore.of(scored))))
                        .withProximity(scored.proximity() == null ? proximity : grounds.ground(scored.proximity()));
            case RiskResponseChosen chosen ->
                withResponse(grounds.ground(new ChosenResponse(chosen.response(), chosen.description())));
            case RiskOwnerChanged changed ->
                withOwner(grounds.maybe(changed.owner())).withHeldByPost(grounds.maybe(changed.heldByPost()));
            case RiskReviewed reviewed ->
                withReview(grounds.maybe(reviewed.summary())).withReviewBy(grounds.maybe(reviewed.reviewBy()));
            case RiskEscalated escalated ->
                placed(
                        new RiskPlacement(
                                RiskPlacing.ESCALATED,
                                level.value(),
                                escalated.level(),
                                escalated.reason(),
                                escalated.escalatedBy(),
                                escalated.gatekeeper(),
                                null),
                        grounds);
            case RiskDeescalated deescalated ->
                placed(
                        new RiskPlacement(
                                RiskPlacing.DEESCALATED,
                                level.value(),
                                deescalated.level(),
                                deescalated.reason(),
                                deescalated.deescalatedBy(),
                                deescalated.gatekeeper(),
                                null),
                        grounds);
            case RiskAdmissionDecided decided -> answered(decided, grounds);
            case RiskMaterialised materialised ->
                withKind(grounds.ground(RiskKind.ISSUE))
                        .withMaterialisation(grounds.ground(materialised.description()))
                        .inStatus(grounds);
            case RiskLinked linked ->
                withLinks(Copies.with(
                        links,
                        linkKey(linked.link(), linked.otherRisk(), linked.dependency()),
                        grounds.ground(new RiskLink(
                                linked.link(), linked.otherRisk(), linked.dependency(), linked.reason()))));
            case RiskUnlinked unlinked ->
                withLinks(Copies.without(links, linkKey(unlinked.link(), unlinked.otherRisk(), unlinked.dependency())));
            case RiskClosed closed ->
                withClosure(grounds.ground(new RiskClosure(closed.reason(), wasAdmitted())))
                        .inStatus(grounds);
            case RiskReopened reopened ->
                reopened(grounds.ground(reopened.reason())).inStatus(grounds);
        };
    }

    /** Key of a link. */
    public static String linkKey(RiskLinkKind link, @Nullable String otherRisk, @Nullable String dependency) {
        return link + ":"
                + (otherRisk == null
                        ? Kinds.DEPENDENCY.stream(String.valueOf(dependency))
                        : Kinds.RISK.stream(otherRisk));
    }

    /** Whether it was ever in a register. */
    private boolean wasAdmitted() {
        return placements.getFirst().value().holds();
    }

    /** The residual score, or the inherent one where nobody stated what is left of it; null: it was not scored. */
    public @Nullable Grounded<RiskScore> present() {
        Grounded<RiskScore> residual = scores.get(RiskScoreKind.RESIDUAL);
        return residual == null ? scores.get(RiskScoreKind.INHERENT) : residual;
    }

    private boolean isOwned() {
        return owner != null || heldByPost != null;
    }

    /**
     * Who holds the post that owns it, on the grounds of both.
     *
     * @param posts by id
     * @return null: no post owns it, or nobody holds the post
     */
    public @Nullable Grounded<Holder> holder(Map<String, PostState> posts) {
        PostState post = heldByPost == null ? null : posts.get(heldByPost.value());
        if (heldByPost == null || post == null || post.holder() == null) return null;
        Holder holder = new Holder(post.holder().value().person(), post.title().value());
        return heldByPost.as(holder).with(post.holder());
    }

    /** Whether it is critical by its present score. */
    public boolean isCritical() {
        Grounded<RiskScore> present = present();
        return present != null && Boolean.TRUE.equals(present.value().critical());
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!isOpen()) return alerts;
        if (reviewBy != null && asOf.isAfter(reviewBy.value())) alerts.add(Alert.RISK_REVIEW_OVERDUE);
        if (!isOwned() && isCritical()) alerts.add(Alert.CRITICAL_RISK_WITHOUT_OWNER);
        LocalDate near = proximity == null ? null : proximity.value().on();
        if (near != null && kind.value() == RiskKind.RISK && asOf.isAfter(near))
            alerts.add(Alert.RISK_PROXIMITY_PASSED);
        if (placements.stream().anyMatch(placement -> placement.value().waits()))
            alerts.add(Alert.RISK_WAITS_FOR_GATEKEEPER);
        return alerts;
    }

    @Override
    public List<Reference> references() {
        RiskSubject of = subject.value();
        List<Reference> references = new ArrayList<>();
        references.addAll(Reference.toMaybe(Kinds.INITIATIVE, of.initiative(), subject));
        references.addAll(Reference.toMaybe(Kinds.PORTFOLIO, of.portfolio(), subject));
        references.addAll(Reference.toMaybe(Kinds.BOARD, of.board(), subject));
        if (heldByPost != null) references.add(Reference.to(Kinds.POST, heldByPost.value(), heldByPost));
        for (Grounded<RiskPlacement> placement : placements) {
            RiskGatekeeper gatekeeper = placement.value().gatekeeper();
            if (gatekeeper != null) references.addAll(Reference.toMaybe(Kinds.BOARD, gatekeeper.board(), placement));
        }
        for (Grounded<RiskLink> link : links.values()) {
            if (link.value().otherRisk() != null)
                references.add(Reference.toFormer(Kinds.RISK, link.value().otherRisk(), link));
            if (link.value().dependency() != null)
                references.add(Reference.toFormer(Kinds.DEPENDENCY, link.value().dependency(), link));
        }
        return references;
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private RiskState again(RiskState raised) {
        return raised.withKind(materialisation == null ? raised.kind : kind)
                .withLevel(placements.size() > 1 ? level : raised.level)
                .withOwner(raised.isOwned() ? raised.owner : owner)
                .withHeldByPost(raised.isOwned() ? raised.heldByPost : heldByPost)
                .withReviewBy(raised.reviewBy == null ? reviewBy : raised.reviewBy)
                .withReview(review)
                .withScores(scores)
                .withProximity(proximity)
                .withResponse(response)
                .withPlacements(placements)
                .withLinks(links)
                .withStatus(status)
                .withMaterialisation(materialisation)
                .withReopening(reopening)
                .withClosure(closure);
    }

    private RiskState placed(RiskPlacement placement, Grounds grounds) {
        RiskState after = withPlacements(Copies.with(placements, grounds.ground(placement)));
        return placement.waits()
                ? after
                : after.withLevel(grounds.ground(placement.to())).inStatus(grounds);
    }

    /** The answer to the first step that waits for one. */
    private RiskState answered(RiskAdmissionDecided decided, Grounds grounds) {
        List<Grounded<RiskPlacement>> after = new ArrayList<>(placements);
        for (int i = 0; i < after.size(); i++) {
            Grounded<RiskPlacement> waiting = after.get(i);
            if (!waiting.value().waits()) continue;
            Grounded<GatekeeperAnswer> answer =
                    grounds.ground(new GatekeeperAnswer(decided.outcome(), decided.decidedBy(), decided.reason()));
            RiskPlacement answered = waiting.value().answered(answer);
            after.set(i, waiting.as(answered));
            RiskState state = withPlacements(List.copyOf(after));
            if (answered.isAdmitted())
                return state.withLevel(grounds.ground(answered.to())).inStatus(grounds);
            return i > 0
                    ? state
                    : state.withClosure(grounds.ground(new RiskClosure(decided.reason(), false)))
                            .inStatus(grounds);
        }
        return this;
    }

    /** One that was never admitted waits for its gatekeeper again. */
    private RiskState reopened(Grounded<String> reason) {
        RiskState open = withClosure(null).withReopening(reason);
        Grounded<RiskPlacement> first = placements.getFirst();
        GatekeeperAnswer answer =
                first.value().answer() == null ? null : first.value().answer().value();
        if (answer == null || answer.outcome() == RiskAdmission.ADMITTED) return open;
        RiskPlacement was = first.value();
        List<Grounded<RiskPlacement>> after = new ArrayList<>(placements);
        after.set(0, first.as(new RiskPlacement(was.placing(), null, was.to(), null, null, was.gatekeeper(), null)));
        return open.withPlacements(List.copyOf(after));
    }

    /** The same in the status in which all else puts it, from the day on which it came to be in it. */
    private RiskState inStatus(Grounds grounds) {
        RiskStatus now = statusNow();
        return now == status.value() ? this : withStatus(grounds.ground(now));
    }

    private RiskStatus statusNow() {
        if (closure != null) return RiskStatus.CLOSED;
        RiskPlacement raising = placements.getFirst().value();
        if (!raising.holds()) return RiskStatus.PROPOSED;
        if (materialisation != null) return RiskStatus.MATERIALISED;
        return level.value().compareTo(raising.to()) > 0 ? RiskStatus.ESCALATED : RiskStatus.OPEN;
    }
}

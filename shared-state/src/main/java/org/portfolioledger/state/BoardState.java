package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact;
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
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;

/**
 * A board and its decisions that concern no business case.
 *
 * @param limit null: not stated
 * @param limitValidUntil last day on which the limit holds; null: until another is set
 * @param parentDecision position of the decision of its parent by which it escalates there; null: none is named
 * @param delegations by id, also those that hold no more
 * @param decisions by id
 * @param retractedDecisions those that no longer count, in order
 */
@RecordBuilder
public record BoardState(
        @JsonProperty("id") String board,
        String register,
        Grounded<String> name,
        Grounded<String> level,
        Grounded<Remit> remit,
        @Nullable Grounded<Money> limit,
        @Nullable Grounded<LocalDate> limitValidUntil,
        Grounded<StandingOrders> standingOrders,
        Grounded<Membership> membership,
        @Nullable Grounded<String> parent,
        @Nullable Grounded<Long> parentDecision,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<String, Grounded<Delegation>> delegations,
        SortedMap<String, Grounded<Decision>> decisions,
        List<Grounded<Decision>> retractedDecisions,
        @Nullable Grounded<Dissolution> closure)
        implements BoardStateBuilder.With, Placed, Closable, Referring, Deciding {

    /**
     * How it meets and decides.
     *
     * @param quorum members who must be present; null: not stated
     */
    public record StandingOrders(
            @Nullable Integer quorum, @Nullable String cadence) {

        boolean isStated() {
            return quorum != null || cadence != null;
        }
    }

    /**
     * Who sits on it, and who records what it decides.
     *
     * @param secretary null: not stated
     */
    public record Membership(
            @Nullable Seat chair,
            List<Seat> members,
            @Nullable Seat secretary) {

        boolean isStated() {
            return chair != null || !members.isEmpty() || secretary != null;
        }

        /** Every seat of those who decide; whoever is in the chair counts once, also as a member. */
        public List<Seat> seats() {
            if (chair == null || members.stream().anyMatch(this::isChair)) return members;
            List<Seat> seats = new ArrayList<>(List.of(chair));
            seats.addAll(members);
            return List.copyOf(seats);
        }

        private boolean isChair(Seat member) {
            return chair != null
                    && (member.equals(chair)
                            || (member.person() != null && member.person().equals(chair.person()))
                            || (member.heldByPost() != null
                                    && member.heldByPost().equals(chair.heldByPost())));
        }
    }

    /**
     * How it ended.
     *
     * @param successor board that replaces it; null: none
     */
    public record Dissolution(String reason, @Nullable String successor) {}

    /**
     * What the board does and may decide.
     *
     * @param functions in the source's words
     * @param decisionTypes stages of business cases, and matters
     * @param decision position of the decision of its parent
     */
    public record Remit(
            List<String> functions,
            List<String> decisionTypes,
            @Nullable Long decision,
            @Nullable String decidedBy) {}

    /**
     * Who may decide for it.
     *
     * @param delegate null: whoever holds the post on record
     * @param heldByPost id of the post on record whose holder may; null: none
     * @param decisionTypes the types of decision, as in the remit
     * @param limit most that may be approved so; null: no cost at all
     * @param validUntil last day on which it is valid; null: until it is revoked
     * @param reason for which it was given, or revoked
     */
    public record Delegation(
            String delegation,
            @Nullable Holder delegate,
            @Nullable String heldByPost,
            List<String> decisionTypes,
            @Nullable Money limit,
            @Nullable LocalDate validUntil,
            boolean revoked,
            @Nullable String reason) {

        private Delegation revoked(@Nullable String why) {
            return new Delegation(delegation, delegate, heldByPost, decisionTypes, limit, validUntil, true, why);
        }

        /** Whether it holds on a day, as far as it says itself. */
        public boolean holdsOn(LocalDate day) {
            return !revoked && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /**
     * A decision that concerns no business case.
     *
     * @param cost that was approved, or would have been; null: none, or not stated
     * @param item of the agenda of the meeting; null: not stated
     * @param retracted null, or the reason for which it was retracted
     */
    public record Decision(
            String decision,
            String matter,
            String subject,
            @Nullable String initiative,
            @Nullable Money cost,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String item,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<Dissent> dissent,
            List<String> conditions,
            @Nullable String rationale,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            @Nullable String retracted)
            implements Alerting {

        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            Set<Alert> alerts = EnumSet.noneOf(Alert.class);
            if (ultraVires != null) alerts.add(Alert.ULTRA_VIRES);
            if (retracted != null) alerts.add(Alert.DECISION_RETRACTED);
            return alerts;
        }
    }

    static BoardState established(BoardEstablished board, Grounds grounds) {
        return new BoardState(
                board.board(),
                board.register(),
                grounds.ground(board.name()),
                grounds.ground(board.level()),
                grounds.ground(new Remit(board.functions(), board.decisionTypes(), board.decision(), null)),
                grounds.maybe(board.limit()),
                null,
                grounds.ground(new StandingOrders(board.quorum(), board.cadence())),
                grounds.ground(new Membership(board.chair(), board.members(), board.secretary())),
                grounds.maybe(board.parent()),
                grounds.maybe(board.decision()),
                grounds.ground(board.attributes()),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                null);
    }

    BoardState evolve(BoardFact fact, Grounds grounds) {
        return switch (fact) {
            case BoardEstablished again -> again(established(again, grounds));
            case BoardLimitSet set ->
                withLimit(grounds.ground(set.limit())).withLimitValidUntil(grounds.maybe(set.validUntil()));
            case BoardRemitChanged changed -> withRemit(grounds.ground(remit(changed)));
            case BoardParentChanged changed ->
                withParent(grounds.maybe(changed.parent())).withParentDecision(grounds.maybe(changed.decision()));
            case BoardMembershipChanged changed ->
                withMembership(grounds.ground(new Membership(changed.chair(), changed.members(), changed.secretary())));
            case BoardStandingOrdersChanged changed ->
                withStandingOrders(grounds.ground(new StandingOrders(changed.quorum(), changed.cadence())));
            case BoardAuthorityDelegated delegated ->
                withDelegations(
                        Copies.with(delegations, delegated.delegation(), grounds.ground(delegation(delegated))));
            case BoardDelegationRevoked revoked -> revoked(revoked, grounds);
            case BoardClosed closed ->
                withClosure(grounds.ground(new Dissolution(closed.reason(), closed.successor())));
            case BoardDecided decided -> decided(decision(decided, grounds), grounds);
        };
    }

    /** What an establishment does not state stands as it was stated for an earlier day. */
    private BoardState again(BoardState established) {
        return established
                .withLimit(established.limit == null ? limit : established.limit)
                .withLimitValidUntil(established.limit == null ? limitValidUntil : null)
                .withMembership(established.membership.value().isStated() ? established.membership : membership)
                .withStandingOrders(
                        established.standingOrders.value().isStated() ? established.standingOrders : standingOrders)
                .withDelegations(delegations)
                .withDecisions(decisions)
                .withRetractedDecisions(retractedDecisions)
                .withClosure(closure);
    }

    @Override
    public @Nullable String above() {
        return parent == null ? null : parent.value();
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (parent != null) references.add(Reference.to(Kinds.BOARD, parent.value(), parent));
        if (closure != null)
            references.addAll(Reference.toMaybe(Kinds.BOARD, closure.value().successor(), closure));
        for (Seat seat : membership.value().seats())
            references.addAll(Reference.toMaybe(Kinds.POST, seat.heldByPost(), membership));
        Seat secretary = membership.value().secretary();
        if (secretary != null) references.addAll(Reference.toMaybe(Kinds.POST, secretary.heldByPost(), membership));
        for (Grounded<Delegation> delegated : delegations.values())
            references.addAll(Reference.toMaybe(Kinds.POST, delegated.value().heldByPost(), delegated));
        for (Grounded<Decision> decided : decided()) {
            references.add(Reference.to(Kinds.BOARD, board, decided));
            references.addAll(
                    Reference.toMaybe(Kinds.INITIATIVE, decided.value().initiative(), decided));
            references.addAll(Reference.toMaybe(Kinds.MEETING, decided.value().meeting(), decided));
        }
        return references;
    }

    /** All that it decided, what was retracted last. */
    private List<Grounded<Decision>> decided() {
        List<Grounded<Decision>> all = new ArrayList<>(decisions.values());
        all.addAll(retractedDecisions);
        return all;
    }

    @Override
    public List<RecordedDecision> recordedDecisions() {
        return recorded(decided());
    }

    /** Decisions of boards that concern no business case, as {@link #recordedDecisions()} gives them. */
    public static List<RecordedDecision> recorded(List<Grounded<Decision>> decisions) {
        return decisions.stream()
                .filter(decided -> decided.value().outcome() != BoardOutcome.WITHDRAWN)
                .map(BoardState::recorded)
                .toList();
    }

    private static RecordedDecision recorded(Grounded<Decision> decided) {
        Decision decision = decided.value();
        return new RecordedDecision(
                decided.fact(),
                decided.since(),
                null,
                decision.initiative(),
                RecordedDecision.meeting(decision.manner(), decision.meeting()),
                decision.item(),
                decision.papers(),
                decision.decidedBy(),
                RecordedDecision.persons(decision.dissent()),
                null);
    }

    private static Delegation delegation(BoardAuthorityDelegated delegated) {
        return new Delegation(
                delegated.delegation(),
                delegated.delegate(),
                delegated.heldByPost(),
                delegated.decisionTypes(),
                delegated.limit(),
                delegated.validUntil(),
                false,
                delegated.reason());
    }

    private BoardState revoked(BoardDelegationRevoked revoked, Grounds grounds) {
        Grounded<Delegation> before = delegations.get(revoked.delegation());
        return before == null
                ? this
                : withDelegations(Copies.with(
                        delegations,
                        revoked.delegation(),
                        grounds.ground(before.value().revoked(revoked.reason()))));
    }

    private static Remit remit(BoardRemitChanged changed) {
        return new Remit(changed.functions(), changed.decisionTypes(), changed.decision(), changed.decidedBy());
    }

    private static Decision decision(BoardDecided decided, Grounds grounds) {
        return new Decision(
                decided.decision(),
                decided.matter(),
                decided.subject(),
                decided.initiative(),
                decided.cost(),
                decided.outcome(),
                decided.outcomeAsStated(),
                decided.manner(),
                decided.meeting(),
                decided.item(),
                decided.delegation(),
                decided.papers(),
                decided.attendance(),
                decided.decidedBy(),
                decided.dissent(),
                decided.conditions(),
                decided.rationale(),
                decided.ultraVires(),
                decided.attributes(),
                grounds.retracted());
    }

    /** The same board with one decision more. */
    private BoardState decided(Decision decision, Grounds grounds) {
        Grounded<Decision> grounded = grounds.ground(decision);
        return decision.retracted() == null
                ? withDecisions(Copies.with(decisions, decision.decision(), grounded))
                : withRetractedDecisions(Copies.with(retractedDecisions, grounded));
    }
}

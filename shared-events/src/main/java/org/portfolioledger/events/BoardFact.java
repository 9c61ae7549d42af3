package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a board and its decisions that concern no business case. Stream {@code board-{id}}. */
public sealed interface BoardFact extends GovernanceFact {

    /**
     * The board began.
     *
     * @param functions what it does, in the source's words
     * @param decisionTypes what it may decide: stages of business cases and matters, for instance {@code OBC}, {@code POLICY}
     * @param limit most that it may approve; null: not stated
     * @param quorum members who must be present; null: not stated
     * @param secretary who records what it decides; null: not stated
     * @param parent board to which it escalates
     * @param decision position of the decision of the parent by which it has its remit; null: it has no parent or no remit,
     *     or in migrated history
     * @param attributes what the source also says and no field holds, by name
     */
    record BoardEstablished(
            String board,
            String register,
            String name,
            String level,
            List<String> functions,
            List<String> decisionTypes,
            @Nullable Money limit,
            @Nullable Integer quorum,
            @Nullable String cadence,
            @Nullable Seat chair,
            List<Seat> members,
            @Nullable Seat secretary,
            @Nullable String parent,
            @Nullable Long decision,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BoardFact, Opening, Approval, JudgedAnew {

        @Override
        public boolean saysSame(GovernanceFact other) {
            return other instanceof BoardEstablished anew
                    && Objects.equals(parent, anew.parent)
                    && decisionTypes.containsAll(anew.decisionTypes);
        }
    }

    /**
     * Its delegated limit changed.
     *
     * @param validUntil last day on which it may approve up to the limit; null: until another is set
     */
    record BoardLimitSet(
            String board,
            Money limit,
            @Nullable LocalDate validUntil,
            @Nullable String reason,
            Provenance provenance) implements BoardFact, Approval {}

    /**
     * Its members changed.
     *
     * @param members all of them, those who stay too
     * @param secretary who records what it decides, also one who stays; null: not stated
     */
    record BoardMembershipChanged(
            String board,
            @Nullable Seat chair,
            List<Seat> members,
            @Nullable Seat secretary,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact, Approval {}

    /**
     * Its standing orders changed.
     *
     * @param quorum members who must be present; null: no quorum
     * @param cadence how often it meets; null: not stated
     */
    record BoardStandingOrdersChanged(
            String board,
            @Nullable Integer quorum,
            @Nullable String cadence,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact, Approval {}

    /**
     * Its remit changed; a remit is itself a decision.
     *
     * @param decision position of the decision of the parent board; null: it has no parent, or in migrated history
     * @param decidedBy who decided, in the source's words
     */
    record BoardRemitChanged(
            String board,
            List<String> functions,
            List<String> decisionTypes,
            @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact, Approval, JudgedAnew {

        @Override
        public boolean saysSame(GovernanceFact other) {
            return other instanceof BoardRemitChanged anew && decisionTypes.containsAll(anew.decisionTypes);
        }
    }

    /**
     * It escalates to another board.
     *
     * @param parent null: to none
     * @param decision position of the decision of the parent by which it takes over the remit; null: there is no parent or
     *     no remit, or in migrated history
     */
    record BoardParentChanged(
            String board,
            @Nullable String parent,
            @Nullable Long decision,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact, Approval, JudgedAnew {

        @Override
        public boolean saysSame(GovernanceFact other) {
            return other instanceof BoardParentChanged anew && Objects.equals(parent, anew.parent);
        }
    }

    /**
     * Somebody may decide for it.
     *
     * @param delegation id, unique within the board
     * @param delegate who may decide: a person, whoever is in a post, or a person in a post; null: whoever holds the post on record
     * @param heldByPost id of the post on record whose holder may; null: the delegate does not follow from a post
     * @param decisionTypes the types of decision, as in the remit
     * @param limit most that may be approved so; null: no cost at all
     * @param validUntil last day on which it is valid; null: until it is revoked
     */
    record BoardAuthorityDelegated(
            String board,
            String delegation,
            @Nullable Holder delegate,
            @Nullable String heldByPost,
            List<String> decisionTypes,
            @Nullable Money limit,
            @Nullable LocalDate validUntil,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact, Approval {}

    /** A delegation no longer holds. */
    record BoardDelegationRevoked(
            String board, String delegation, @Nullable String reason, Provenance provenance) implements BoardFact {}

    /**
     * It was dissolved.
     *
     * @param successor board that replaces it; null: none
     */
    record BoardClosed(
            String board, String reason, @Nullable String successor, Provenance provenance) implements BoardFact {}

    /**
     * A seat on a board: of a person, of whoever is in a post, of a person in a post, or of the holder of a post on record.
     *
     * @param person id in the directory of people; never a name
     * @param post title of the post
     * @param heldByPost id of the post on record whose holder sits here, whoever that is on a day
     * @param businessGroup code of the business group for which they sit
     */
    record Seat(
            @IdOf(IdOf.PERSON) @Nullable String person,
            @Nullable String post,
            @IdOf("post") @Nullable String heldByPost,
            @Nullable String businessGroup) {}

    /**
     * It decided on something other than a business case.
     *
     * @param decision id, unique within the board
     * @param matter kind of thing decided, in capitals, for instance {@code POLICY}
     * @param subject what was decided on, in the source's words
     * @param cost that would be approved; null: none, or not stated
     * @param outcome null only in migrated history, where {@code outcomeAsStated} has the source's word
     * @param manner null: in the meeting that is named; without one, only in migrated history
     * @param meeting id of the meeting
     * @param item of the agenda of the meeting; null: not stated
     * @param delegation id of the delegation by which it was decided; null: by none
     * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
     * @param decidedBy ids of the persons who decided
     * @param dissent ids of the persons who were against it
     * @param ultraVires null or the reason for which the board knowingly decided outside its powers
     */
    record BoardDecided(
            String board,
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
            Provenance provenance)
            implements BoardFact, BoardDecision, Approval {

        /** Where only the source has a word for the outcome, it may be an approval. */
        @Override
        public boolean approves() {
            return outcome == null || outcome.approves();
        }

        @Override
        public Object on() {
            return matter;
        }
    }
}

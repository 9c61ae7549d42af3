package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
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
     * @param parent board to which it escalates
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
            @Nullable Holder chair,
            List<Holder> members,
            @Nullable String parent,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BoardFact, Opening {}

    /** Its delegated limit is another. */
    record BoardLimitSet(
            String board, Money limit, @Nullable String reason, Provenance provenance) implements BoardFact {}

    /** Its remit is another; a remit is itself a decision. */
    record BoardRemitChanged(
            String board,
            List<String> functions,
            List<String> decisionTypes,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BoardFact {}

    /**
     * It escalates to another board.
     *
     * @param parent null: to none
     */
    record BoardParentChanged(
            String board, @Nullable String parent, @Nullable String reason, Provenance provenance)
            implements BoardFact {}

    /** It was dissolved. */
    record BoardClosed(String board, String reason, Provenance provenance) implements BoardFact {}

    /**
     * It decided on something that is no business case.
     *
     * @param decision id, unique within the board
     * @param matter kind of thing decided, in capitals, for instance {@code POLICY}
     * @param subject what was decided on, in the source's words
     * @param outcome null only in migrated history, where {@code outcomeAsStated} has the source's word
     * @param meeting reference of the meeting
     * @param attendance number of members present
     * @param decidedBy ids of the persons who decided
     * @param ultraVires null or the reason for which the board knowingly decided outside its powers
     */
    record BoardDecided(
            String board,
            String decision,
            String matter,
            String subject,
            @Nullable String initiative,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable String meeting,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            @Nullable String rationale,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BoardFact, BoardDecision {}
}

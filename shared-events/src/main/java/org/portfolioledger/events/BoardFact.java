package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Statement;

/** Facts about a board and its decisions that concern no business case. Stream {@code board-{id}}. */
public sealed interface BoardFact extends PortfolioEvent {

    /**
     * The board began.
     *
     * @param functions what it does, in the source's words
     * @param decides what it may decide: stages of business cases and matters, for instance {@code OBC}, {@code POLICY}
     * @param limit most that it may approve; null: not stated
     * @param quorum members who must be present; null: not stated
     * @param parent board to which it escalates
     * @param particulars what the source also says and no field holds, by name
     */
    record BoardEstablished(
            String board,
            String register,
            String name,
            String level,
            List<String> functions,
            List<String> decides,
            @Nullable Money limit,
            @Nullable Integer quorum,
            @Nullable String cadence,
            @Nullable Holder chair,
            List<Holder> members,
            @Nullable String parent,
            SortedMap<String, String> particulars,
            Statement stated)
            implements BoardFact, Opening {}

    /** Its delegated limit is another. */
    record BoardLimitSet(
            String board, Money limit, @Nullable String reason, Statement stated) implements BoardFact {}

    /** Its remit is another; a remit is itself a decision. */
    record BoardRemitChanged(
            String board,
            List<String> functions,
            List<String> decides,
            @Nullable String decidedBy,
            @Nullable String reason,
            Statement stated)
            implements BoardFact {}

    /**
     * It escalates to another board.
     *
     * @param parent null: to none
     */
    record BoardParentChanged(
            String board, @Nullable String parent, @Nullable String reason, Statement stated) implements BoardFact {}

    /** It was dissolved. */
    record BoardClosed(String board, String reason, Statement stated) implements BoardFact {}

    /**
     * It decided on something that is no business case.
     *
     * @param decision id, unique within the board
     * @param matter kind of thing decided, in capitals, for instance {@code POLICY}
     * @param subject what was decided on, in the source's words
     * @param outcome null only in migrated history, where {@code outcomeAsStated} has the source's word
     * @param meeting reference of the meeting
     * @param present number of members present
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
            @Nullable Integer present,
            List<String> decidedBy,
            @Nullable String rationale,
            @Nullable String ultraVires,
            SortedMap<String, String> particulars,
            Statement stated)
            implements BoardFact {}
}

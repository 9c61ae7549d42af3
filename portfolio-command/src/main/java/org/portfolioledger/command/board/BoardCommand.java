package org.portfolioledger.command.board;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a board. */
public sealed interface BoardCommand extends Command {

    String board();

    @Override
    default String stream() {
        return Kinds.BOARD.stream(board());
    }

    /**
     * Begins a board.
     *
     * @param decisionTypes stages of business cases and matters that it may decide, for instance {@code OBC}, {@code POLICY}
     * @param limit most that it may approve
     * @param quorum members who must be present
     */
    record EstablishBoard(
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
            implements BoardCommand {}

    /** Sets its delegated limit. */
    record SetLimit(String board, Money limit, @Nullable String reason, Provenance provenance)
            implements BoardCommand {}

    /** Changes its remit. */
    record ChangeRemit(
            String board,
            List<String> functions,
            List<String> decisionTypes,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance)
            implements BoardCommand {}

    /** Lets it escalate to another board, or to none. */
    record ChangeParent(
            String board, @Nullable String parent, @Nullable String reason, Provenance provenance)
            implements BoardCommand {}

    /** Dissolves it. */
    record CloseBoard(String board, String reason, Provenance provenance) implements BoardCommand {}

    /**
     * Records a decision that concerns no business case.
     *
     * @param matter kind of thing decided, in capitals
     * @param outcomeAsStated the source's word for the outcome
     * @param ultraVires the reason for which the board knowingly decides outside its powers
     */
    record RecordDecision(
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
            implements BoardCommand {}
}

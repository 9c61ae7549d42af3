package org.portfolioledger.command.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;

/**
 * What a board did, as far as its powers go.
 *
 * @param matter what kind of thing it decided on: a stage of a business case, or a matter; null: not stated
 * @param cost for which approval was asked, or null
 * @param manner null: in the meeting that is named
 * @param meeting id of the meeting
 * @param item of its agenda; null: none is named, and of a case it follows from the case
 * @param delegation id of the delegation by which it was decided
 * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
 * @param businessCase id of the case that it concerns
 * @param initiative id of the initiative that it concerns
 * @param ultraVires null or the reason for which it knowingly decided outside its powers
 */
public record ProposedDecision(
        @Nullable String board,
        @Nullable String matter,
        @Nullable Money cost,
        @Nullable BoardOutcome outcome,
        @Nullable DecisionManner manner,
        @Nullable String meeting,
        @Nullable String item,
        @Nullable String delegation,
        List<Paper> papers,
        @Nullable Integer attendance,
        List<String> decidedBy,
        List<Dissent> dissent,
        @Nullable String businessCase,
        @Nullable String initiative,
        @Nullable String ultraVires,
        LocalDate on) {

    boolean approves() {
        return outcome != null && outcome.approves();
    }

    boolean isInMeeting() {
        return manner == null || manner == DecisionManner.IN_MEETING;
    }

    /** Where a body names somebody who took part in it. */
    String pointerTo(String person) {
        int place = decidedBy.indexOf(person);
        if (place >= 0) return "/decidedBy/" + place;
        return "/dissent/%s/person"
                .formatted(dissent.stream().map(Dissent::person).toList().indexOf(person));
    }

    /** Everybody who took part in it, those who were against it last. */
    List<String> participants() {
        return Stream.concat(decidedBy.stream(), dissent.stream().map(Dissent::person))
                .distinct()
                .toList();
    }
}

package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Facts about a request to fill a post, and each further request to fill it for longer. A board authorises or refuses
 * each. Stream {@code vacancy-request-{id}}.
 */
public sealed interface VacancyRequestFact extends GovernanceFact {

    /**
     * Permission to fill a post was requested.
     *
     * @param post title of the post
     * @param businessGroup code of the business group to which the post belongs; null: not stated
     * @param funding from what it is paid; null only in migrated history
     * @param until last day for which it is requested; null: without end
     * @param requestedBy null only in migrated history: nobody is named
     * @param board id of the board that is asked
     * @param initiative id of the initiative for which it works; null: of none
     * @param attributes what the source also says and no field holds, by name
     */
    record VacancyRequested(
            String vacancyRequest,
            String register,
            String post,
            VacancyTenure tenure,
            @Nullable String businessGroup,
            @Nullable String funding,
            @Nullable LocalDate until,
            @Nullable Holder requestedBy,
            String board,
            @Nullable String initiative,
            @Nullable String reason,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements VacancyRequestFact, Opening {}

    /**
     * The waiting request was checked.
     *
     * @param met whether it passed the check
     * @param checkedBy id of the person who checked it
     * @param finding what was found
     */
    record VacancyChecked(
            String vacancyRequest,
            VacancyCheck check,
            boolean met,
            @Nullable String checkedBy,
            @Nullable String finding,
            Provenance provenance)
            implements VacancyRequestFact {}

    /**
     * Permission to fill the post for longer was requested: a further request with its own checks and decision.
     *
     * @param until last day for which it is requested
     * @param requestedBy null only in migrated history: nobody is named
     */
    record VacancyExtensionRequested(
            String vacancyRequest,
            LocalDate until,
            @Nullable Holder requestedBy,
            @Nullable String reason,
            Provenance provenance)
            implements VacancyRequestFact {}

    /**
     * A board decided on the waiting request.
     *
     * @param until last day on which the post may be filled, where it is authorised; null: without end
     * @param board null only in migrated history: the source does not say which board
     * @param manner null: in the meeting that is named; without one, only in migrated history
     * @param meeting id of the meeting
     * @param item of the agenda of the meeting; null: not stated
     * @param delegation id of the board's delegation by which it was decided; null: by none
     * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
     * @param decidedBy ids of the persons who decided
     * @param reason null: not stated
     * @param ultraVires null or the reason for which the board knowingly decided outside its powers
     */
    record VacancyDecided(
            String vacancyRequest,
            VacancyOutcome outcome,
            @Nullable LocalDate until,
            @Nullable String board,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String item,
            @Nullable String delegation,
            @Nullable Integer attendance,
            List<String> decidedBy,
            @Nullable String reason,
            @Nullable String ultraVires,
            Provenance provenance)
            implements VacancyRequestFact, BoardDecision, Approval {

        @Override
        public boolean approves() {
            return outcome == VacancyOutcome.AUTHORISED;
        }
    }

    /** It was withdrawn, or the post is no longer filled. */
    record VacancyRequestClosed(String vacancyRequest, String reason, Provenance provenance)
            implements VacancyRequestFact {}

    /** For how long a post is filled. */
    enum VacancyTenure {
        PERMANENT,
        /** By a temporary worker, for a period that has an end. */
        TEMPORARY
    }

    /** What a board decides on a request to fill a post. */
    enum VacancyOutcome {
        AUTHORISED,
        REFUSED
    }

    /** What is looked at before a board decides. */
    enum VacancyCheck {
        /** Whether the post is paid for. */
        FUNDING(true),
        /** Whether the post fits the vacancy factor or the reduction of headcount. */
        HEADCOUNT(false),
        /** Whether nobody who is displaced can fill the post. */
        DISPLACED_STAFF(true),
        /** Whether trade unions were heard. */
        TRADE_UNIONS(false);

        private final boolean required;

        VacancyCheck(boolean required) {
            this.required = required;
        }

        /** Whether a request must pass it to be authorised. */
        public boolean isRequired() {
            return required;
        }
    }
}

package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a business case and its way through the boards. Stream {@code business-case-{id}}. */
public sealed interface BusinessCaseFact extends GovernanceFact {

    /**
     * The case began.
     *
     * @param stage null only in migrated history: the source speaks of a business case without its stage
     * @param route boards in the order in which they decide; the last one's {@code APPROVED} is the final approval
     * @param precedingCase id of the case of the stage before it, on whose final approval it rests
     * @param owners ids of the persons who own the case
     */
    record BusinessCaseOpened(
            String businessCase,
            String register,
            String initiative,
            @Nullable CaseStage stage,
            String title,
            List<String> route,
            @Nullable String precedingCase,
            List<String> owners,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BusinessCaseFact, Opening {}

    /**
     * A version was written.
     *
     * @param version 1, 2, 3, …
     * @param cost whole-life cost for which approval is asked
     * @param paper the version itself, by the hash of its content
     */
    record BusinessCaseVersionRecorded(
            String businessCase,
            int version,
            Money cost,
            Paper paper,
            List<CaseDimension> dimensions,
            Provenance provenance)
            implements BusinessCaseFact {}

    /** A version was put to the boards of the route. */
    record BusinessCaseSubmitted(String businessCase, int version, String submittedBy, Provenance provenance)
            implements BusinessCaseFact {}

    /**
     * A board decided on the case.
     *
     * @param board null only in migrated history: the source does not say which board
     * @param version version decided on; null only in migrated history
     * @param outcome null only in migrated history, where {@code outcomeAsStated} has the source's word
     * @param attendance number of members present
     * @param decidedBy ids of the persons who decided
     * @param waiver of the final approval of the earlier stage
     * @param ultraVires null or the reason for which the board knowingly decided outside its powers
     */
    record BusinessCaseDecided(
            String businessCase,
            @Nullable String board,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable String meeting,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<String> conditions,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BusinessCaseFact, BoardDecision, Approval {

        /** Where only the source has a word for the outcome, it may be an approval. */
        @Override
        public boolean approves() {
            return outcome == null || outcome.approves() || waiver != null;
        }
    }

    /** Stage of a business case: brief, strategic assessment, strategic outline, outline, full, business justification, programme. */
    enum CaseStage {
        PROJECT_BRIEF,
        STRATEGIC_ASSESSMENT,
        SOC,
        OBC,
        FBC,
        BJC,
        PROGRAMME_BUSINESS_CASE
    }

    /** The five dimensions of a business case (HM Treasury Green Book). */
    enum CaseDimension {
        STRATEGIC,
        ECONOMIC,
        COMMERCIAL,
        FINANCIAL,
        MANAGEMENT
    }

    /**
     * A rule set aside on purpose.
     *
     * @param waivedBy id of the person who waived it
     * @param reason why
     */
    record Waiver(@IdOf(IdOf.PERSON) String waivedBy, String reason) {}
}

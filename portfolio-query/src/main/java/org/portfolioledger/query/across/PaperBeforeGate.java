package org.portfolioledger.query.across;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.DocumentState.DocumentVersion;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.CirculatedPaper;
import org.portfolioledger.vocabulary.Paper;

/**
 * A paper that changed shortly before a gate.
 *
 * @param initiative whose gate it is; the paper may be of one below it
 * @param review id of the review
 * @param gateOn day on which it was held, or for which it is planned
 * @param daysBefore days from the change to the gate; 0: both are on the same day
 */
record PaperBeforeGate(
        String initiative,
        String review,
        ReviewKind kind,
        LocalDate gateOn,
        @JsonUnwrapped ChangedPaper changed,
        long daysBefore) {

    /**
     * A later version of a business case or of a document, or a paper of a meeting that took the place of another.
     *
     * @param businessCase null: it is none of its versions
     * @param meeting null: it is none of its papers
     * @param document null: it is none of its versions
     * @param version version of the case or the document; null: it is a paper of a meeting
     * @param paper null: it is a version of a document
     * @param sha256 of a version of a document; null: nobody knows it, or it is none
     * @param replaces SHA-256 of the paper that it replaced; null: it is a version
     */
    record ChangedPaper(
            @Nullable String businessCase,
            @Nullable String meeting,
            @Nullable String document,
            @Nullable Integer version,
            @Nullable Paper paper,
            @Nullable String sha256,
            @Nullable String replaces) {

        static ChangedPaper of(BusinessCaseState of, Version version) {
            return new ChangedPaper(of.businessCase(), null, null, version.version(), version.paper(), null, null);
        }

        static ChangedPaper of(MeetingState of, CirculatedPaper circulated) {
            return new ChangedPaper(null, of.meeting(), null, null, circulated.paper(), null, circulated.replaces());
        }

        static ChangedPaper of(DocumentState of, DocumentVersion version) {
            return new ChangedPaper(null, null, of.document(), version.version(), null, version.sha256(), null);
        }
    }
}

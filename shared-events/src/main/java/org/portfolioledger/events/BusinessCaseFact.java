package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a business case and its way through the boards. Stream {@code business-case-{id}}. */
public sealed interface BusinessCaseFact extends GovernanceFact {

    /**
     * The case began.
     *
     * @param stage null only in migrated history: the source names a business case without its stage
     * @param route boards in the order in which they decide, if no policy of the portfolio sets them; {@code APPROVED} by the last one is the final approval
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
     * @param dimensions that it covers
     * @param figures what it states of costs, benefits and risks besides
     */
    record BusinessCaseVersionRecorded(
            String businessCase,
            int version,
            Money cost,
            Paper paper,
            List<CaseDimension> dimensions,
            List<CaseFigure> figures,
            Provenance provenance)
            implements BusinessCaseFact {}

    /**
     * A version was put to the boards of the route.
     *
     * @param decisionClass class of decision by which it takes a fast route; null: it takes none
     * @param route that the portfolio's policy gave it on that day; null: there was no policy, and the case has its own
     */
    record BusinessCaseSubmitted(
            String businessCase,
            int version,
            String submittedBy,
            @Nullable String decisionClass,
            @Nullable CaseRoute route,
            Provenance provenance)
            implements BusinessCaseFact {}

    /**
     * A panel challenged a version before the boards decide.
     *
     * @param panel in the source's words
     * @param challengedBy ids of the persons who challenged it
     * @param observations what they found
     */
    record BusinessCaseChallenged(
            String businessCase,
            int version,
            String panel,
            List<String> challengedBy,
            @Nullable String observations,
            Provenance provenance)
            implements BusinessCaseFact {}

    /**
     * A board decided on the case.
     *
     * @param board null only in migrated history: the source does not say which board
     * @param successorOf id of the board of the route that it replaced and for which it decided; null: it is on the route itself
     * @param version version decided on; null only in migrated history
     * @param outcome null only in migrated history, where {@code outcomeAsStated} has the source's word
     * @param manner null: in the meeting that is named; without one, only in migrated history
     * @param meeting id of the meeting
     * @param delegation id of the board's delegation by which it was decided; null: by none
     * @param attendance number of members present, or of those who answered in writing; null: as stated for the meeting
     * @param decidedBy ids of the persons who decided
     * @param dissent ids of the persons who were against it
     * @param conditions conditions of its decision
     * @param deferredUntil day on which the board considers the case again; only of a deferral
     * @param referredTo id of the board above it to which it referred the case up; only of a referral
     * @param waiver of the final approval of the earlier stage
     * @param ultraVires null or the reason for which the board knowingly decided outside its powers
     */
    record BusinessCaseDecided(
            String businessCase,
            @Nullable String board,
            @Nullable String successorOf,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<Dissent> dissent,
            List<CaseCondition> conditions,
            @Nullable LocalDate deferredUntil,
            @Nullable String referredTo,
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

        @Override
        public @Nullable Object on() {
            return version;
        }

        @Override
        public boolean saysSame(GovernanceFact other) {
            return BoardDecision.super.saysSame(other)
                    && other instanceof BusinessCaseDecided anew
                    && (anew.waiver == null
                            || (waiver != null && waiver.waivedBy().equals(anew.waiver.waivedBy())));
        }
    }

    /**
     * A condition of an approval was met.
     *
     * @param condition its id within the case
     * @param dischargedBy id of the person who found that it is met
     */
    record CaseConditionDischarged(
            String businessCase,
            String condition,
            @Nullable String dischargedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements BusinessCaseFact, Approval {}

    /**
     * The case was withdrawn from the boards.
     *
     * @param withdrawnBy id of the person who withdrew it
     */
    record BusinessCaseWithdrawn(
            String businessCase, @Nullable String withdrawnBy, String reason, Provenance provenance)
            implements BusinessCaseFact {}

    /**
     * A finally approved case was re-evaluated.
     *
     * @param evaluatedBy ids of the persons who evaluated it
     */
    record BusinessCaseReevaluated(
            String businessCase,
            ReevaluationResult result,
            List<String> evaluatedBy,
            String reason,
            Provenance provenance)
            implements BusinessCaseFact, Approval {

        @Override
        public boolean approves() {
            return result == ReevaluationResult.UPHELD;
        }
    }

    /**
     * A figure that a version states.
     *
     * @param name what the figure is about, in the source's words
     */
    record CaseFigure(FigureKind kind, String name, Money money) {}

    /** What a figure of a business case is about. */
    enum FigureKind {
        COST,
        BENEFIT,
        RISK
    }

    /**
     * The route through the boards that the policy of a portfolio sets for a case.
     *
     * @param boards in the order in which they decide
     * @param challengePanel panel that challenges the case before a board approves it; null: none
     * @param approvalMonths months for which the final approval is good; null: without end
     * @param authority authority for the fast route; null: it is not one
     */
    record CaseRoute(
            @IdOf("board") List<String> boards,
            @Nullable String challengePanel,
            @Nullable Integer approvalMonths,
            @Nullable String authority) {}

    /**
     * A condition of an approval.
     *
     * @param condition its id, unique within the case
     */
    record CaseCondition(String condition, String text) {}

    /** What came of another evaluation of an approved case. */
    enum ReevaluationResult {
        /** The approval holds, and is good for as long again. */
        UPHELD,
        /** The approval no longer holds: the case has to be put to the boards anew. */
        LAPSED
    }

    /** Stage of a business case: brief, strategic assessment, strategic outline, outline, full, business justification, programme. */
    enum CaseStage {
        PROJECT_BRIEF,
        STRATEGIC_ASSESSMENT,
        SOC,
        OBC,
        FBC,
        BJC,
        PROGRAMME_BUSINESS_CASE;

        /** The stage that is finally approved before it (rule 6); null: none has to be. */
        public @Nullable CaseStage before() {
            return switch (this) {
                case FBC -> OBC;
                case OBC -> SOC;
                case PROJECT_BRIEF, STRATEGIC_ASSESSMENT, SOC, BJC, PROGRAMME_BUSINESS_CASE -> null;
            };
        }
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
     * A rule that was knowingly set aside.
     *
     * @param waivedBy id of the person who waived it
     * @param reason why
     */
    record Waiver(@IdOf(IdOf.PERSON) String waivedBy, String reason) {}
}

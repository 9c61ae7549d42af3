package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a risk or an issue. Stream {@code risk-{id}}. */
public sealed interface RiskFact extends GovernanceFact {

    /**
     * It was raised. Where a gatekeeper is named, it is in the register of its level only once the gatekeeper admits it.
     *
     * @param kind a risk, or an issue that was opened as such
     * @param cause why it may happen, or did; null: not stated
     * @param event what may happen, or did; null: the title says it
     * @param effect what follows from it; null: not stated
     * @param level of the register to which it belongs
     * @param gatekeeper who is to admit it; null: nobody needs to, or only in migrated history above programme level
     * @param owner null: a post on record owns it, or only in migrated history nobody is named
     * @param heldByPost id of the post on record whose holder owns it, whoever that is on a day; null: the owner is named
     * @param reviewBy last day on which it is to be reviewed; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record RiskRaised(
            String risk,
            String register,
            RiskKind kind,
            String title,
            @Nullable String cause,
            @Nullable String event,
            @Nullable String effect,
            RiskLevel level,
            RiskSubject subject,
            @Nullable RiskGatekeeper gatekeeper,
            @Nullable Holder owner,
            @Nullable String heldByPost,
            @Nullable LocalDate reviewBy,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements RiskFact, Opening {}

    /**
     * It was scored.
     *
     * @param score which of its scores
     * @param probability 1 to 5
     * @param impact 1 to 5
     * @param scheme of its portfolio by which it was scored; null: the portfolio defines none, or only in migrated history
     * @param schemeVersion null: no scheme is named
     * @param critical whether it is critical: by the scheme where one is named; null: not stated
     * @param proximity when it may happen; null: not stated, and what was stated before stays
     */
    record RiskScored(
            String risk,
            RiskScoreKind score,
            int probability,
            int impact,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            @Nullable Boolean critical,
            @Nullable RiskProximity proximity,
            @Nullable String rationale,
            Provenance provenance)
            implements RiskFact {}

    /**
     * A response was chosen. It takes the place of an earlier one.
     *
     * @param response null only in migrated history: the source describes it and does not say of which kind it is
     * @param description what is done
     */
    record RiskResponseChosen(
            String risk, @Nullable RiskResponseKind response, String description, Provenance provenance)
            implements RiskFact {}

    /**
     * Another owner took it over.
     *
     * @param owner null: a post on record owns it
     * @param heldByPost id of the post on record whose holder owns it, whoever that is on a day; null: the owner is named
     */
    record RiskOwnerChanged(
            String risk,
            @Nullable Holder owner,
            @Nullable String heldByPost,
            @Nullable String reason,
            Provenance provenance)
            implements RiskFact {}

    /**
     * It was reviewed.
     *
     * @param summary what the review found; null: not stated
     * @param reviewBy last day on which it is to be reviewed again; null: not stated
     */
    record RiskReviewed(
            String risk, @Nullable String summary, @Nullable LocalDate reviewBy, Provenance provenance)
            implements RiskFact {}

    /**
     * It was escalated to a higher level. Where a gatekeeper is named, it stays at its level until the gatekeeper admits it.
     *
     * @param level to which it is to go
     * @param gatekeeper of that level; null: nobody needs to admit it, or only in migrated history above programme level
     * @param escalatedBy id of the person who escalated it; null: not stated
     */
    record RiskEscalated(
            String risk,
            RiskLevel level,
            String reason,
            @Nullable RiskGatekeeper gatekeeper,
            @Nullable String escalatedBy,
            Provenance provenance)
            implements RiskFact {}

    /**
     * It was handed back to a lower level. Where a gatekeeper is named, it stays at its level until the gatekeeper admits it.
     *
     * @param level to which it is to go
     * @param gatekeeper of that level; null: nobody needs to admit it, or only in migrated history above programme level
     * @param deescalatedBy id of the person who handed it back; null: not stated
     */
    record RiskDeescalated(
            String risk,
            RiskLevel level,
            String reason,
            @Nullable RiskGatekeeper gatekeeper,
            @Nullable String deescalatedBy,
            Provenance provenance)
            implements RiskFact {}

    /**
     * The gatekeeper decided whether it enters the register for which it waits. If not, an escalated one stays where it is,
     * and one that was only raised is closed.
     *
     * @param decidedBy ids of the persons who decided; empty only in migrated history
     * @param reason null only where it is admitted, or in migrated history
     */
    record RiskAdmissionDecided(
            String risk,
            RiskAdmission outcome,
            List<String> decidedBy,
            @Nullable String reason,
            Provenance provenance) implements RiskFact, Approval {

        @Override
        public boolean approves() {
            return outcome == RiskAdmission.ADMITTED;
        }
    }

    /**
     * What was a risk happened, and is an issue from then on.
     *
     * @param description what happened
     */
    record RiskMaterialised(String risk, String description, Provenance provenance) implements RiskFact {}

    /**
     * It was linked to something else on record. Exactly one other is named.
     *
     * @param link how they belong together
     * @param otherRisk id of another risk or issue
     * @param dependency id of a dependency
     */
    record RiskLinked(
            String risk,
            RiskLinkKind link,
            @Nullable String otherRisk,
            @Nullable String dependency,
            @Nullable String reason,
            Provenance provenance)
            implements RiskFact {}

    /**
     * A link no longer holds.
     *
     * @param otherRisk id of another risk or issue
     * @param dependency id of a dependency
     */
    record RiskUnlinked(
            String risk,
            RiskLinkKind link,
            @Nullable String otherRisk,
            @Nullable String dependency,
            @Nullable String reason,
            Provenance provenance)
            implements RiskFact {}

    /** It was closed. */
    record RiskClosed(String risk, String reason, Provenance provenance) implements RiskFact {}

    /** It is open again. */
    record RiskReopened(String risk, String reason, Provenance provenance) implements RiskFact {}

    /**
     * What it concerns: exactly one is given.
     *
     * @param initiative id of an initiative
     * @param portfolio id of a portfolio
     * @param board id of a board
     * @param description what the source names and is none of these; only in migrated history
     */
    record RiskSubject(
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("portfolio") @Nullable String portfolio,
            @IdOf("board") @Nullable String board,
            @Nullable String description) {}

    /**
     * Who admits risks to a level: a board, or a person, a post, or a person in a post.
     *
     * @param board id of the board
     * @param person id in the directory of people; never a name
     * @param post title of the post
     */
    record RiskGatekeeper(
            @IdOf("board") @Nullable String board,
            @IdOf(IdOf.PERSON) @Nullable String person,
            @Nullable String post) {}

    /**
     * When it may happen: exactly one is given.
     *
     * @param on day on which, or about which, it may happen
     * @param words for it, as "within a quarter"
     */
    record RiskProximity(@Nullable LocalDate on, @Nullable String words) {}

    /** Whether it may happen, or happened. */
    enum RiskKind {
        RISK,
        /** It happened. */
        ISSUE
    }

    /** Level of a register of risks, the lowest first. */
    enum RiskLevel {
        PROJECT,
        PROGRAMME,
        BUSINESS_GROUP,
        PORTFOLIO,
        /** Of the organisation as a whole; also called corporate. */
        STRATEGIC;

        /** Whether a risk enters its register only through a gatekeeper (rule 12). */
        public boolean hasGatekeeper() {
            return compareTo(PROGRAMME) > 0;
        }
    }

    /** Which score of a risk. */
    enum RiskScoreKind {
        /** Before any response. */
        INHERENT,
        /** With what is done by now. */
        RESIDUAL,
        /** To which the response is to bring it. */
        TARGET
    }

    /** What is done about a risk. */
    enum RiskResponseKind {
        AVOID,
        REDUCE,
        TRANSFER,
        SHARE,
        ACCEPT,
        EXPLOIT,
        ENHANCE,
        FALLBACK
    }

    /** What a gatekeeper decides. */
    enum RiskAdmission {
        ADMITTED,
        NOT_ADMITTED
    }

    /** How a risk belongs together with something else. */
    enum RiskLinkKind {
        /** Both are the same risk in two registers. */
        SAME_AS,
        /** It would bring the other about. */
        CAUSES,
        RELATES_TO
    }
}

package org.portfolioledger.command.businesscase;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseDimension;
import org.portfolioledger.vocabulary.CaseStage;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Waiver;

/** What can be put on record about a business case. */
public sealed interface BusinessCaseCommand extends Command {

    String businessCase();

    @Override
    default String stream() {
        return Kinds.BUSINESS_CASE.stream(businessCase());
    }

    /**
     * Begins a case.
     *
     * @param route boards in the order in which they decide
     * @param precedingCase id of the case of the stage before it
     * @param owners ids of the persons who own the case
     */
    record OpenCase(
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
            implements BusinessCaseCommand {}

    /**
     * Records a version.
     *
     * @param version null: the next one
     * @param cost whole-life cost for which approval is asked
     */
    record WriteVersion(
            String businessCase,
            @Nullable Integer version,
            Money cost,
            Paper paper,
            List<CaseDimension> dimensions,
            Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Puts a version to the boards of the route.
     *
     * @param submittedBy id of the person who submits it
     */
    record SubmitVersion(String businessCase, int version, String submittedBy, Provenance provenance)
            implements BusinessCaseCommand {}

    /**
     * Records what a board decided.
     *
     * @param outcomeAsStated the source's word for the outcome
     * @param waiver of the final approval of the earlier stage
     * @param ultraVires the reason for which the board knowingly decides outside its powers
     */
    record DecideOnCase(
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
            implements BusinessCaseCommand {}
}

package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Facts about a control of posts as a whole, as a phase of early departures; a request to fill one post is a vacancy
 * request. Stream {@code workforce-control-{id}}.
 */
public sealed interface WorkforceControlFact extends GovernanceFact {

    /**
     * It began.
     *
     * @param phase number of the phase, if there are several; null: not stated
     * @param groups of staff that it is for, in the words of the source; empty only in migrated history
     * @param portfolio id of the portfolio whose change asks for it; null: not stated
     * @param lastDay on which it is planned to run; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record WorkforceControlOpened(
            String workforceControl,
            String register,
            WorkforceControlKind kind,
            String name,
            @Nullable Integer phase,
            List<String> groups,
            @Nullable String portfolio,
            @Nullable LocalDate lastDay,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements WorkforceControlFact, Opening {}

    /**
     * Its figures were reported, each in total so far; null: not stated, so that the one before stays.
     *
     * @param offers number of offers made to members of staff
     * @param accepted number of offers that were accepted
     * @param posts number of posts that it concerns
     * @param cost of it
     */
    record WorkforceFiguresReported(
            String workforceControl,
            @Nullable Integer offers,
            @Nullable Integer accepted,
            @Nullable Integer posts,
            @Nullable Money cost,
            Provenance provenance)
            implements WorkforceControlFact {}

    /** It is planned to run until another day. */
    record WorkforceControlRescheduled(
            String workforceControl,
            LocalDate lastDay,
            @Nullable String reason,
            Provenance provenance) implements WorkforceControlFact {}

    /**
     * It ended.
     *
     * @param reason null: not stated
     */
    record WorkforceControlEnded(
            String workforceControl, @Nullable String reason, Provenance provenance) implements WorkforceControlFact {}

    /** What is done with posts. */
    enum WorkforceControlKind {
        EARLY_DEPARTURE,
        VOLUNTARY_REDUNDANCY,
        REDEPLOYMENT,
        RECRUITMENT_FREEZE
    }
}

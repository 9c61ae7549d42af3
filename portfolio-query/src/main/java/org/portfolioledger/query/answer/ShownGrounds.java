package org.portfolioledger.query.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Structure;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;

/**
 * The grounds of a value as an answer shows them; what has nothing to show is left out.
 *
 * @param since first day on which the fact holds
 * @param fact position of the fact
 * @param inPlaceOf position of the first fact that it corrects
 * @param datePrecision how exactly the date is stated, if not to the day
 * @param inferred true where the source does not give the date
 * @param dateQualifier whether it began on the date, or no later than it
 * @param imprecise true where the day asked about lies in the period within which the date is not known
 * @param statedFrom the date, if it is after the day in question
 * @param unmetRules rules of governance that the migrated source could not satisfy
 * @param restsOn positions of the facts on which the decision rested
 * @param restsOnCorrected those of them that no longer stand
 * @param restsOnSuperseded those of them that others took the place of for its day, recorded later
 * @param contradictedBy positions of the facts that contradict a decision of a board, as known now
 */
public record ShownGrounds(
        LocalDate since,
        long fact,
        @Nullable Long inPlaceOf,
        @Nullable DatePrecision datePrecision,
        @Nullable Boolean inferred,
        @Nullable DateQualifier dateQualifier,
        @Nullable Boolean imprecise,
        @Nullable LocalDate statedFrom,
        @Nullable List<String> unmetRules,
        @Nullable List<Long> restsOn,
        @Nullable List<Long> restsOnCorrected,
        @Nullable List<Long> restsOnSuperseded,
        @Nullable List<Long> contradictedBy) {

    /** The grounds from a viewpoint; with none, only what holds from every viewpoint. */
    static ShownGrounds of(Grounded<?> grounded, @Nullable Viewpoint seen) {
        List<Long> corrected = seen == null ? List.of() : grounded.restsOnCorrected(seen.corrected());
        List<Long> superseded = seen == null ? List.of() : grounded.restsOnSuperseded(seen);
        List<Long> contradicting = seen == null ? List.of() : seen.contradicting(grounded.fact());
        return new ShownGrounds(
                grounded.since(),
                grounded.fact(),
                grounded.inPlaceOf(),
                grounded.precision(),
                grounded.inferred(),
                grounded.dateQualifier(),
                (seen != null && grounded.isImprecise(seen.asOf())) ? true : null,
                (seen != null && grounded.since().isAfter(seen.asOf())) ? grounded.since() : null,
                grounded.unmetRules(),
                grounded.restsOn(),
                corrected.isEmpty() ? null : corrected,
                superseded.isEmpty() ? null : superseded,
                contradicting.isEmpty() ? null : contradicting);
    }

    /** The grounds in a view, from no viewpoint. */
    static List<ShownGrounds> in(Object view) {
        List<ShownGrounds> all = new ArrayList<>();
        Structure.forEach(view, part -> {
            if (part instanceof Grounded<?> grounded) all.add(of(grounded, null));
            if (part instanceof ShownGrounds grounds) all.add(grounds);
        });
        return all;
    }

    /** Positions of the facts on which what a view shows was stated. */
    static List<Long> facts(Object view) {
        return in(view).stream().map(ShownGrounds::fact).toList();
    }

    /** Whether a day that comes, or a fact of another stream, may change how they are shown beside the version of a stream. */
    boolean changeByThemselves(long last, LocalDate recordedOn) {
        return restsOn != null || fact > last || datePrecision != null || since.isAfter(recordedOn);
    }

    /** Its place among the values of one day. */
    long place() {
        return inPlaceOf == null ? fact : inPlaceOf;
    }
}

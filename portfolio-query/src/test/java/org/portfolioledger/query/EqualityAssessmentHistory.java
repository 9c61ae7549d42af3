package org.portfolioledger.query;

import static org.portfolioledger.query.History.date;
import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.GovernanceFact;

/** What tests tell of equality assessments. */
public final class EqualityAssessmentHistory {

    private EqualityAssessmentHistory() {}

    public static GovernanceFact equality(String id, String initiative, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentOpened(
                id,
                "MPS",
                EqualityAssessmentKind.INITIAL,
                List.of(new EqualitySubject(initiative, null, null)),
                "0".repeat(64),
                null,
                date(reviewBy),
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact tied(String id, String businessCase, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentTied(
                id, new EqualitySubject(null, businessCase, null), null, on(day));
    }

    public static GovernanceFact equalityVersion(String id, int version, int content, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentVersionRecorded(
                id, version, Integer.toString(content).repeat(64), null, on(day));
    }

    /** It is to be reviewed by a day; null: it is not. */
    public static GovernanceFact equalityReviewed(String id, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentFact.EqualityAssessmentReviewed(id, null, date(reviewBy), on(day));
    }
}

package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;

/** What tests record of equality assessments. */
public final class EqualityAssessmentFacts {

    private EqualityAssessmentFacts() {}

    /** An initial assessment of an initiative; no content is known of number 0. */
    public static EqualityAssessmentOpened equality(String id, String initiative, int content, String day) {
        return new EqualityAssessmentOpened(
                id,
                "ACME",
                EqualityAssessmentKind.INITIAL,
                List.of(new EqualitySubject(initiative, null, null)),
                hash(content),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    public static EqualityAssessmentTied tied(String id, String businessCase, String day) {
        return new EqualityAssessmentTied(id, new EqualitySubject(null, businessCase, null), null, on(day));
    }

    public static EqualityAssessmentVersionRecorded equalityVersion(String id, int version, int content, String day) {
        return new EqualityAssessmentVersionRecorded(id, version, hash(content), null, on(day));
    }

    public static EqualityAssessmentReviewed equalityReviewed(String id, @Nullable String reviewBy, String day) {
        return new EqualityAssessmentReviewed(id, null, reviewBy == null ? null : day(reviewBy), on(day));
    }

    public static EqualityAssessmentEnded equalityEnded(String id, String day) {
        return new EqualityAssessmentEnded(id, "Merged", on(day));
    }

    private static @Nullable String hash(int content) {
        return content == 0 ? null : Integer.toString(content).repeat(64);
    }
}

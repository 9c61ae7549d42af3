package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.vocabulary.Holder;

/** One full life of an equality assessment: every fact of the family, and every field of its state. */
final class EqualityAssessmentLife {

    private EqualityAssessmentLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.EQUALITY_ASSESSMENT)
                .then(new EqualityAssessmentFact.EqualityAssessmentOpened(
                        "EIA-1",
                        "MPS",
                        EqualityAssessmentKind.PROGRAMME_LEVEL,
                        List.of(new EqualitySubject("PG-DRM", null, null), new EqualitySubject(null, null, "projects")),
                        null,
                        new Holder("PN-021", "Adviser"),
                        LocalDate.parse("2012-06-13"),
                        attributes(),
                        VAGUE))
                .then(new EqualityAssessmentFact.EqualityAssessmentTied(
                        "EIA-1", new EqualitySubject(null, "BC-1", null), null, on("2011-07-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentVersionRecorded(
                        "EIA-1", 10, "0f".repeat(32), "staff", on("2011-08-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentReviewed(
                        "EIA-1", "PN-021", LocalDate.parse("2013-06-13"), on("2011-09-01")))
                .then(new EqualityAssessmentFact.EqualityAssessmentEnded("EIA-1", "merged", on("2012-01-01")));
    }
}

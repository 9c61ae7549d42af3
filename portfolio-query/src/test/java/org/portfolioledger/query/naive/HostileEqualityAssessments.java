package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about equality assessments. */
final class HostileEqualityAssessments extends HostileFamily {

    HostileEqualityAssessments(HostileFacts all) {
        super(all);
        makers.put(
                EqualityAssessmentOpened.class,
                id -> new EqualityAssessmentOpened(
                        id,
                        register(id),
                        any(EqualityAssessmentKind.values()),
                        List.of(assessed(id)),
                        maybe(hash()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        attributes(),
                        on()));
        makers.put(
                EqualityAssessmentTied.class, id -> new EqualityAssessmentTied(id, assessed(id), maybe("why"), on()));
        makers.put(
                EqualityAssessmentVersionRecorded.class,
                id -> new EqualityAssessmentVersionRecorded(
                        id, 1 + random.nextInt(11), maybe(hash()), maybe("Staff"), on()));
        makers.put(
                EqualityAssessmentReviewed.class,
                id -> new EqualityAssessmentReviewed(id, maybe("P-1"), random.nextBoolean() ? day() : null, on()));
        makers.put(EqualityAssessmentEnded.class, id -> new EqualityAssessmentEnded(id, "merged", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return EqualityAssessmentFact.class;
    }

    @Override
    String kind() {
        return "equality-assessment";
    }

    @Override
    Some some() {
        return new Some("EIA", 2, EqualityAssessmentOpened.class);
    }

    private EqualitySubject assessed(String id) {
        return switch (random.nextInt(3)) {
            case 0 -> new EqualitySubject(near("initiative", id), null, null);
            case 1 -> new EqualitySubject(null, near("business-case", id), null);
            default -> new EqualitySubject(null, null, any("Projects", "Pilots"));
        };
    }
}

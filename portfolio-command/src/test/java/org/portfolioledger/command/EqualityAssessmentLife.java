package org.portfolioledger.command;

import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;

import java.util.Set;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link EqualityAssessmentFact}. */
final class EqualityAssessmentLife implements Life<EqualityAssessmentState> {

    @Override
    public Kind<?, EqualityAssessmentState> kind() {
        return Kinds.EQUALITY_ASSESSMENT;
    }

    @Override
    public String id() {
        return "EIA";
    }

    @Override
    public Given beginning() {
        return BusinessCaseLife.submitted().facts(EqualityAssessmentFacts.equality("EIA", "PG", 8, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 5) {
            case 0, 1 -> EqualityAssessmentFacts.equalityVersion("EIA", 1 + sent.which() % 4, sent.other() % 4, day);
            case 2 -> EqualityAssessmentFacts.tied("EIA", "BC", day);
            case 3 ->
                sent.other() % 3 == 0
                        ? EqualityAssessmentFacts.equalityEnded("EIA", day)
                        : EqualityAssessmentFacts.equalityReviewed(
                                "EIA", sent.other() % 2 == 0 ? "2020-01-03" : null, day);
            default -> EqualityAssessmentFacts.equality("EIA", "PG", sent.which() % 4, day);
        };
    }

    /** Nothing follows the end of an equality assessment. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(
                given,
                "equality-assessment-EIA",
                Kinds.EQUALITY_ASSESSMENT,
                EqualityAssessmentEnded.class::isInstance,
                Set.of(EqualityAssessmentOpened.class));
        staysClosed(given, Kinds.EQUALITY_ASSESSMENT, "EIA", EqualityAssessmentEnded.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("EQUALITY_ASSESSMENT_ENDED_ALREADY");
    }
}

package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionKind;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;

/**
 * A decision that no board on record took.
 *
 * @param subject what it is about
 * @param kind null: not stated
 * @param outcome its progress, and by whom
 * @param initiatives that it concerns; empty: not stated
 * @param portfolio that it concerns; null: not stated
 * @param closure what replaced it; null: nothing
 */
@RecordBuilder
public record OutsideDecisionState(
        @JsonProperty("id") String outsideDecision,
        String register,
        Grounded<String> subject,
        @Nullable Grounded<OutsideDecisionKind> kind,
        Grounded<OutsideDecisionOutcome> outcome,
        Grounded<List<String>> initiatives,
        @Nullable Grounded<String> portfolio,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<Supersession> closure)
        implements OutsideDecisionStateBuilder.With, Closable, Referring {

    /**
     * Its progress was reported.
     *
     * @param wording the source's word for the outcome
     * @param decider who is said to have taken it, or is to take it; null: not stated
     * @param body body that is said to have taken it, or is to take it; null: not stated
     */
    public record OutsideDecisionOutcome(
            OutsideOutcome outcome,
            String wording,
            @Nullable Holder decider,
            @Nullable String body,
            List<Citation> evidence) {}

    /**
     * What took its place.
     *
     * @param by the decision; null: it is not a decision on record
     * @param description of that decision; null: {@code by} names it
     */
    public record Supersession(
            @Nullable String by,
            @Nullable String description,
            @Nullable String reason) {}

    static OutsideDecisionState recorded(OutsideDecisionRecorded recorded, Grounds grounds) {
        return new OutsideDecisionState(
                recorded.outsideDecision(),
                recorded.register(),
                grounds.ground(recorded.subject()),
                grounds.maybe(recorded.kind()),
                grounds.ground(new OutsideDecisionOutcome(
                        recorded.outcome(),
                        recorded.wording(),
                        recorded.decider(),
                        recorded.body(),
                        recorded.evidence())),
                grounds.ground(recorded.initiatives()),
                grounds.maybe(recorded.portfolio()),
                grounds.ground(recorded.attributes()),
                null);
    }

    OutsideDecisionState evolve(OutsideDecisionFact fact, Grounds grounds) {
        return switch (fact) {
            case OutsideDecisionRecorded again -> recorded(again, grounds).withClosure(closure);
            case OutsideDecisionProgressed progressed ->
                withOutcome(grounds.ground(new OutsideDecisionOutcome(
                        progressed.outcome(),
                        progressed.wording(),
                        progressed.decider(),
                        progressed.body(),
                        progressed.evidence())));
            case OutsideDecisionSuperseded superseded ->
                withClosure(grounds.ground(
                        new Supersession(superseded.by(), superseded.description(), superseded.reason())));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (String initiative : initiatives.value())
            references.add(Reference.toFormer(Kinds.INITIATIVE, initiative, initiatives));
        if (portfolio != null) references.add(Reference.toFormer(Kinds.PORTFOLIO, portfolio.value(), portfolio));
        references.addAll(Reference.toCited(outcome.value().evidence(), outcome));
        if (closure != null && closure.value().by() != null)
            references.add(
                    Reference.toFormer(Kinds.OUTSIDE_DECISION, closure.value().by(), closure));
        return references;
    }
}

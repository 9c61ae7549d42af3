package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.ActionFact.ActionDone;
import org.portfolioledger.events.ActionFact.ActionDropped;
import org.portfolioledger.events.ActionFact.ActionHandedOn;
import org.portfolioledger.events.ActionFact.ActionOpened;
import org.portfolioledger.events.ActionFact.ActionProgressed;
import org.portfolioledger.events.ActionFact.ActionRescheduled;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

/**
 * Something that somebody is to do.
 *
 * @param initiative that it concerns; null: none
 * @param owner null: nobody is named
 * @param dueOn last day on which it is to be done; null: not stated
 * @param closure how it ended; null: it has not
 */
@RecordBuilder
public record ActionState(
        @JsonProperty("id") String action,
        String register,
        @Nullable Grounded<String> initiative,
        Grounded<String> subject,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<LocalDate> dueOn,
        Grounded<ActionOrigin> origin,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<String> progress,
        Grounded<ActionStatus> status,
        @Nullable Grounded<ActionEnd> closure)
        implements ActionStateBuilder.With, Alerting, Closable, Referring {

    /**
     * From what it came.
     *
     * @param decision position of a board's decision
     * @param risk or issue to which it responds
     */
    public record ActionOrigin(
            @Nullable Long decision,
            @Nullable RecommendationRef recommendation,
            @Nullable String meeting,
            @Nullable String risk,
            @Nullable String description) {}

    /** Whether it is still to be done. */
    public enum ActionStatus {
        OPEN,
        DONE,
        DROPPED
    }

    /**
     * How it ended.
     *
     * @param reason for which it was dropped
     */
    public record ActionEnd(
            List<Citation> evidence,
            @Nullable String doneBy,
            @Nullable String reason) {}

    static ActionState opened(ActionOpened opened, Grounds grounds) {
        return new ActionState(
                opened.action(),
                opened.register(),
                grounds.maybe(opened.initiative()),
                grounds.ground(opened.subject()),
                grounds.maybe(opened.owner()),
                grounds.maybe(opened.dueOn()),
                grounds.ground(new ActionOrigin(
                        opened.decision(), opened.recommendation(), opened.meeting(), opened.risk(), opened.origin())),
                grounds.ground(opened.attributes()),
                null,
                grounds.ground(ActionStatus.OPEN),
                null);
    }

    ActionState evolve(ActionFact fact, Grounds grounds) {
        return switch (fact) {
            case ActionOpened again -> again(opened(again, grounds));
            case ActionProgressed progressed -> withProgress(grounds.ground(progressed.progress()));
            case ActionHandedOn handed -> withOwner(grounds.ground(handed.owner()));
            case ActionRescheduled rescheduled -> withDueOn(grounds.ground(rescheduled.dueOn()));
            case ActionDone done ->
                ended(ActionStatus.DONE, new ActionEnd(done.evidence(), done.doneBy(), null), grounds);
            case ActionDropped dropped ->
                ended(ActionStatus.DROPPED, new ActionEnd(List.of(), null, dropped.reason()), grounds);
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (initiative != null) references.add(Reference.to(Kinds.INITIATIVE, initiative.value(), initiative));
        RecommendationRef recommendation = origin.value().recommendation();
        if (recommendation != null) references.add(Reference.to(Kinds.REVIEW, recommendation.review(), origin));
        references.addAll(Reference.toMaybe(Kinds.MEETING, origin.value().meeting(), origin));
        references.addAll(Reference.toMaybe(Kinds.RISK, origin.value().risk(), origin));
        if (closure != null) references.addAll(Reference.toCited(closure.value().evidence(), closure));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean overdue = isOpen() && dueOn != null && asOf.isAfter(dueOn.value());
        return overdue ? Set.of(Alert.ACTION_OVERDUE) : Set.of();
    }

    /** Who took it over and when it is due stay where the opening states nothing. */
    private ActionState again(ActionState opened) {
        return opened.withOwner(opened.owner == null ? owner : opened.owner)
                .withDueOn(opened.dueOn == null ? dueOn : opened.dueOn)
                .withProgress(progress)
                .withStatus(closure == null ? opened.status : status)
                .withClosure(closure);
    }

    private ActionState ended(ActionStatus how, ActionEnd end, Grounds grounds) {
        return withStatus(grounds.ground(how)).withClosure(grounds.ground(end));
    }
}

package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.vocabulary.Holder;

/**
 * A request of a body that oversees the organisation.
 *
 * @param board that made it
 * @param number number that the body gave it; null: the source states none
 * @param dueOn last day for the answer; null: not stated
 * @param owner who is to answer; null: not stated
 * @param document that makes it; null: not on record
 * @param initiative that it concerns; null: none
 * @param promise what the body was last promised; null: nothing
 * @param answer null: it was not answered, or not sufficiently
 * @param closure why the body no longer wants an answer; null: it does, or has one
 */
@RecordBuilder
public record ExternalRequestState(
        @JsonProperty("id") String externalRequest,
        String register,
        Grounded<String> board,
        @Nullable Grounded<String> number,
        Grounded<String> text,
        @Nullable Grounded<LocalDate> dueOn,
        @Nullable Grounded<Holder> owner,
        @Nullable Grounded<String> document,
        @Nullable Grounded<String> initiative,
        Grounded<SortedMap<String, String>> attributes,
        Grounded<ExternalRequestStatus> status,
        @Nullable Grounded<RequestPromise> promise,
        @Nullable Grounded<RequestAnswer> answer,
        @Nullable Grounded<String> reopened,
        @Nullable Grounded<String> closure)
        implements ExternalRequestStateBuilder.With, Alerting, Closable, Referring {

    /** The state of the request. */
    public enum ExternalRequestStatus {
        OPEN,
        PROMISED,
        ANSWERED,
        WITHDRAWN;

        /** Whether the body waits for an answer. */
        boolean waits() {
            return this == OPEN || this == PROMISED;
        }
    }

    /**
     * What the body was promised.
     *
     * @param promisedFor last day for it; null: no day is promised
     */
    public record RequestPromise(String promise, @Nullable LocalDate promisedFor) {}

    /**
     * What it was answered.
     *
     * @param document that answers it; null: the source names none
     */
    public record RequestAnswer(
            @Nullable String document, @Nullable String summary) {}

    static ExternalRequestState made(ExternalRequestMade made, Grounds grounds) {
        return new ExternalRequestState(
                made.externalRequest(),
                made.register(),
                grounds.ground(made.board()),
                grounds.maybe(made.number()),
                grounds.ground(made.text()),
                grounds.maybe(made.dueOn()),
                grounds.maybe(made.owner()),
                grounds.maybe(made.document()),
                grounds.maybe(made.initiative()),
                grounds.ground(made.attributes()),
                grounds.ground(ExternalRequestStatus.OPEN),
                null,
                null,
                null,
                null);
    }

    ExternalRequestState evolve(ExternalRequestFact fact, Grounds grounds) {
        return switch (fact) {
            case ExternalRequestMade again -> again(made(again, grounds));
            case ExternalRequestAssigned assigned -> withOwner(grounds.ground(assigned.owner()));
            case ExternalRequestRescheduled rescheduled -> withDueOn(grounds.ground(rescheduled.dueOn()));
            case ExternalRequestPromised promised ->
                withStatus(grounds.ground(ExternalRequestStatus.PROMISED))
                        .withPromise(grounds.ground(new RequestPromise(promised.promise(), promised.promisedFor())));
            case ExternalRequestAnswered answered ->
                withStatus(grounds.ground(ExternalRequestStatus.ANSWERED))
                        .withAnswer(grounds.ground(new RequestAnswer(answered.document(), answered.summary())));
            case ExternalRequestReopened again ->
                withStatus(grounds.ground(ExternalRequestStatus.OPEN))
                        .withDueOn(again.dueOn() == null ? dueOn : grounds.ground(again.dueOn()))
                        .withPromise(null)
                        .withAnswer(null)
                        .withReopened(grounds.ground(again.reason()));
            case ExternalRequestWithdrawn withdrawn ->
                withStatus(grounds.ground(ExternalRequestStatus.WITHDRAWN))
                        .withClosure(grounds.ground(withdrawn.reason()));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.BOARD, board.value(), board));
        if (document != null) references.add(Reference.toFormer(Kinds.DOCUMENT, document.value(), document));
        if (initiative != null) references.add(Reference.toFormer(Kinds.INITIATIVE, initiative.value(), initiative));
        if (answer != null && answer.value().document() != null)
            references.add(Reference.toFormer(Kinds.DOCUMENT, answer.value().document(), answer));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!status.value().waits()) return alerts;
        LocalDate promisedFor = promise == null ? null : promise.value().promisedFor();
        if (dueOn != null && asOf.isAfter(dueOn.value())) alerts.add(Alert.REQUEST_OVERDUE);
        if (promisedFor != null && asOf.isAfter(promisedFor)) alerts.add(Alert.REQUEST_PROMISE_MISSED);
        if (promisedFor != null && dueOn != null && promisedFor.isAfter(dueOn.value()))
            alerts.add(Alert.REQUEST_PROMISED_LATE);
        return alerts;
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private ExternalRequestState again(ExternalRequestState made) {
        boolean untouched = status.value() == ExternalRequestStatus.OPEN && reopened == null;
        return made.withDueOn(made.dueOn == null ? dueOn : made.dueOn)
                .withOwner(made.owner == null ? owner : made.owner)
                .withStatus(untouched ? made.status : status)
                .withPromise(promise)
                .withAnswer(answer)
                .withReopened(reopened)
                .withClosure(closure);
    }
}

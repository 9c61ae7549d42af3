package org.portfolioledger.command.external;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.external.ExternalRequestCommand.AnswerExternalRequest;
import org.portfolioledger.command.external.ExternalRequestCommand.AssignExternalRequest;
import org.portfolioledger.command.external.ExternalRequestCommand.MakeExternalRequest;
import org.portfolioledger.command.external.ExternalRequestCommand.PromiseAnswer;
import org.portfolioledger.command.external.ExternalRequestCommand.ReopenExternalRequest;
import org.portfolioledger.command.external.ExternalRequestCommand.RescheduleExternalRequest;
import org.portfolioledger.command.external.ExternalRequestCommand.WithdrawExternalRequest;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAssigned;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestMade;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestPromised;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestRescheduled;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.state.ExternalRequestState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of requests of overseeing bodies. */
final class ExternalRequest extends Family<ExternalRequestCommand, ExternalRequestFact, ExternalRequestState> {

    ExternalRequest() {
        super(
                Kinds.EXTERNAL_REQUEST,
                ExternalRequestCommand.class,
                ExternalRequestCommand.ROUTES,
                ExternalRequestRule.values());
    }

    @Override
    protected Decision<ExternalRequestFact> decide(
            ExternalRequestCommand command, History<RecordedFact, ExternalRequestState> history, Evidence evidence) {
        return switch (command) {
            case MakeExternalRequest make -> make(make, evidence);
            case AssignExternalRequest assign ->
                Decision.stating(
                        ExternalRequestAssigned.class,
                        assign,
                        new Findings().requireHolder(assign.owner(), "/owner", evidence));
            case RescheduleExternalRequest reschedule -> {
                Findings findings = new Findings();
                requireLater(reschedule.dueOn(), reschedule.provenance().effectiveOn(), findings);
                yield Decision.stating(ExternalRequestRescheduled.class, reschedule, findings);
            }
            case PromiseAnswer promise ->
                Decision.stating(
                        ExternalRequestPromised.class,
                        promise,
                        new Findings()
                                .require(
                                        promise.promisedFor() != null,
                                        Finding.of(ExternalRequestRule.PROMISE_WITHOUT_DATE, "No day is promised")
                                                .at("/promisedFor")));
            case AnswerExternalRequest answer ->
                Decision.stating(
                        ExternalRequestAnswered.class,
                        answer,
                        new Findings()
                                .require(
                                        answer.document() != null,
                                        Finding.of(
                                                        ExternalRequestRule.ANSWERED_WITHOUT_DOCUMENT,
                                                        "The answer names no document")
                                                .at("/document"))
                                .requireKnown(Kinds.DOCUMENT, answer.document(), "/document", evidence));
            case ReopenExternalRequest reopen -> {
                Findings findings = new Findings();
                requireLater(reopen.dueOn(), reopen.provenance().effectiveOn(), findings);
                yield Decision.stating(ExternalRequestReopened.class, reopen, findings);
            }
            case WithdrawExternalRequest withdraw ->
                Decision.stating(ExternalRequestWithdrawn.class, withdraw, new Findings());
        };
    }

    private static Decision<ExternalRequestFact> make(MakeExternalRequest make, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        make.number() != null,
                        Finding.of(ExternalRequestRule.REQUEST_WITHOUT_NUMBER, "The request states no number")
                                .at("/number"))
                .requireKnown(Kinds.BOARD, make.board(), "/board", evidence)
                .requireKnown(Kinds.DOCUMENT, make.document(), "/document", evidence)
                .requireKnown(Kinds.INITIATIVE, make.initiative(), "/initiative", evidence)
                .requireHolder(make.owner(), "/owner", evidence);
        requireLater(make.dueOn(), make.provenance().effectiveOn(), findings);
        return Decision.stating(ExternalRequestMade.class, make, findings);
    }

    private static void requireLater(@Nullable LocalDate dueOn, LocalDate asked, Findings findings) {
        findings.require(
                dueOn == null || !dueOn.isBefore(asked),
                Finding.of(
                                ExternalRequestRule.IMPOSSIBLE_DUE_DATE,
                                "It would be due on %s, and is requested on %s".formatted(dueOn, asked))
                        .at("/dueOn"));
    }

    @Override
    protected List<Finding> invariants(ExternalRequestState state) {
        return EntryChecks.closedAfterItBegan(
                state, state.text(), ExternalRequestRule.REQUEST_WITHDRAWN_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                ExternalRequestWithdrawn.class::isInstance,
                fact -> !(fact instanceof ExternalRequestMade),
                ExternalRequestRule.REQUEST_WITHDRAWN_ALREADY,
                "withdrawn"));
        findings.addAll(answers(entries));
        return findings;
    }

    /** That an answer is the last word until the request is reopened, and that only what is answered is reopened. */
    private static List<Finding> answers(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> answer = null;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            switch (Kinds.EXTERNAL_REQUEST.fact(entry)) {
                case ExternalRequestAnswered _ -> {
                    if (answer != null) findings.add(answered(entry, answer));
                    answer = entry;
                }
                case ExternalRequestPromised _, ExternalRequestRescheduled _, ExternalRequestAssigned _ -> {
                    if (answer != null) findings.add(answered(entry, answer));
                }
                case ExternalRequestReopened _ -> {
                    if (answer == null)
                        findings.add(Finding.contradiction(
                                        ExternalRequestRule.REQUEST_NOT_ANSWERED,
                                        "It is waiting for its answer on " + entry.effectiveOn(),
                                        entry,
                                        List.of())
                                .at("/effectiveOn"));
                    answer = null;
                }
                case ExternalRequestMade _, ExternalRequestWithdrawn _ -> {}
            }
        }
        return findings;
    }

    private static Finding answered(EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> answer) {
        return Finding.contradiction(
                        ExternalRequestRule.REQUEST_ANSWERED_ALREADY,
                        "It is answered from %s, and this takes effect on %s"
                                .formatted(answer.effectiveOn(), entry.effectiveOn()),
                        entry,
                        List.of(answer))
                .at("/effectiveOn");
    }
}

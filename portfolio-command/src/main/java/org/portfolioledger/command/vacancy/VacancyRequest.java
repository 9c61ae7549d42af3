package org.portfolioledger.command.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.BoardSuccession;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.ProposedDecision;
import org.portfolioledger.command.powers.Stakes;
import org.portfolioledger.command.vacancy.VacancyRequestCommand.CheckVacancy;
import org.portfolioledger.command.vacancy.VacancyRequestCommand.CloseVacancyRequest;
import org.portfolioledger.command.vacancy.VacancyRequestCommand.DecideOnVacancy;
import org.portfolioledger.command.vacancy.VacancyRequestCommand.RequestExtension;
import org.portfolioledger.command.vacancy.VacancyRequestCommand.RequestVacancy;
import org.portfolioledger.events.VacancyRequestFact;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.VacancyRequestState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;

/** The rules of requests to fill a post. How one request follows another is in {@link AskByAsk}. */
final class VacancyRequest extends Family<VacancyRequestCommand, VacancyRequestFact, VacancyRequestState> {

    /** What a board decides on, as its remit names it. */
    private static final String MATTER = "VACANCY";

    VacancyRequest() {
        super(
                Kinds.VACANCY_REQUEST,
                VacancyRequestCommand.class,
                VacancyRequestCommand.ROUTES,
                VacancyRequestRule.values());
    }

    @Override
    protected Decision<VacancyRequestFact> decide(
            VacancyRequestCommand command, History<RecordedFact, VacancyRequestState> history, Evidence evidence) {
        return switch (command) {
            case RequestVacancy request -> request(request, evidence);
            case CheckVacancy check ->
                Decision.stating(
                        VacancyChecked.class,
                        check,
                        new Findings().requirePerson(check.checkedBy(), "/checkedBy", evidence));
            case RequestExtension request -> {
                Findings findings = new Findings();
                requireRequester(request.requestedBy(), evidence, findings);
                requirePossible(request.until(), request.provenance().effectiveOn(), findings);
                yield Decision.stating(VacancyExtensionRequested.class, request, findings);
            }
            case DecideOnVacancy decide -> decide(decide, history, evidence);
            case CloseVacancyRequest close -> Decision.stating(VacancyRequestClosed.class, close, new Findings());
        };
    }

    /** The side that asks; a board decides, and others check. */
    @Override
    protected List<String> initiatives(VacancyRequestFact fact, VacancyRequestState state) {
        return switch (fact) {
            case VacancyRequested _, VacancyExtensionRequested _, VacancyRequestClosed _ ->
                Stream.ofNullable(state.initiative()).map(Grounded::value).toList();
            case VacancyChecked _, VacancyDecided _ -> List.of();
        };
    }

    private static Decision<VacancyRequestFact> request(RequestVacancy request, Evidence evidence) {
        LocalDate asked = request.provenance().effectiveOn();
        boolean temporary = request.tenure() == VacancyTenure.TEMPORARY;
        Findings findings = new Findings()
                .require(
                        request.funding() != null,
                        Finding.of(VacancyRequestRule.VACANCY_WITHOUT_FUNDING, "The request names no funding")
                                .at("/funding"))
                .require(
                        !temporary || request.until() != null,
                        Finding.of(
                                        VacancyRequestRule.TEMPORARY_WITHOUT_PERIOD,
                                        "The temporary post is requested without an end")
                                .at("/until"))
                .require(
                        temporary || request.until() == null,
                        Finding.of(
                                        VacancyRequestRule.PERIOD_OF_PERMANENT_POST,
                                        "The permanent post is requested until " + request.until())
                                .at("/until"))
                .requireKnown(Kinds.BOARD, request.board(), "/board", evidence);
        requireRequester(request.requestedBy(), evidence, findings);
        requirePossible(request.until(), asked, findings);
        if (request.initiative() != null)
            findings.requireOpenInitiative(request.initiative(), asked, "/initiative", evidence);
        return Decision.stating(VacancyRequested.class, request, findings);
    }

    private static void requireRequester(@Nullable Holder requestedBy, Evidence evidence, Findings findings) {
        findings.require(
                        requestedBy != null,
                        Finding.of(
                                        VacancyRequestRule.VACANCY_WITHOUT_REQUESTER,
                                        "The request does not name who makes it")
                                .at("/requestedBy"))
                .requireHolder(requestedBy, "/requestedBy", evidence);
    }

    private static void requirePossible(@Nullable LocalDate until, LocalDate stated, Findings findings) {
        findings.require(
                until == null || !until.isBefore(stated),
                Finding.of(
                                VacancyRequestRule.IMPOSSIBLE_PERIOD,
                                "It would end on %s, before %s".formatted(until, stated))
                        .at("/until"));
    }

    private static Decision<VacancyRequestFact> decide(
            DecideOnVacancy decide, History<RecordedFact, VacancyRequestState> history, Evidence evidence) {
        LocalDate on = decide.provenance().effectiveOn();
        VacancyRequestState asked = history.timeline().on(on).orElse(null);
        boolean refused = decide.outcome() == VacancyOutcome.REFUSED;
        Findings findings = new Findings()
                .require(
                        !refused || decide.reason() != null,
                        Finding.of(VacancyRequestRule.REFUSAL_WITHOUT_REASON, "The refusal states no reason")
                                .at("/reason"))
                .require(
                        !refused || decide.until() == null,
                        Finding.of(
                                        VacancyRequestRule.PERIOD_OF_REFUSAL,
                                        "It is refused, but names the last day " + decide.until())
                                .at("/until"));
        requirePossible(decide.until(), on, findings);
        if (asked != null) requireAsked(decide, asked, evidence, findings);
        ProposedDecision said = proposed(decide, asked);
        Powers.judge(said, evidence, findings);
        Stakes.requireNotOnOwnInitiative(said, evidence, findings);
        return Decision.stating(VacancyDecided.class, decide, findings);
    }

    private static void requireAsked(
            DecideOnVacancy decide, VacancyRequestState asked, Evidence evidence, Findings findings) {
        if (decide.board() == null) return;
        String board = findings.rest(asked.board());
        LocalDate on = decide.provenance().effectiveOn();
        findings.require(
                BoardSuccession.leads(board, decide.board(), on, evidence, findings),
                Finding.of(
                                VacancyRequestRule.BOARD_NOT_ASKED,
                                "Board %s would decide, but board %s was asked".formatted(decide.board(), board))
                        .against(asked.board())
                        .at("/board"));
    }

    private static ProposedDecision proposed(DecideOnVacancy decide, @Nullable VacancyRequestState asked) {
        return new ProposedDecision(
                decide.board(),
                MATTER,
                null,
                decide.outcome() == VacancyOutcome.AUTHORISED ? BoardOutcome.APPROVED : BoardOutcome.REJECTED,
                decide.manner(),
                decide.meeting(),
                decide.item(),
                decide.delegation(),
                List.of(),
                decide.attendance(),
                decide.decidedBy(),
                List.of(),
                null,
                asked == null || asked.initiative() == null
                        ? null
                        : asked.initiative().value(),
                decide.ultraVires(),
                decide.provenance().effectiveOn());
    }

    @Override
    protected List<Finding> correcting(
            VacancyRequestFact corrected, History<RecordedFact, VacancyRequestState> history, Evidence evidence) {
        return corrected instanceof VacancyDecided ? AskByAsk.correcting(history.entries(), evidence) : List.of();
    }

    @Override
    protected List<Finding> invariants(VacancyRequestState state) {
        return EntryChecks.closedAfterItBegan(
                state, state.post(), VacancyRequestRule.VACANCY_REQUEST_CLOSED_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(AskByAsk.findings(entries));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                VacancyRequestClosed.class::isInstance,
                fact -> !(fact instanceof VacancyRequested),
                VacancyRequestRule.VACANCY_REQUEST_CLOSED_ALREADY,
                "closed"));
        return findings;
    }
}

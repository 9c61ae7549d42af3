package org.portfolioledger.command.external;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.ExternalRequestFacts.externalRequest;
import static org.portfolioledger.command.ExternalRequestFacts.requestAnswered;
import static org.portfolioledger.command.ExternalRequestFacts.requestAssigned;
import static org.portfolioledger.command.ExternalRequestFacts.requestDue;
import static org.portfolioledger.command.ExternalRequestFacts.requestPromised;
import static org.portfolioledger.command.ExternalRequestFacts.requestReopened;
import static org.portfolioledger.command.ExternalRequestFacts.requestWithdrawn;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;

class ExternalRequestTest {

    private static final String BEGIN = "2020-02-01";

    private final Given given = Given.persons("p-a")
            .facts(board("BD", "2020-01-01"), initiative("PG", "2020-01-01"), document("DOC", 1, "2020-01-01"));

    @Test
    void a_request_is_put_on_record_once() {
        var made = externalRequest("REQ", "BD", null, BEGIN);
        given.when(made).records(made).reads("board-BD");
        given.facts(made).when(made).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void it_names_the_body_its_number_and_what_is_on_record() {
        var made = externalRequest("REQ", "BD", null, BEGIN);
        given.when(with(made, "number", null))
                .refuses(ExternalRequestRule.REQUEST_WITHOUT_NUMBER)
                .at("/number");
        given.whenMigrating(with(made, "number", null)).unmet(ExternalRequestRule.REQUEST_WITHOUT_NUMBER);
        given.when(externalRequest("REQ", "BD-9", null, BEGIN))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/board");
        given.when(with(with(made, "document", "DOC"), "initiative", "PG")).isRecorded();
        given.when(with(made, "document", "DOC-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/document");
        given.when(with(made, "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
    }

    @Test
    void its_answer_is_due_no_earlier_than_it_is_asked_for() {
        given.when(externalRequest("REQ", "BD", BEGIN, BEGIN)).isRecorded();
        given.whenMigrating(externalRequest("REQ", "BD", "2020-01-31", BEGIN))
                .refuses(ExternalRequestRule.IMPOSSIBLE_DUE_DATE)
                .at("/dueOn");
        given.facts(externalRequest("REQ", "BD", null, BEGIN));
        given.when(requestDue("REQ", "2040-03-01", "2040-03-01")).isRecorded();
        given.when(requestDue("REQ", "2020-02-29", "2020-03-01")).refuses(ExternalRequestRule.IMPOSSIBLE_DUE_DATE);
    }

    @Test
    void a_promise_states_a_day() {
        given.facts(externalRequest("REQ", "BD", null, BEGIN));
        given.when(requestPromised("REQ", "2020-06-30", "2020-03-01")).isRecorded();
        given.when(requestPromised("REQ", null, "2020-03-01"))
                .refuses(ExternalRequestRule.PROMISE_WITHOUT_DATE)
                .at("/promisedFor");
        given.whenMigrating(requestPromised("REQ", null, "2020-03-01")).unmet(ExternalRequestRule.PROMISE_WITHOUT_DATE);
    }

    @Test
    void it_is_answered_by_a_document_on_record() {
        given.facts(externalRequest("REQ", "BD", null, BEGIN));
        given.when(requestAnswered("REQ", "DOC", "2020-03-01")).isRecorded();
        given.when(requestAnswered("REQ", null, "2020-03-01"))
                .refuses(ExternalRequestRule.ANSWERED_WITHOUT_DOCUMENT)
                .at("/document");
        given.whenMigrating(requestAnswered("REQ", null, "2020-03-01"))
                .unmet(ExternalRequestRule.ANSWERED_WITHOUT_DOCUMENT);
        given.when(requestAnswered("REQ", "DOC-9", "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/document");
        given.when(requestAssigned("REQ", "p-nobody", "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/owner/person");
    }

    @Test
    void an_answer_is_the_last_word_until_the_request_is_reopened() {
        given.facts(externalRequest("REQ", "BD", null, BEGIN), requestAnswered("REQ", "DOC", "2020-06-01"));
        given.when(requestPromised("REQ", "2020-07-01", "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-02", "2040-01-01")) {
            given.when(requestAnswered("REQ", "DOC", day))
                    .refuses(ExternalRequestRule.REQUEST_ANSWERED_ALREADY)
                    .against(5L);
            given.when(requestPromised("REQ", "2041-01-01", day)).refuses(ExternalRequestRule.REQUEST_ANSWERED_ALREADY);
            given.when(requestDue("REQ", "2041-01-01", day)).refuses(ExternalRequestRule.REQUEST_ANSWERED_ALREADY);
            given.when(requestAssigned("REQ", "p-a", day)).refuses(ExternalRequestRule.REQUEST_ANSWERED_ALREADY);
        }
        given.when(requestAnswered("REQ", "DOC", "2020-05-31"))
                .refuses(ExternalRequestRule.REQUEST_ANSWERED_ALREADY)
                .against(5L);
        given.facts(requestReopened("REQ", "2020-09-30", "2020-07-01"));
        given.when(requestAnswered("REQ", "DOC", "2020-07-01")).isRecorded();
    }

    @Test
    void only_what_is_answered_is_reopened() {
        given.facts(externalRequest("REQ", "BD", null, BEGIN));
        given.when(requestReopened("REQ", null, "2020-03-01")).refuses(ExternalRequestRule.REQUEST_NOT_ANSWERED);
        given.facts(requestAnswered("REQ", "DOC", "2020-03-01"));
        given.when(requestReopened("REQ", null, "2020-03-01")).isRecorded();
        given.when(requestReopened("REQ", null, "2020-02-29")).refuses(ExternalRequestRule.REQUEST_NOT_ANSWERED);
        given.when(requestReopened("REQ", "2020-03-31", "2020-04-01")).refuses(ExternalRequestRule.IMPOSSIBLE_DUE_DATE);
    }

    @Test
    void nothing_comes_after_it_is_withdrawn() {
        given.facts(externalRequest("REQ", "BD", null, BEGIN), requestWithdrawn("REQ", "2020-06-01"));
        given.when(requestAnswered("REQ", "DOC", "2020-05-31")).isRecorded();
        for (String day : List.of("2020-06-01", "2040-01-01"))
            given.when(requestAnswered("REQ", "DOC", day))
                    .refuses(ExternalRequestRule.REQUEST_WITHDRAWN_ALREADY)
                    .against(5L);
        given.when(requestWithdrawn("REQ", "2020-07-01")).refuses(ExternalRequestRule.REQUEST_WITHDRAWN_ALREADY);
        given.facts(externalRequest("REQ-2", "BD", null, BEGIN));
        given.when(requestWithdrawn("REQ-2", BEGIN)).isRecorded();
        given.when(requestWithdrawn("REQ-2", "2020-01-31"))
                .refuses(ExternalRequestRule.REQUEST_WITHDRAWN_BEFORE_IT_BEGAN);
    }
}

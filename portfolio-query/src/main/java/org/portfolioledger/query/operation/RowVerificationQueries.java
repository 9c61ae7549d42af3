package org.portfolioledger.query.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.NamesOnRecord;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.operation.RowVerifications.Scope;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the rows from which reads are answered are what the facts make; a long question, answered in the background. */
@RestController
@RequestMapping("/api/v1/audit/row-verifications")
class RowVerificationQueries {

    private static final List<String> KINDS = Kinds.ALL.stream().map(Kind::name).toList();

    private static final String REGISTER = Kinds.REGISTER.name();

    private final RowVerifications verifications;
    private final Names names;

    RowVerificationQueries(RowVerifications verifications, Names names) {
        this.verifications = verifications;
        this.names = names;
    }

    /**
     * What is to be verified.
     *
     * @param kind of entity; left out: every kind
     * @param id of one entity; left out: every entity
     * @param register left out: every register
     */
    record VerificationRequest(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String register) {}

    /** A list. */
    record VerificationPage(List<RowVerification> items) {}

    @PostMapping
    @ApiResponse(responseCode = "202", description = "Started; its progress and result are at Location")
    @Operation(
            summary =
                    "Start to compare stored rows with the rows that the facts make, over all days and positions, in every column",
            description = "One runs at a time. The result shows the first 100 differences.")
    ResponseEntity<RowVerification> begin(@RequestBody VerificationRequest body) {
        if (body.kind() != null && !KINDS.contains(body.kind()))
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The kind is unknown",
                    List.of(Problem.At.body("/kind", "must be one of " + String.join(", ", KINDS))));
        RowVerification begun = verifications
                .begin(Actor.present().person(), scope(body))
                .orElseThrow(() -> Problem.of(HttpProblem.BUSY, "Another verification is running"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/audit/row-verifications/" + begun.number()))
                .body(begun);
    }

    /** What is to be verified, in the spelling in which it is on record. */
    private Scope scope(VerificationRequest body) {
        List<Problem.At> unknown = new ArrayList<>();
        String id = spelled(kinds(body), body.id(), "/id", unknown);
        String register = spelled(Stream.of(REGISTER), body.register(), "/register", unknown);
        if (!unknown.isEmpty()) throw NamesOnRecord.unknown(unknown);
        return new Scope(body.kind(), id, register);
    }

    private @Nullable String spelled(
            Stream<String> kinds, @Nullable String name, String pointer, List<Problem.At> unknown) {
        if (name == null) return null;
        Optional<String> spelled = kinds.flatMap(kind -> names.spelling(kind, name, Sight.EVERYTHING).stream())
                .findFirst();
        if (spelled.isEmpty()) unknown.add(Problem.At.body(pointer, "is nowhere on record"));
        return spelled.orElse(null);
    }

    private static Stream<String> kinds(VerificationRequest body) {
        return body.kind() == null ? KINDS.stream() : Stream.of(body.kind());
    }

    @GetMapping
    @Operation(summary = "List the last verifications of this process, the latest first")
    @ReadParameters(Form.DIRECTORY)
    VerificationPage all(ReadRequest request) {
        request.requireUnconfined();
        return new VerificationPage(verifications.all().stream()
                .map(one -> one.seenBy(request.sight()))
                .toList());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Get one verification: its progress, and what it has found")
    @ReadParameters(Form.DIRECTORY)
    RowVerification one(@PathVariable String number, ReadRequest request) {
        request.requireUnconfined();
        return find(number).seenBy(request.sight());
    }

    @PostMapping("/{number}/cancellations")
    @Operation(
            summary = "Cancel a verification that is running",
            description = "What it has found remains. One that has ended stays as it is.")
    RowVerification cancel(@PathVariable String number) {
        RowVerification found = find(number);
        verifications.cancel(found.number());
        return find(number);
    }

    private RowVerification find(String number) {
        if (!number.matches("[0-9]{1,9}")) throw unknown(number);
        return verifications.find(Integer.parseInt(number)).orElseThrow(() -> unknown(number));
    }

    private static Problem unknown(String number) {
        return Problem.of(HttpProblem.NOT_FOUND, "This process remembers no verification " + number);
    }
}

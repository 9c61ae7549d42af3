package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP. */
@RestController
class ImportEndpoint {

    static final String LINE = """
            {"key": "renaming-1", "post": "/api/v1/initiatives/PG-HOMES/renames", "body": {"name": "Affordable homes"}}
            """;
    static final String PATH = Catalogue.BASE + "/imports";

    private final Imports imports;

    ImportEndpoint(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = PATH,
            consumes = {"application/x-ndjson", "application/jsonl"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import a batch of commands",
            description =
                    "NDJSON, one command on each line: {\"key\": …, \"post\": path, \"body\": {…}}, in the order of the"
                            + " file, by one writer. A line whose key is already in the ledger gets its first answer. The report names"
                            + " the refused lines, at most 1,000. An import that stops, or whose lines are all refused, is"
                            + " answered 409 with the report as a member. dryRun=true decides every line, at most 50,000, keeps"
                            + " nothing and locks nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-ndjson",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(LINE))))
    ResponseEntity<Imports.Report> take(
            HttpServletRequest request,
            @Parameter(description = "Whether to decide every line and keep nothing: true or false")
                    @RequestParam(defaultValue = "false")
                    String dryRun,
            @Parameter(
                            description = "What happens to the lines after a refused one: they are not recorded (stop),"
                                    + " or they are recorded without it (skip)")
                    @RequestParam(defaultValue = "stop")
                    String onError)
            throws IOException {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of("dryRun", "onError"));
        boolean dry = Parameters.oneOf("dryRun", dryRun, Map.of("false", false, "true", true));
        Imports.OnError then = Parameters.oneOf(
                "onError", onError, Map.of("stop", Imports.OnError.STOP, "skip", Imports.OnError.SKIP));
        Imports.Report report = imports.take(request.getInputStream(), Actor.present(), dry, then, _ -> {});
        if (report.failed()) throw refused(report);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (report.position() != null) answer.header("Sync-Token", Long.toString(report.position()));
        return answer.body(report);
    }

    static Problem refused(Imports.Report report) {
        return Problem.of(
                        CommandProblem.IMPORT_REFUSED,
                        "%s of %s lines are refused; the first is line %s"
                                .formatted(
                                        report.refused(),
                                        report.lines(),
                                        report.refusals().getFirst().line()))
                .with(new Imports.ImportReported(report));
    }
}

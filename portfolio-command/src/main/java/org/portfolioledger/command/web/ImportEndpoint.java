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
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    private static final long MOST_ON_A_PAGE = 1_000;

    private final Imports imports;
    private final ImportLog log;
    private final ImportAnswers answers;

    ImportEndpoint(Imports imports, ImportLog log) {
        this.imports = imports;
        this.log = log;
        this.answers = new ImportAnswers(log);
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
                            + " the first 100 refused lines; all are listed at /api/v1/imports/{id}/refusals. An import that"
                            + " stops, or whose lines are all refused, is answered 409 with the report as a member. dryRun=true"
                            + " decides every line, keeps nothing and locks nothing.",
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
                    String onError,
            @Parameter(description = ImportAnswers.ID) @RequestParam(required = false) @Nullable String id)
            throws IOException {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of("dryRun", "onError", "id"));
        boolean dry = Parameters.oneOf("dryRun", dryRun, Map.of("false", false, "true", true));
        Imports.OnError then = Parameters.oneOf(
                "onError", onError, Map.of("stop", Imports.OnError.STOP, "skip", Imports.OnError.SKIP));
        Actor actor = Actor.present();
        return answers.answer(id, actor, dry, watch -> imports.take(request.getInputStream(), actor, dry, then, watch));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(
            summary = "How far an import is",
            description =
                    "For the person who sent it, on every node, for 30 days. The id is that of its parameter id, or of the"
                            + " Location of its answer. BROKEN_OFF: its node has been silent for 10 seconds, as when it was killed."
                            + " Send the file again then: what is recorded is not recorded twice.")
    ImportLog.ImportProgress progress(HttpServletRequest request, @PathVariable String id) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of());
        return log.of(known(id), Actor.present().person()).orElseThrow(() -> unknown(id));
    }

    @GetMapping(PATH + "/{id}/refusals")
    @Operation(
            summary = "List the refused lines of an import, in the order of the file",
            description =
                    "Each with its line, the columns, the rule, and of a row of a spreadsheet the body that would be"
                            + " recorded. The list grows while the import runs.")
    ImportLog.ImportRefusals refusals(
            HttpServletRequest request,
            @PathVariable String id,
            @Parameter(
                            description = "How many lines a page has at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    String limit,
            @Parameter(description = "The next of the page before it") @RequestParam(defaultValue = "0")
                    String cursor) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of("limit", "cursor"));
        return log.refusals(
                        known(id),
                        Actor.present().person(),
                        Parameters.number("cursor", cursor, 0, Long.MAX_VALUE),
                        (int) Parameters.number("limit", limit, 1, MOST_ON_A_PAGE))
                .orElseThrow(() -> unknown(id));
    }

    private static String known(String id) {
        if (!CommandReader.isId(id)) throw unknown(id);
        return id;
    }

    private static Problem unknown(String id) {
        return Problem.of(HttpProblem.NOT_FOUND, "No import %s of yours is known".formatted(id));
    }
}

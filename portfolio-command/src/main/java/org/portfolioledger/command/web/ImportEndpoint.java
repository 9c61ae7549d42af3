package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP. */
@RestController
class ImportEndpoint {

    private static final String LINE = """
            {"key": "renaming-1", "post": "/api/v1/initiatives/PG-HOMES/renames", "body": {"name": "Affordable homes"}}
            """;
    private static final long LARGEST_FILE = 64L << 20;

    private final Imports imports;
    private final DryRun dryRun;
    private final Semaphore rehearsing = new Semaphore(1);

    ImportEndpoint(Imports imports, DryRun dryRun) {
        this.imports = imports;
        this.dryRun = dryRun;
    }

    @PostMapping(
            path = Catalogue.BASE + "/imports",
            consumes = {"application/x-ndjson", "application/jsonl"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Take a batch of commands",
            description = "NDJSON, one command a line: {\"key\": …, \"post\": path, \"body\": {…}}, in the order of the"
                    + " file, by one writer. Lines whose key is in the ledger are answered from there. dryRun=true decides"
                    + " every line and keeps nothing; other writers wait meanwhile.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-ndjson",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(LINE))))
    Imports.Report take(
            HttpServletRequest request,
            @Parameter(description = "Whether every line is decided and nothing kept")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun)
            throws IOException {
        if (request.getContentLengthLong() > LARGEST_FILE)
            throw Problem.of(HttpProblem.TOO_LARGE, "An import has at most " + LARGEST_FILE + " bytes");
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of("dryRun"));
        Actor actor = Actor.present();
        try (InputStream file = new SizeLimitedInputStream(request.getInputStream(), LARGEST_FILE)) {
            return dryRun ? rehearsed(file.readAllBytes(), actor) : imports.take(file, actor, false, _ -> {});
        }
    }

    /** Only of a file that is here as a whole: a slow sender must not hold up whoever writes. */
    private Imports.Report rehearsed(byte[] file, Actor actor) throws IOException {
        if (!rehearsing.tryAcquire()) throw Problem.of(HttpProblem.BUSY, "Another dry run is under way");
        try {
            return dryRun.of(
                    commands -> new Imports(commands).take(new ByteArrayInputStream(file), actor, true, _ -> {}));
        } finally {
            rehearsing.release();
        }
    }
}

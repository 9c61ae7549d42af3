package org.portfolioledger.command.web;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers imports with their reports; their progress is kept under the id that their sender gives them. */
final class ImportAnswers {

    /** What the API page says of the id. */
    static final String ID =
            "Under which GET /api/v1/imports/{id} shows the progress, and …/refusals the refused lines; without it, a new one";

    private final ImportLog log;

    ImportAnswers(ImportLog log) {
        this.log = log;
    }

    /**
     * Takes an import and answers with its report.
     *
     * @param stated id; null: a new one
     * @throws Problem IMPORT_REFUSED if it stopped, or kept nothing
     */
    ResponseEntity<Imports.Report> answer(@Nullable String stated, Actor actor, boolean dry, ImportLog.Import work)
            throws IOException {
        if (stated != null && (!CommandReader.isId(stated) || stated.equals("templates")))
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The parameter id cannot be read",
                    List.of(Problem.At.parameter("id", CommandReader.NO_ID + " or templates")));
        String id = stated == null
                ? Generators.timeBasedEpochRandomGenerator().generate().toString()
                : stated;
        String location = ImportEndpoint.PATH + "/" + id;
        Imports.Report report = log.follow(id, actor.person(), dry, work);
        if (report.failed()) throw refused(report).header(HttpHeaders.LOCATION, location);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.LOCATION, location);
        if (report.position() != null) answer.header("Sync-Token", Long.toString(report.position()));
        return answer.body(report);
    }

    private static Problem refused(Imports.Report report) {
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

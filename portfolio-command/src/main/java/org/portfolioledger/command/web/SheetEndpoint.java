package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.sheet.SheetFile;
import org.portfolioledger.command.sheet.SheetOptions;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;

/** Imports of spreadsheets over HTTP, and the templates of their mappings. */
@RestController
class SheetEndpoint {

    static final String CSV_PATH = ImportEndpoint.PATH + "/csv";
    static final String XLSX_PATH = ImportEndpoint.PATH + "/xlsx";
    static final String CSV_TYPE = "text/csv";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = """
            Reported on,project,rating,Commentary
            31/05/2026,Affordable homes,A,Ground works are three weeks late
            """;

    private static final Set<String> PARAMETERS =
            Set.of("mapping", "snapshot", "knownAt", "edition", "dryRun", "onError", "id");
    private static final String DESCRIPTION =
            "Each row becomes commands by the mapping, which are recorded together or not at all. Their keys are made of"
                    + " the mapping, the day of the rows and what each is about: a file that is sent again records nothing"
                    + " twice. The file is first read to its end, and a broken one is refused whole. The report names"
                    + " the first 100 refused rows with line, columns, rule, and what would be recorded; all are listed at"
                    + " /api/v1/imports/{id}/refusals. An import that stops, or keeps nothing, is answered 409.";

    private final Sheets sheets;
    private final ImportAnswers answers;
    private final SheetTemplates templates;

    SheetEndpoint(Sheets sheets, ImportLog log, SheetTemplates templates) {
        this.sheets = sheets;
        this.answers = new ImportAnswers(log);
        this.templates = templates;
    }

    /** The templates. */
    record Templates(List<SheetTemplates.SheetTemplate> items) {}

    @PostMapping(path = CSV_PATH, consumes = CSV_TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import the rows of a CSV file by a mapping",
            description = DESCRIPTION + " The file is in UTF-8, or in the charset that the Content-Type states.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = CSV_TYPE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(CSV))))
    @SheetParameters
    @Parameter(
            name = "separator",
            description = "What is between the cells: comma, semicolon or tab",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", defaultValue = "comma"))
    ResponseEntity<Imports.Report> csv(HttpServletRequest request) throws IOException {
        requireKnown(request, "separator");
        char separator = Parameters.oneOf(
                "separator",
                parameter(request, "separator", "comma"),
                Map.of("comma", ',', "semicolon", ';', "tab", '\t'));
        return take(request, new SheetFile.Csv(charset(request), separator));
    }

    @PostMapping(path = XLSX_PATH, consumes = XLSX_TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import the rows of an XLSX workbook by a mapping",
            description = DESCRIPTION + " Formulas are read as the values that the workbook holds for them.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = XLSX_TYPE,
                                            schema = @Schema(type = "string", format = "binary"),
                                            examples = @ExampleObject("The bytes of a workbook"))))
    @SheetParameters
    @Parameter(
            name = "sheet",
            description = "Name of the sheet; without it, the first",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"))
    ResponseEntity<Imports.Report> xlsx(HttpServletRequest request) throws IOException {
        requireKnown(request, "sheet");
        return take(request, new SheetFile.Xlsx(request.getParameter("sheet")));
    }

    @GetMapping(ImportEndpoint.PATH + "/templates")
    @Operation(
            summary = "List templates of mappings for common returns",
            description = "Each with the first row of its CSV file, and a body for POST /api/v1/mappings in which"
                    + " register and portfolio are to be replaced.")
    Templates templates(HttpServletRequest request) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of());
        return new Templates(templates.all());
    }

    private static void requireKnown(HttpServletRequest request, String more) {
        Set<String> known = new LinkedHashSet<>(PARAMETERS);
        known.add(more);
        Parameters.requireKnown(request.getParameterMap().keySet(), known);
    }

    private ResponseEntity<Imports.Report> take(HttpServletRequest request, SheetFile.Form form) throws IOException {
        Sheets.SheetRequest asked = new Sheets.SheetRequest(
                required(request, "mapping"),
                form,
                new SheetOptions(day(request), knownAt(request), edition(request)),
                Parameters.oneOf("dryRun", parameter(request, "dryRun", "false"), Map.of("false", false, "true", true)),
                Parameters.oneOf(
                        "onError",
                        parameter(request, "onError", "stop"),
                        Map.of("stop", Imports.OnError.STOP, "skip", Imports.OnError.SKIP)));
        Actor actor = Actor.present();
        return answers.answer(
                request.getParameter("id"),
                actor,
                asked.dry(),
                watch -> sheets.take(request.getInputStream(), asked, actor, watch));
    }

    private static String parameter(HttpServletRequest request, String name, String otherwise) {
        String stated = request.getParameter(name);
        return stated == null ? otherwise : stated;
    }

    private static String required(HttpServletRequest request, String name) {
        String stated = request.getParameter(name);
        if (stated == null || stated.isBlank()) throw fault(name, "is missing");
        return stated;
    }

    private static String edition(HttpServletRequest request) {
        String stated = request.getParameter("edition");
        if (stated == null) return "";
        if (!CommandReader.isId(stated)) throw fault("edition", CommandReader.NO_ID);
        if (stated.length() > 16) throw fault("edition", "must be at most 16 characters");
        return stated;
    }

    private static @Nullable LocalDate day(HttpServletRequest request) {
        String stated = request.getParameter("snapshot");
        if (stated == null) return null;
        try {
            LocalDate day = LocalDate.parse(stated);
            if (RequiredFields.isPlausible(day)) return day;
        } catch (DateTimeException _) {
            throw fault("snapshot", "is not a date (yyyy-mm-dd)");
        }
        throw fault("snapshot", RequiredFields.OUT_OF_RANGE);
    }

    /** A date or a moment, as in the body of a command, which checks it once more. */
    private static @Nullable String knownAt(HttpServletRequest request) {
        String stated = request.getParameter("knownAt");
        if (stated == null) return null;
        try {
            CommandReader.knownAt(JsonNodeFactory.instance.stringNode(stated));
            return stated;
        } catch (Problem _) {
            throw fault("knownAt", "is not a date (yyyy-mm-dd) or a moment (2011-06-13T09:00:00Z)");
        }
    }

    private static Charset charset(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        return type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
    }

    private static Problem fault(String parameter, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The parameter " + parameter + " cannot be read",
                List.of(Problem.At.parameter(parameter, detail)));
    }
}

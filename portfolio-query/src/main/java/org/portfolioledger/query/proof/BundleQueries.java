package org.portfolioledger.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.StreamedBody;
import org.portfolioledger.ledger.LedgerScope;
import org.portfolioledger.ledger.proof.AuditBundle;
import org.portfolioledger.ledger.proof.AuditBundles;
import org.portfolioledger.ledger.proof.BundleRecord;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.NoteKey;
import org.portfolioledger.ledger.proof.SignedNote;
import org.portfolioledger.ledger.proof.TreeHead;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.StatedText;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Audit bundles: files from which facts are verified without this system. Each that is made stays on record. */
@RestController
@RequestMapping("/api/v1/audit/bundles")
class BundleQueries {

    private static final String ZIP = "application/zip";
    private static final int LONGEST_PURPOSE = 500;
    private static final Set<ActorRole> READERS =
            Set.of(ActorRole.ASSURANCE, ActorRole.OPERATOR, ActorRole.ADMINISTRATOR);

    private final LedgerLog log;
    private final AuditBundles bundles;
    private final BundleContents contents;
    private final JsonMapper json;

    BundleQueries(LedgerLog log, AuditBundles bundles, Names names, TimePointResolver points, JsonMapper json) {
        this.log = log;
        this.bundles = bundles;
        this.contents = new BundleContents(names, points, json);
        this.json = json;
    }

    /**
     * What is asked for.
     *
     * @param scope left out: all facts
     * @param from first position; left out: 1
     * @param to last position; left out: that of the last signed head
     * @param purpose why, in 1 to 500 characters
     */
    record BundleRequest(
            @Nullable ScopeAsked scope,
            @Nullable Long from,
            @Nullable Long to,
            String purpose) {}

    /**
     * A bundle that was made.
     *
     * @param madeBy id in the directory of people
     * @param size number of facts below the signed head in it
     * @param streams how many streams it may hold facts of; absent where it is not of single streams
     * @param bytes length of the file; null until it is known
     * @param sha256 of the file, in hexadecimal; null until it is known
     * @param file where it is
     */
    record BundleView(
            long number,
            Instant madeAt,
            String madeBy,
            String purpose,
            ScopeAsked scope,
            long from,
            long to,
            long size,
            @Nullable Integer streams,
            @JsonInclude @Nullable Long bytes,
            @JsonInclude @Nullable String sha256,
            String file) {}

    /**
     * A page.
     *
     * @param next cursor of the page after it; null: it is the last
     */
    record BundlePage(
            List<BundleView> items, @JsonInclude @Nullable String next) {}

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Made, and on record; the file is at file")
    @Operation(
            summary = "Make an audit bundle: facts with what proves them, to be verified without this system",
            description =
                    "For ASSURANCE. Of all facts, or of those of a register, of all that concerns a portfolio or an"
                            + " initiative, or of a decision with what was read for it.")
    ResponseEntity<BundleView> make(@RequestBody BundleRequest body) {
        Actor viewer = Actor.present();
        viewer.requireOneOf(Set.of(ActorRole.ASSURANCE));
        NoteKey key = log.verifier().orElseThrow(() -> unsigned("This system signs no heads"));
        SignedNote checkpoint =
                log.tree().checkpoint(key.name()).orElseThrow(() -> unsigned("No head of the log is signed yet"));
        ScopeAsked asked = Objects.requireNonNullElseGet(body.scope(), () -> new ScopeAsked(null, null, null, null));
        requireReadable(body, asked, TreeHead.parse(checkpoint.text()).size());
        long from = body.from() == null ? 1 : body.from();
        long to = body.to() == null ? TreeHead.parse(checkpoint.text()).size() : body.to();
        LedgerScope scope = contents.of(asked, viewer);
        BundleView made = view(bundles.make(
                viewer.person(),
                body.purpose().strip(),
                json.writeValueAsString(asked),
                new AuditBundle(checkpoint, log.policy().orElseThrow(), key, scope, from, to)));
        return ResponseEntity.created(URI.create("/api/v1/audit/bundles/" + made.number()))
                .body(made);
    }

    private static void requireReadable(BundleRequest body, ScopeAsked asked, long size) {
        List<Problem.At> wrong = new ArrayList<>();
        StatedText.fault(body.purpose(), "/purpose", LONGEST_PURPOSE).ifPresent(wrong::add);
        if (!asked.isAtMostOne()) wrong.add(Problem.At.body("/scope", "must name at most one"));
        if (body.from() != null && (body.from() < 1 || body.from() > size))
            wrong.add(Problem.At.body("/from", "must be from 1 to " + size + ", the last signed position"));
        if (body.to() != null && (body.to() < 1 || body.to() > size))
            wrong.add(Problem.At.body("/to", "must be from 1 to " + size + ", the last signed position"));
        if (wrong.isEmpty() && body.from() != null && body.to() != null && body.from() > body.to())
            throw Problem.of(
                    HttpProblem.REVERSED_RANGE,
                    "from is behind to",
                    List.of(Problem.At.body("/from", "must be at most " + body.to())));
        if (!wrong.isEmpty())
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "errors[] lists what is wrong with the body", wrong);
    }

    private static Problem unsigned(String why) {
        return Problem.of(HttpProblem.NOTHING_SIGNED, why);
    }

    @GetMapping
    @Operation(
            summary = "List the audit bundles that were made, the latest first: who, when, why and of what",
            description = "For ASSURANCE, OPERATOR and ADMINISTRATOR.")
    @ReadParameters(Form.LOG)
    BundlePage all(ReadRequest request) {
        request.question().viewer().requireOneOf(READERS);
        int limit = request.page().limit();
        List<BundleView> found = bundles.latest(request.page().afterNumber(), limit + 1).stream()
                .map(this::view)
                .toList();
        if (found.size() <= limit) return new BundlePage(found, null);
        List<BundleView> page = found.subList(0, limit);
        return new BundlePage(page, Pages.cursor(request, page.getLast().number()));
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Get who made an audit bundle, when, why and of what",
            description = "For ASSURANCE, OPERATOR and ADMINISTRATOR.")
    @ReadParameters(Form.DIRECTORY)
    BundleView one(@PathVariable String number, ReadRequest request) {
        request.question().viewer().requireOneOf(READERS);
        return view(find(number));
    }

    @GetMapping(path = "/{number}/file", produces = ZIP)
    @Operation(
            summary = "Download an audit bundle",
            description =
                    "For ASSURANCE. It is written while it is sent, and is always the same to the last byte. Once its length is"
                            + " known, a download that broke off is resumed with Range and If-Range (RFC 9110, 14.2).")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that Range asks for",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<StreamedBody> file(@PathVariable String number, ReadRequest request, HttpServletRequest sent) {
        Actor viewer = request.question().viewer();
        viewer.requireOneOf(Set.of(ActorRole.ASSURANCE));
        BundleRecord record = find(number);
        contents.requireSeen(viewer);
        Optional<BundleRecord.File> file = bundles.file(record);
        String tag = "\"" + bundles.tag(record) + "\"";
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(ZIP));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("audit-bundle-" + record.number() + ".zip")
                .build());
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        headers.setETag(tag);
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        Optional<ByteRange> range = file.flatMap(known -> ByteRange.of(sent, tag, known.bytes()));
        range.ifPresent(part -> headers.set(HttpHeaders.CONTENT_RANGE, part.contentRange()));
        ByteRange sending = range.orElse(ByteRange.WHOLE);
        StreamedBody body = parts -> sending.send(parts, out -> bundles.write(record, out));
        return new ResponseEntity<>(body, headers, range.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK);
    }

    private BundleRecord find(String number) {
        if (!number.matches("[1-9][0-9]{0,17}")) throw unknown(number);
        return bundles.find(Long.parseLong(number)).orElseThrow(() -> unknown(number));
    }

    private static Problem unknown(String number) {
        return Problem.of(HttpProblem.NOT_FOUND, "No audit bundle has the number " + number);
    }

    private BundleView view(BundleRecord record) {
        AuditBundle bundle = record.bundle();
        Optional<BundleRecord.File> file = bundles.file(record);
        return new BundleView(
                record.number(),
                record.madeAt(),
                record.madeBy(),
                record.purpose(),
                json.readValue(record.asked(), ScopeAsked.class),
                bundle.from(),
                bundle.to(),
                TreeHead.parse(bundle.checkpoint().text()).size(),
                bundle.scope() instanceof LedgerScope.Streams some
                        ? some.names().size()
                        : null,
                file.map(BundleRecord.File::bytes).orElse(null),
                file.map(BundleRecord.File::sha256).orElse(null),
                "/api/v1/audit/bundles/" + record.number() + "/file");
    }
}

package org.portfolioledger.query.proof;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.FactAltered;
import org.portfolioledger.ledger.proof.InclusionProof;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.NoteKey;
import org.portfolioledger.ledger.proof.SignedNote;
import org.portfolioledger.ledger.proof.TilePath;
import org.portfolioledger.ledger.proof.TreeHash;
import org.portfolioledger.ledger.proof.TreeHead;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Count;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.point.TimePointResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signed heads of the tree and proofs below them, in the formats of C2SP. */
@RestController
@RequestMapping(path = "/api/v1/ledger", produces = MediaType.TEXT_PLAIN_VALUE)
class LogQueries {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /** What never changes: a tile of a width, or the entries below one. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final LedgerLog log;
    private final TimePointResolver points;

    LogQueries(LedgerLog log, TimePointResolver points) {
        this.log = log;
        this.points = points;
    }

    @GetMapping("/checkpoint")
    @Operation(
            summary = "Get the last signed head of the tree over all facts",
            description = "A checkpoint as C2SP's tlog-checkpoint describes: origin, number of facts and root, with the"
                    + " signatures of the log and of its witnesses.")
    @ApiResponse(responseCode = "200", description = "The checkpoint")
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<String> checkpoint(ReadRequest request) {
        return text(head().whole());
    }

    @GetMapping("/public-key")
    @Operation(
            summary = "Get the key by which the log's signatures are verified",
            description = "A verifier key as C2SP's signed-note describes. Get it once by another way, and keep it.")
    @ApiResponse(responseCode = "200", description = "The key, on one line")
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<String> publicKey(ReadRequest request) {
        return text(verifier().text() + "\n");
    }

    @GetMapping("/policy")
    @Operation(
            summary = "Get the policy under which the log's heads count",
            description =
                    "As C2SP's tlog-policy describes: the key of the log, its witnesses, and how many of them are needed.")
    @ApiResponse(responseCode = "200", description = "The policy")
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<String> policy(ReadRequest request) {
        verifier();
        return text(log.policy().orElseThrow());
    }

    @GetMapping("/facts/{position}/proof")
    @Operation(
            summary = "Get the proof that a fact is below the last signed head",
            description = "A file as C2SP's tlog-proof describes, to be checked without this system.")
    @ApiResponse(responseCode = "200", description = "The proof")
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<String> inclusion(@PathVariable String position, ReadRequest request) {
        long wanted = position(position);
        if (points.factAt(wanted, request.sight()).isEmpty())
            throw missing("The ledger holds no fact at position " + position);
        SignedNote checkpoint = head();
        long size = TreeHead.parse(checkpoint.text()).size();
        if (wanted > size) throw missing("The fact is not below the last signed head yet: ask again in a second");
        requireGrown(size);
        return text(new InclusionProof(wanted - 1, log.tree().inclusion(wanted, size), checkpoint).text());
    }

    @GetMapping("/consistency")
    @Operation(
            summary = "Get the proof that the tree of one size begins with that of a smaller one",
            description = "One hash a line in base64, as RFC 6962 describes, section 2.1.2.")
    @ApiResponse(responseCode = "200", description = "The proof; empty where none is needed")
    @ReadParameters(
            value = Form.DIRECTORY,
            counts = {
                @Count(
                        name = "from",
                        least = 0,
                        most = Integer.MAX_VALUE,
                        meaning = "Number of facts of the smaller tree"),
                @Count(name = "to", least = 0, most = Integer.MAX_VALUE, meaning = "Number of facts of the larger tree")
            })
    ResponseEntity<String> consistency(ReadRequest request) {
        List<Problem.At> lacking = Stream.of("from", "to")
                .filter(name -> request.filter(name).isEmpty())
                .map(name -> Problem.At.parameter(name, "is needed: a number of facts"))
                .toList();
        if (!lacking.isEmpty())
            throw Problem.of(HttpProblem.MALFORMED_REQUEST, "A proof is of two sizes of the tree", lacking);
        long from = request.count("from");
        long to = request.count("to");
        if (from > to)
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The tree of from is the smaller one",
                    List.of(Problem.At.parameter("from", "must be at most " + to)));
        if (to > log.tree().size()) throw missing("The tree has not grown to " + to + " facts");
        return text(lines(log.tree().consistency(from, to)));
    }

    /** After a restore the tree grows again, while its heads are on record. */
    private void requireGrown(long size) {
        if (log.tree().size() < size)
            throw Problem.of(HttpProblem.BUSY, "The tree has not grown to its last signed head again");
    }

    /** As C2SP's tlog-tiles describes: public tools know the paths, so that the API page does not list them. */
    @Hidden
    @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ReadParameters(Form.DIRECTORY)
    ResponseEntity<byte[]> tile(@PathVariable String path, ReadRequest request) {
        String name = path.replaceFirst("^/", "");
        TilePath wanted = TilePath.parse(name)
                .filter(tile -> tile.isWithin(log.tree().size()))
                .orElseThrow(() -> missing("The tree has no tile " + name));
        // An entry names stream, type and actor.
        if (wanted.level() == TilePath.ENTRIES) request.requireEverything();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER)
                .body(wanted.level() == TilePath.ENTRIES ? entries(wanted) : hashes(wanted));
    }

    private byte[] hashes(TilePath wanted) {
        byte[] all = log.tree()
                .tile(wanted.level(), wanted.number())
                .orElseThrow(() -> missing("The tree has no tile " + wanted.text()));
        return Arrays.copyOf(all, wanted.width() * TreeHash.LENGTH);
    }

    private byte[] entries(TilePath wanted) {
        try {
            return log.entries(wanted);
        } catch (FactAltered altered) {
            throw Problem.of(HttpProblem.ALTERED_FACT, String.valueOf(altered.getMessage()));
        }
    }

    private static String lines(List<TreeHash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }

    private SignedNote head() {
        Optional<SignedNote> head = log.tree().checkpoint(verifier().name());
        return head.orElseThrow(() -> missing("No head of the tree is signed yet"));
    }

    private NoteKey verifier() {
        return log.verifier()
                .orElseThrow(() -> missing("This system signs no heads: portfolio-ledger.proof is not set"));
    }

    private static long position(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) throw missing("The ledger holds no fact at position " + text);
        return Long.parseLong(text);
    }

    private static Problem missing(String detail) {
        return Problem.of(HttpProblem.NOT_FOUND, detail);
    }

    private static ResponseEntity<String> text(String body) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}

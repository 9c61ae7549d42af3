package org.portfolioledger.query.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.Generations;
import org.portfolioledger.query.row.Progress;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows from which everything is answered, as an operator looks after them. They have no history: they can be rebuilt at any time. */
@RestController
@RequestMapping("/api/v1/rows")
class RowOperations {

    private static final int LONGEST_REASON = 500;

    private final RowProjection projection;
    private final Generations generations;

    RowOperations(RowProjection projection) {
        this.projection = projection;
        this.generations = projection.generations();
    }

    /**
     * The live rows.
     *
     * @param revisions by kind, of the folds that made them
     * @param position the last that they hold
     * @param head the ledger's last position
     * @param kept whether some process brings them up to it
     * @param blockedEntities how many entities are blocked
     */
    record LiveRows(
            int generation,
            Map<String, Integer> revisions,
            long position,
            long head,
            boolean kept,
            int blockedEntities) {}

    /**
     * A blocked entity: its rows lack what is on record.
     *
     * @param fact position of the first fact that its rows do not hold
     * @param retryAsked whether another attempt was asked for and has not been made
     */
    record BlockedEntityView(
            String stream,
            String kind,
            String id,
            String register,
            long fact,
            String reason,
            int attempts,
            Instant since,
            Instant triedAt,
            boolean retryAsked) {

        static BlockedEntityView of(BlockedEntity blocked) {
            EntityName name = EntityName.ofStream(blocked.stream());
            return new BlockedEntityView(
                    blocked.stream(),
                    name.kind(),
                    name.id(),
                    blocked.register(),
                    blocked.fact(),
                    blocked.reason(),
                    blocked.attempts(),
                    blocked.since(),
                    blocked.triedAt(),
                    blocked.retry());
        }
    }

    /** A list. */
    record Page<T>(List<T> items) {}

    /**
     * What a rebuild is asked for with.
     *
     * @param reason why, in 1 to 500 characters
     * @param acceptDifferences whether the rebuilt rows go live although the fold is the same and rows differ; without it such
     *     a difference stops the rebuild
     */
    record RebuildRequest(String reason, @Nullable Boolean acceptDifferences) {}

    @GetMapping
    @Operation(summary = "Get the live rows: their position, whether a process updates them, and what is blocked")
    @ReadParameters(Form.DIRECTORY)
    LiveRows live(ReadRequest request) {
        request.requireUnconfined();
        Generation live = generations.live();
        Progress progress = projection.progress();
        return new LiveRows(
                live.number(),
                live.revisions().byKind(),
                live.position(),
                projection.ledger().head().position(),
                progress.isKept(),
                generations.blocked(live.number()).size());
    }

    @GetMapping("/blocked")
    @Operation(summary = "List blocked entities, each with the fact that could not be folded and the reason")
    @ReadParameters(Form.DIRECTORY)
    Page<BlockedEntityView> blocked(ReadRequest request) {
        request.requireUnconfined();
        return new Page<>(generations.blocked(generations.live().number()).stream()
                .filter(entity -> request.sight().sees(entity.stream()))
                .map(BlockedEntityView::of)
                .toList());
    }

    @PostMapping("/blocked/{stream}/retries")
    @ApiResponse(responseCode = "202", description = "The attempt is requested")
    @Operation(
            summary = "Request another attempt to fold a blocked entity",
            description =
                    "The process that updates the rows makes the attempt; if it succeeds, the entity is no longer blocked.")
    ResponseEntity<BlockedEntityView> retry(@PathVariable String stream) {
        BlockedEntity blocked = generations
                .retry(stream)
                .orElseThrow(
                        () -> Problem.of(HttpProblem.NOT_FOUND, "No entity of the stream " + stream + " is blocked"));
        return ResponseEntity.accepted().body(BlockedEntityView.of(blocked));
    }

    @GetMapping("/generations")
    @Operation(
            summary =
                    "List the generations of rows, the latest first: the live one, and the progress of one that is being built")
    @ReadParameters(Form.DIRECTORY)
    Page<GenerationView> all(ReadRequest request) {
        request.requireUnconfined();
        return new Page<>(generations.all().stream()
                .map(generation -> page(generation, request.sight()))
                .toList());
    }

    @GetMapping("/generations/{number}")
    @Operation(summary = "Get one generation of rows")
    @ReadParameters(Form.DIRECTORY)
    GenerationView one(@PathVariable String number, ReadRequest request) {
        request.requireUnconfined();
        return page(find(number), request.sight());
    }

    @PostMapping("/generations")
    @ApiResponse(responseCode = "201", description = "Begun")
    @Operation(
            summary = "Request a rebuild of all rows from the ledger, while reads continue from the live ones",
            description = "The new generation is compared with the live one and replaces it in one transaction.")
    ResponseEntity<GenerationView> rebuild(@RequestBody RebuildRequest body) {
        Generation begun = projection
                .rebuild()
                .ask(Actor.present().person(), readable(body), Boolean.TRUE.equals(body.acceptDifferences()))
                .orElseThrow(() -> Problem.of(HttpProblem.REBUILD_REFUSED, "One is already being built"));
        return ResponseEntity.created(URI.create("/api/v1/rows/generations/" + begun.number()))
                .body(page(begun, Sight.EVERYTHING));
    }

    @PostMapping("/generations/{number}/cancellations")
    @Operation(
            summary = "Cancel the generation that is being built",
            description = "It never becomes live, and another can be requested.")
    GenerationView cancel(@PathVariable String number) {
        Generation generation = find(number);
        if (!generations.fail(
                generation.number(), "Cancelled by " + Actor.present().person()))
            throw Problem.of(HttpProblem.REBUILD_REFUSED, "Generation %s is not being built".formatted(number));
        return page(find(number), Sight.EVERYTHING);
    }

    private Generation find(String number) {
        if (!number.matches("[0-9]{1,9}")) throw unknown(number);
        return generations.find(Integer.parseInt(number)).orElseThrow(() -> unknown(number));
    }

    private static String readable(RebuildRequest body) {
        String reason = body.reason() == null ? "" : body.reason().strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(reason))
            throw Problem.of(
                    HttpProblem.MALFORMED_REQUEST,
                    "The body cannot be read",
                    List.of(Problem.At.body("/reason", "is needed: 1 to %s characters".formatted(LONGEST_REASON))));
        return reason;
    }

    private GenerationView page(Generation generation, Sight sight) {
        return GenerationView.of(
                generation,
                sight,
                projection.ledger().head().position(),
                projection.progress().isBuilding(),
                projection.ledger().now());
    }

    private static Problem unknown(String number) {
        return Problem.of(HttpProblem.NOT_FOUND, "There was never a generation " + number);
    }
}

package org.portfolioledger.query.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.portfolioledger.edge.Actor;
import org.portfolioledger.edge.EdgeProblem;
import org.portfolioledger.edge.Problem;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.Generations;
import org.portfolioledger.query.row.Keeping;
import org.portfolioledger.query.row.Progress;
import org.portfolioledger.query.row.StaleEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows from which everything is answered, as an operator looks after them. They have no history: they are made anew. */
@RestController
@RequestMapping("/api/v1/rows")
class RowOperations {

    private static final int LONGEST_REASON = 500;

    private final Keeping keeping;
    private final Generations generations;

    RowOperations(Keeping keeping) {
        this.keeping = keeping;
        this.generations = keeping.generations();
    }

    /**
     * The live rows.
     *
     * @param fold revision of the fold that made them
     * @param position the last that they hold
     * @param head the ledger's last position
     * @param kept whether some process brings them up to it
     * @param staleEntities how many entities stand still
     */
    record LiveRows(int generation, int fold, long position, long head, boolean kept, int staleEntities) {}

    /**
     * An entity whose rows stand still.
     *
     * @param fact position of the first fact that its rows do not hold
     * @param retryAsked whether another attempt was asked for and has not been made
     */
    record StandingStill(
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

        static StandingStill of(StaleEntity stale) {
            return new StandingStill(
                    stale.stream(),
                    stale.kind(),
                    stale.id(),
                    stale.register(),
                    stale.fact(),
                    stale.reason(),
                    stale.attempts(),
                    stale.since(),
                    stale.triedAt(),
                    stale.retry());
        }
    }

    /** A list. */
    record Listed<T>(List<T> items) {}

    /**
     * What a rebuild is asked for with.
     *
     * @param reason why, in 1 to 500 characters
     */
    record Rebuilding(String reason) {}

    @GetMapping
    @Operation(summary = "The live rows: how far they have come, whether a process keeps them, and what stands still")
    @Asks(Form.DIRECTORY)
    LiveRows live(Asked asked) {
        Generation live = generations.live();
        Progress progress = keeping.progress();
        return new LiveRows(
                live.number(),
                live.fold(),
                live.position(),
                keeping.ledger().head().position(),
                progress.isKept(),
                generations.stale(live.number()).size());
    }

    @GetMapping("/stale")
    @Operation(summary = "The entities whose rows stand still, because a fact of theirs could not be folded, and why")
    @Asks(Form.DIRECTORY)
    Listed<StandingStill> stale(Asked asked) {
        return new Listed<>(generations.stale(generations.live().number()).stream()
                .map(StandingStill::of)
                .toList());
    }

    @PostMapping("/stale/{stream}/retries")
    @ApiResponse(responseCode = "202", description = "Asked for")
    @Operation(summary = "Asks that the rows of an entity that stands still be brought up once more")
    ResponseEntity<StandingStill> retry(@PathVariable String stream) {
        StaleEntity stale = generations
                .retry(stream)
                .orElseThrow(
                        () -> Problem.of(EdgeProblem.NOT_FOUND, "No entity of the stream " + stream + " stands still"));
        return ResponseEntity.accepted().body(StandingStill.of(stale));
    }

    @GetMapping("/generations")
    @Operation(
            summary =
                    "Every generation of rows, the latest first: which is live, and how far one is that is being built")
    @Asks(Form.DIRECTORY)
    Listed<GenerationPage> all(Asked asked) {
        return new Listed<>(generations.all().stream().map(this::page).toList());
    }

    @GetMapping("/generations/{number}")
    @Operation(summary = "One generation of rows")
    @Asks(Form.DIRECTORY)
    GenerationPage one(@PathVariable String number, Asked asked) {
        return page(find(number));
    }

    @PostMapping("/generations")
    @ApiResponse(responseCode = "201", description = "Begun")
    @Operation(
            summary = "Asks that all rows be made anew from the ledger, while reads go on from those that are live",
            description = "The new generation is held against the live one and takes its place in one transaction.")
    ResponseEntity<GenerationPage> rebuild(@RequestBody Rebuilding body) {
        Generation begun = keeping.rebuild()
                .ask(Actor.present().person(), readable(body))
                .orElseThrow(() -> Problem.of(EdgeProblem.REBUILD_REFUSED, "One is being built already"));
        return ResponseEntity.created(URI.create("/api/v1/rows/generations/" + begun.number()))
                .body(page(begun));
    }

    @PostMapping("/generations/{number}/cancellations")
    @Operation(
            summary =
                    "Calls off a generation that is being built: it will never be live, and another one can be asked for")
    GenerationPage cancel(@PathVariable String number) {
        Generation generation = find(number);
        if (!generations.fail(
                generation.number(), "Called off by " + Actor.present().person()))
            throw Problem.of(EdgeProblem.REBUILD_REFUSED, "Generation %s is not being built".formatted(number));
        return page(find(number));
    }

    private Generation find(String number) {
        if (!number.matches("[0-9]{1,9}")) throw unknown(number);
        return generations.find(Integer.parseInt(number)).orElseThrow(() -> unknown(number));
    }

    private static String readable(Rebuilding body) {
        String reason = body.reason() == null ? "" : body.reason().strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(reason))
            throw Problem.of(
                    EdgeProblem.MALFORMED_REQUEST,
                    "The body cannot be read",
                    List.of(Problem.At.body("/reason", "is needed: 1 to %d characters".formatted(LONGEST_REASON))));
        return reason;
    }

    private GenerationPage page(Generation generation) {
        return GenerationPage.of(
                generation,
                keeping.ledger().head().position(),
                keeping.progress().isBuilding(),
                keeping.ledger().now());
    }

    private static Problem unknown(String number) {
        return Problem.of(EdgeProblem.NOT_FOUND, "There was never a generation " + number);
    }
}

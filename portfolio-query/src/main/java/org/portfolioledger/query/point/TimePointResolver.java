package org.portfolioledger.query.point;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.RegisterProgress;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint.Prefix;
import org.portfolioledger.query.row.Generation;
import org.portfolioledger.query.row.Generations;
import org.portfolioledger.query.row.Progress;
import org.portfolioledger.query.row.Progress.Live;
import org.portfolioledger.query.row.Progress.Snapshot;
import org.portfolioledger.query.row.ProjectionLifecycle;
import org.portfolioledger.query.row.RowProjection;

/** Resolves questions: to a day and a prefix of each register, once the rows have come that far. */
public final class TimePointResolver {

    /** Dates are days here. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Ledger ledger;
    private final Progress progress;
    private final Generations generations;
    private final ProjectionLifecycle following;
    private final Sights sights;

    public TimePointResolver(RowProjection projection, ProjectionLifecycle following, Sights sights) {
        this.ledger = projection.ledger();
        this.progress = projection.progress();
        this.generations = projection.generations();
        this.following = following;
        this.sights = sights;
    }

    /**
     * How long a read waits, and for what.
     *
     * @param least position that the rows must have reached at least
     */
    public record Patience(Duration longest, long least) {}

    /**
     * Resolves a question.
     *
     * @param register null: about every register
     * @throws Problem if the moment has not come, or the rows have not come to it in time
     */
    public TimePoint resolve(RequestedTimePoint question, @Nullable String register, Patience patience) {
        Snapshot seen = progress.snapshot(register);
        if (patience.least() > seen.live().position()) {
            requireReached(patience.least(), seen, patience);
            seen = progress.snapshot(register);
        }
        LocalDate asOf = question.asOf() != null ? question.asOf() : LocalDate.ofInstant(seen.now(), LONDON);
        TimePoint point = switch (question.knownAt()) {
            case KnownAt.Now _ -> present(asOf, question, register, seen, patience);
            case KnownAt.At at -> at(asOf, question, register, seen, at.instant(), patience);
            case KnownAt.OnDay on -> at(asOf, question, register, seen, endOf(on.day(), question, seen), patience);
            case KnownAt.AtPosition at -> atPosition(asOf, question, register, at.position(), seen);
        };
        Live live = requireReached(point.position(), seen, patience);
        if (!question.sight().isWhole()) point = asSeen(point, question);
        boolean mayBeBlocked = seen.hasBlocked() || !live.equals(seen.live());
        return point.from(
                Generation.table(live.generation()), mayBeBlocked ? generations.blocked(live.generation()) : List.of());
    }

    /**
     * The same point as one of what the viewer sees: it counts up to the last fact that is seen, so that no answer tells how
     * many others there are, or when they were recorded.
     */
    private TimePoint asSeen(TimePoint point, RequestedTimePoint question) {
        if (question.knownAt() instanceof KnownAt.AtPosition) return point;
        List<Prefix> prefixes = point.prefixes().stream()
                .map(prefix -> new Prefix(
                        prefix.register(), sights.lastSeen(point.sight(), prefix.register(), prefix.position())))
                .toList();
        long last = prefixes.stream().mapToLong(Prefix::position).max().orElse(0);
        boolean isPresent = question.knownAt() instanceof KnownAt.Now;
        return new TimePoint(
                point.asOf(),
                isPresent ? KnownAt.POSITION + last : point.knownAt(),
                point.sight(),
                last,
                prefixes,
                point.provisional(),
                point.settled(),
                TimePoint.Rows.NONE);
    }

    /**
     * What a viewer may see now, once the rows have come that far.
     *
     * @throws Problem if they have not in time
     */
    public Sight sight(Actor viewer, Patience patience) {
        Optional<Sight> always = sights.always(viewer);
        if (always.isPresent()) return always.get();
        Snapshot seen = progress.snapshot(null);
        if (patience.least() > seen.live().position()) requireReached(patience.least(), seen, patience);
        if (seen.live().position() < seen.head().position()) appliedPosition(patience);
        return sights.of(viewer, progress.snapshot(null));
    }

    /** The fact at a position, known or not, if the viewer sees it. */
    public Optional<StoredEvent> factAt(long position, Sight sight) {
        return ledger.at(position).filter(fact -> sight.sees(fact.stream()));
    }

    /** The present is answered as one of the two questions that can be asked again. */
    private TimePoint present(
            LocalDate asOf, RequestedTimePoint question, @Nullable String register, Snapshot seen, Patience patience) {
        boolean isPresent = seen.live().position() >= seen.head().position();
        long applied = isPresent ? seen.live().position() : appliedPosition(patience);
        // Over all registers no instant is settled: one that does not exist yet may be migrated under it.
        boolean settled = register != null && seen.registers().stream().allMatch(state -> isLiveAt(state, applied));
        if (!settled || applied == 0) return atPosition(asOf, question, register, applied, seen);
        Instant instant = seen.appliedAt();
        return isPresent && instant != null
                ? known(asOf, question, register, seen, instant, List.of(new Prefix(register, seen.known())))
                : known(asOf, question, register, seen, recordedAt(applied));
    }

    private long appliedPosition(Patience patience) {
        return progress.await(this::isPresent, patience.longest())
                .orElseThrow(() -> notCaughtUp("The rows have stopped following the ledger"))
                .position();
    }

    /** Rows that lag are the present only while they are being brought up. */
    private boolean isPresent(Live live) {
        return live.position() >= ledger.head().position() || progress.isKept();
    }

    private TimePoint at(
            LocalDate asOf,
            RequestedTimePoint question,
            @Nullable String register,
            Snapshot seen,
            Instant instant,
            Patience patience) {
        if (instant.isAfter(seen.now())) throw future(question.parameter(), "It is now " + seen.now());
        requireOver(instant, seen, patience);
        return known(asOf, question, register, seen, instant);
    }

    /**
     * A fact that is being committed may appear later under the same knownAt, however long its commit takes; not so once
     * anything younger is on record.
     */
    private void requireOver(Instant instant, Snapshot seen, Patience patience) {
        boolean over = seen.head().recordedAt().isAfter(instant);
        if (!over && ledger.awaitInFlightAppends(patience.longest()).isEmpty())
            throw notCaughtUp("A command that may be known by then is still being recorded");
    }

    private TimePoint known(
            LocalDate asOf, RequestedTimePoint question, @Nullable String register, Snapshot seen, Instant instant) {
        List<Prefix> prefixes = seen.registers().stream()
                .map(state -> new Prefix(state.name(), ledger.positionKnownAt(state.name(), instant)))
                .toList();
        return known(asOf, question, register, seen, instant, prefixes);
    }

    private static TimePoint known(
            LocalDate asOf,
            RequestedTimePoint question,
            @Nullable String register,
            Snapshot seen,
            Instant instant,
            List<Prefix> prefixes) {
        long position = prefixes.stream().mapToLong(Prefix::position).max().orElse(0);
        boolean provisional = seen.registers().stream()
                .anyMatch(state -> !state.live() && !state.lastKnownAt().isAfter(instant));
        // A register that does not exist yet may be migrated under any knownAt.
        boolean settled = !provisional && register != null;
        return new TimePoint(
                asOf,
                instant.toString(),
                question.sight(),
                position,
                prefixes,
                provisional,
                settled,
                TimePoint.Rows.NONE);
    }

    private TimePoint atPosition(
            LocalDate asOf, RequestedTimePoint question, @Nullable String register, long position, Snapshot seen) {
        if (!question.sight().isWhole() && question.knownAt() instanceof KnownAt.AtPosition)
            requireSeen(position, question, seen);
        if (position > seen.head().position()) {
            long head = ledger.head().position();
            if (position > head) throw future(question.parameter(), "The last position is " + head);
        }
        return new TimePoint(
                asOf,
                KnownAt.POSITION + position,
                question.sight(),
                position,
                List.of(new Prefix(register, position)),
                false,
                true,
                TimePoint.Rows.NONE);
    }

    /** To the viewer the ledger ends with the last fact that is seen. */
    private void requireSeen(long position, RequestedTimePoint question, Snapshot seen) {
        long last = sights.lastSeen(question.sight(), null, seen.head().position());
        if (position > last) throw future(question.parameter(), "The last position is " + last);
    }

    /** The last microsecond of a day, the ledger's now for today. */
    private static Instant endOf(LocalDate day, RequestedTimePoint question, Snapshot seen) {
        Instant now = seen.now();
        LocalDate today = LocalDate.ofInstant(now, LONDON);
        if (day.isAfter(today)) throw future(question.parameter(), "Today is " + today);
        return day.equals(today)
                ? now
                : day.plusDays(1).atStartOfDay(LONDON).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private Instant recordedAt(long position) {
        return ledger.at(position).orElseThrow().recordedAt();
    }

    private static boolean isLiveAt(RegisterProgress register, long position) {
        Long live = register.livePosition();
        return live != null && live <= position;
    }

    private Live requireReached(long position, Snapshot seen, Patience patience) {
        if (position <= seen.live().position()) return seen.live();
        if (position > ledger.head().position()) throw future("Sync-Token", "The ledger holds no position " + position);
        // What has stopped here does not come by waiting, unless another process keeps the rows.
        boolean hopeless = following.failure() != null && !progress.isKept();
        return progress.await(live -> live.position() >= position, hopeless ? Duration.ZERO : patience.longest())
                .orElseThrow(() -> notCaughtUp("The rows have not reached position " + position));
    }

    private static Problem notCaughtUp(String detail) {
        return Problem.of(HttpProblem.NOT_CAUGHT_UP, detail);
    }

    private static Problem future(String parameter, String detail) {
        return Problem.of(
                HttpProblem.POINT_IN_THE_FUTURE, detail, List.of(Problem.At.parameter(parameter, "is in the future")));
    }
}

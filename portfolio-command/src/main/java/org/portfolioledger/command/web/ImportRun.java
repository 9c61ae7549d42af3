package org.portfolioledger.command.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.Imports.ImportReported;
import org.portfolioledger.command.web.Imports.Line;
import org.portfolioledger.command.web.Imports.LineOutcome;
import org.portfolioledger.command.web.Imports.OnError;
import org.portfolioledger.command.web.Imports.Refusal;
import org.portfolioledger.command.web.Imports.Report;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.InvalidAppend;
import org.portfolioledger.ledger.LedgerBusy;
import org.portfolioledger.ledger.LedgerStopping;
import org.portfolioledger.ledger.LedgerUnavailable;
import org.portfolioledger.ledger.Outcome;

/**
 * One file on its way. Lines are decided in groups, each upon those before it, and a group is recorded at once. Where others
 * come first, the lines from there on are decided anew.
 */
final class ImportRun {

    /** How many lines are recorded together at most; others wait for the ledger no longer than one group takes. */
    private static final int GROUP = 256;

    /** Of bytes of a group, after which no line is added: so that neither its lines nor what they rest on grow too many. */
    private static final int GROUP_BYTES = 1 << 19;

    private final Commands commands;
    private final Draft draft;
    private final Actor actor;
    private final boolean dry;
    private final OnError onError;
    private final int longestDryRun;
    private final Consumer<Line> progress;

    private final Deque<ImportLines.Sent> waiting = new ArrayDeque<>();
    private final Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private @Nullable Long stoppedAt;
    private @Nullable Long position;

    ImportRun(
            Commands commands,
            Draft draft,
            Actor actor,
            boolean dry,
            OnError onError,
            int longestDryRun,
            Consumer<Line> progress) {
        this.commands = commands;
        this.draft = draft;
        this.actor = actor;
        this.dry = dry;
        this.onError = onError;
        this.longestDryRun = longestDryRun;
        this.progress = progress;
    }

    /**
     * A line that was decided.
     *
     * @param drafted whether the draft has taken it; else what became of it is certain already
     */
    private record DecidedLine(Line line, boolean drafted) {}

    Report take(InputStream stream) throws IOException {
        ImportLines file = new ImportLines(stream);
        try {
            while (isFilled(file)) {
                if (dry || stoppedAt != null) decideOnly();
                else recordGroup();
            }
        } catch (LedgerBusy | LedgerStopping | LedgerUnavailable away) {
            throw ((Problem) Refusals.problem(away)).with(new ImportReported(report()));
        } catch (Problem problem) {
            throw problem.type().status() < 500 ? problem : problem.with(new ImportReported(report()));
        }
        return report();
    }

    /** Of a file that comes slowly a group is no longer than what has come. */
    private boolean isFilled(ImportLines file) throws IOException {
        int bytes = waiting.stream().mapToInt(ImportLines.Sent::length).sum();
        while (waiting.isEmpty() || (waiting.size() < GROUP && bytes < GROUP_BYTES && file.hasArrived())) {
            ImportLines.Sent next = file.next();
            if (next == null) break;
            waiting.add(next);
            bytes += next.length();
        }
        return !waiting.isEmpty();
    }

    /** Records the lines that wait, or at least the first. */
    private void recordGroup() {
        draft.begin();
        draft.lookUp(keys(), streams());
        List<DecidedLine> decided = decideGroup();
        takeOff(decided);
        // Others came first, or it is not to be decided upon what is not on record: so it is decided on the ledger.
        if (stoppedAt == null && !waiting.isEmpty()) count(decide(commands, waiting.remove()));
    }

    private Collection<CommandKey> keys() {
        return waiting.stream()
                .filter(ImportLines.Command.class::isInstance)
                .map(sent -> new CommandKey(actor.person(), ((ImportLines.Command) sent).key()))
                .toList();
    }

    private Collection<String> streams() {
        return waiting.stream()
                .filter(ImportLines.Command.class::isInstance)
                .map(ImportLines.Command.class::cast)
                .flatMap(sent -> commands.streams(sent.post(), sent.body()))
                .collect(Collectors.toSet());
    }

    private List<DecidedLine> decideGroup() {
        List<DecidedLine> decided = new ArrayList<>();
        for (ImportLines.Sent sent : waiting) {
            if (sent instanceof ImportLines.Command command && commands.namesPosition(command.post(), command.body()))
                break;
            int taken = draft.size();
            Line line;
            try {
                line = decide(draft.commands(), sent);
            } catch (Problem unavailable) {
                if (taken == 0) throw unavailable;
                break;
            }
            // Why it is refused may name what is in the draft, by positions that it does not have on record.
            if (line.outcome() == LineOutcome.REFUSED && taken > 0) break;
            // The key of a line before it, which is not on record yet.
            if (isReplayOfDraft(line)) break;
            decided.add(new DecidedLine(line, draft.size() > taken));
            if (line.outcome() == LineOutcome.REFUSED && onError == OnError.STOP) break;
        }
        return decided;
    }

    /** Records the group, and takes off those that wait whose outcome is certain. */
    private void takeOff(List<DecidedLine> decided) {
        Iterator<Outcome> outcomes = kept().iterator();
        for (DecidedLine each : decided) {
            Line line = each.drafted() ? onRecord(each.line(), outcomes) : each.line();
            if (line == null) return;
            waiting.remove();
            count(line);
        }
    }

    /** None where the database does not take so much at once: then the first line is taken alone. */
    private List<Outcome> kept() {
        try {
            return draft.keep();
        } catch (InvalidAppend tooMuch) {
            return List.of();
        }
    }

    private boolean isReplayOfDraft(Line line) {
        return line.outcome() == LineOutcome.REPLAYED && line.position() != null && draft.isOwn(line.position());
    }

    /** Null if it was not recorded. */
    private static @Nullable Line onRecord(Line line, Iterator<Outcome> outcomes) {
        return switch (outcomes.hasNext() ? outcomes.next() : null) {
            case Outcome.Appended appended ->
                new Line(line.number(), line.key(), LineOutcome.RECORDED, appended.last(), null);
            case Outcome.NoEvents _ -> line;
            case null, default -> null;
        };
    }

    /** Decides the lines that wait upon all that was decided before them, and records none. */
    private void decideOnly() {
        draft.lookUp(keys(), streams());
        while (!waiting.isEmpty()) {
            boolean tooMany = draft.size() >= longestDryRun;
            if (tooMany && dry)
                throw Problem.of(
                        HttpProblem.TOO_LARGE,
                        "A dry run decides at most %s commands: split the file".formatted(longestDryRun));
            ImportLines.Sent sent = waiting.remove();
            count(tooMany ? notRecorded(sent) : decide(draft.commands(), sent));
        }
    }

    private static Line notRecorded(ImportLines.Sent sent) {
        String key = sent instanceof ImportLines.Command command ? command.key() : null;
        return new Line(sent.number(), key, LineOutcome.NOT_RECORDED, null, null);
    }

    private void count(Line decided) {
        Line line = stoppedAt == null ? decided : afterStop(decided);
        counts.merge(line.outcome(), 1L, Long::sum);
        if (line.position() != null && !dry) position = Math.max(position == null ? 0 : position, line.position());
        if (line.problem() != null && refusals.size() < Imports.MOST_REFUSALS)
            refusals.add(new Refusal(line.number(), line.key(), line.problem()));
        if (line.outcome() == LineOutcome.REFUSED && onError == OnError.STOP && stoppedAt == null) {
            stoppedAt = line.number();
            if (!dry) draft.begin();
        }
        progress.accept(line);
    }

    private Line afterStop(Line decided) {
        if (isReplayOfDraft(decided))
            return new Line(decided.number(), decided.key(), LineOutcome.NOT_RECORDED, null, null);
        return switch (decided.outcome()) {
            case RECORDED, UNCHANGED -> new Line(decided.number(), decided.key(), LineOutcome.NOT_RECORDED, null, null);
            case REPLAYED, REFUSED, NOT_RECORDED -> decided;
        };
    }

    private Line decide(Commands deciding, ImportLines.Sent sent) {
        return switch (sent) {
            case ImportLines.Unreadable unreadable ->
                refused(unreadable.number(), unreadable.key(), unreadable.problem());
            case ImportLines.Command command -> decide(deciding, command);
        };
    }

    private Line decide(Commands deciding, ImportLines.Command sent) {
        try {
            Commands.Answer answer = deciding.take(sent.post(), sent.body(), actor, sent.key(), null);
            return switch (answer.result()) {
                case CommandDispatcher.Result.Recorded recorded ->
                    new Line(
                            sent.number(),
                            sent.key(),
                            recorded.replayed() ? LineOutcome.REPLAYED : LineOutcome.RECORDED,
                            recorded.receipt().position(),
                            null);
                case CommandDispatcher.Result.Unchanged _ ->
                    new Line(sent.number(), sent.key(), LineOutcome.UNCHANGED, null, null);
            };
        } catch (Problem problem) {
            // Not the line is at fault: every later line would fail for the same reason.
            if (problem.type().status() >= 500) throw problem;
            return refused(sent.number(), sent.key(), problem);
        }
    }

    private static Line refused(long number, @Nullable String key, Problem problem) {
        return new Line(number, key, LineOutcome.REFUSED, null, problem.body());
    }

    private Report report() {
        return new Report(
                dry,
                many(LineOutcome.RECORDED),
                many(LineOutcome.REPLAYED),
                many(LineOutcome.UNCHANGED),
                many(LineOutcome.REFUSED),
                many(LineOutcome.NOT_RECORDED),
                stoppedAt,
                position,
                List.copyOf(refusals));
    }

    private long many(LineOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}

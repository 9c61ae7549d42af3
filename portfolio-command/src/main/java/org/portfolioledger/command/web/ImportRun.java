package org.portfolioledger.command.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.Imports.ImportReported;
import org.portfolioledger.command.web.Imports.Line;
import org.portfolioledger.command.web.Imports.LineOutcome;
import org.portfolioledger.command.web.Imports.OnError;
import org.portfolioledger.command.web.Imports.Refusal;
import org.portfolioledger.command.web.Imports.Report;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.InvalidAppend;
import org.portfolioledger.ledger.LedgerBusy;
import org.portfolioledger.ledger.LedgerFork;
import org.portfolioledger.ledger.LedgerStopping;
import org.portfolioledger.ledger.LedgerUnavailable;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

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
    private final Imports.Watch watch;

    private final Deque<List<ImportSource.Sent>> waiting = new ArrayDeque<>();
    private final Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
    private final List<Refusal> refusals = new ArrayList<>();
    private @Nullable Long stoppedAt;
    private @Nullable Long position;

    ImportRun(Commands commands, Draft draft, Actor actor, boolean dry, OnError onError, Imports.Watch watch) {
        this.commands = commands;
        this.draft = draft;
        this.actor = actor;
        this.dry = dry;
        this.onError = onError;
        this.watch = watch;
    }

    /**
     * A line that was decided.
     *
     * @param drafted whether the draft has taken it; else what became of it is certain already
     */
    private record DecidedLine(ImportSource.Sent sent, Line line, boolean drafted) {

        boolean isRefused() {
            return line.outcome() == LineOutcome.REFUSED;
        }
    }

    Report take(ImportSource file) throws IOException {
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
    private boolean isFilled(ImportSource file) throws IOException {
        int lines = waiting.stream().mapToInt(List::size).sum();
        int bytes = lines().mapToInt(ImportSource.Sent::length).sum();
        while (waiting.isEmpty() || (lines < GROUP && bytes < GROUP_BYTES && file.hasArrived())) {
            List<ImportSource.Sent> next = file.next();
            if (next.isEmpty()) break;
            waiting.add(next);
            lines += next.size();
            bytes += next.stream().mapToInt(ImportSource.Sent::length).sum();
        }
        return !waiting.isEmpty();
    }

    private Stream<ImportSource.Sent> lines() {
        return waiting.stream().flatMap(List::stream);
    }

    private Stream<ImportSource.Command> sentCommands() {
        return lines().filter(ImportSource.Command.class::isInstance).map(ImportSource.Command.class::cast);
    }

    /** Records the lines that wait, or at least the first. */
    private void recordGroup() {
        draft.begin();
        draft.lookUp(keys(), streams());
        List<List<DecidedLine>> decided = decideGroup();
        takeOff(decided);
        // Others came first, or it is not to be decided upon what is not on record: so it is decided on the ledger.
        if (stoppedAt == null && !waiting.isEmpty()) recordFirst(waiting.remove());
    }

    /** One line is decided on the ledger itself; several are decided together, and recorded only if all are accepted. */
    private void recordFirst(List<ImportSource.Sent> together) {
        if (together.size() > 1) {
            draft.begin();
            List<DecidedLine> decided = decideTogether(together);
            if (decided.stream().anyMatch(DecidedLine::isRefused)) {
                decided.forEach(each -> count(each.sent(), each.line()));
                return;
            }
            Iterator<Outcome> outcomes = kept().iterator();
            for (DecidedLine each : decided) {
                Line line = each.drafted() ? onRecord(each.line(), outcomes) : each.line();
                count(each.sent(), line == null ? decide(commands, each.sent()) : line);
            }
            return;
        }
        ImportSource.Sent sent = together.getFirst();
        count(sent, decide(commands, sent));
    }

    private Collection<CommandKey> keys() {
        return sentCommands()
                .map(sent -> new CommandKey(actor.person(), sent.key()))
                .toList();
    }

    private Collection<String> streams() {
        return sentCommands()
                .flatMap(sent -> commands.streams(sent.post(), sent.body()))
                .collect(Collectors.toSet());
    }

    private List<List<DecidedLine>> decideGroup() {
        List<List<DecidedLine>> group = new ArrayList<>();
        for (List<ImportSource.Sent> together : waiting) {
            boolean namesPosition = together.stream()
                    .anyMatch(sent -> sent instanceof ImportSource.Command command
                            && commands.namesPosition(command.post(), command.body()));
            if (namesPosition) break;
            int taken = draft.size();
            LedgerFork.ForkPoint mark = draft.mark();
            List<DecidedLine> decided;
            try {
                decided = decideTogether(together);
            } catch (Problem unavailable) {
                if (taken == 0) throw unavailable;
                if (draft.size() > taken) draft.giveUp(mark);
                break;
            }
            boolean refused = decided.stream().anyMatch(DecidedLine::isRefused);
            // Why it is refused may name what is in the draft, by positions that it does not have on record.
            if (refused && taken > 0) break;
            // The key of a line before it, which is not on record yet.
            if (decided.stream().anyMatch(each -> isReplayOfDraft(each.line()))) {
                if (draft.size() > taken) draft.giveUp(mark);
                break;
            }
            group.add(decided);
            if (refused && onError == OnError.STOP) break;
        }
        return group;
    }

    /** Decides lines one upon the other; where one of several is refused, the draft keeps none of them. */
    private List<DecidedLine> decideTogether(List<ImportSource.Sent> together) {
        LedgerFork.ForkPoint mark = draft.mark();
        List<DecidedLine> decided = new ArrayList<>();
        for (ImportSource.Sent sent : together) {
            int taken = draft.size();
            Line line = decide(draft.commands(), sent);
            decided.add(new DecidedLine(sent, line, draft.size() > taken));
        }
        if (together.size() == 1 || decided.stream().noneMatch(DecidedLine::isRefused)) return decided;
        if (decided.stream().anyMatch(DecidedLine::drafted)) draft.giveUp(mark);
        return decided.stream()
                .map(each -> new DecidedLine(each.sent(), keptBack(each.line()), false))
                .toList();
    }

    /** What would be recorded is not, where a line beside it is refused. */
    private static Line keptBack(Line line) {
        return switch (line.outcome()) {
            case RECORDED, UNCHANGED -> new Line(line.number(), line.key(), LineOutcome.NOT_RECORDED, null, null);
            case REPLAYED, REFUSED, NOT_RECORDED -> line;
        };
    }

    /** Records the group, and takes off those that wait whose outcome is certain. */
    private void takeOff(List<List<DecidedLine>> decided) {
        Iterator<Outcome> outcomes = kept().iterator();
        for (List<DecidedLine> together : decided) {
            List<Line> lines = new ArrayList<>();
            for (DecidedLine each : together) {
                Line line = each.drafted() ? onRecord(each.line(), outcomes) : each.line();
                // What is on record of it is found there when it is decided again.
                if (line == null) return;
                lines.add(line);
            }
            waiting.remove();
            for (int i = 0; i < lines.size(); i++) count(together.get(i).sent(), lines.get(i));
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

    /** Decides the lines that wait upon all that was decided before them, however many, and records none. */
    private void decideOnly() {
        draft.lookUp(keys(), streams());
        while (!waiting.isEmpty()) decideTogether(waiting.remove()).forEach(each -> count(each.sent(), each.line()));
        draft.settle();
    }

    private void count(ImportSource.Sent sent, Line decided) {
        Line line = stoppedAt == null || sent.number() == stoppedAt ? decided : afterStop(decided);
        counts.merge(line.outcome(), 1L, Long::sum);
        if (line.position() != null && !dry) position = Math.max(position == null ? 0 : position, line.position());
        if (line.problem() != null) refuse(refusal(sent, line.key(), line.problem()));
        if (line.outcome() == LineOutcome.REFUSED && onError == OnError.STOP && stoppedAt == null) {
            stoppedAt = line.number();
            if (!dry) draft.begin();
        }
        watch.decided(line);
    }

    private void refuse(Refusal refusal) {
        if (refusals.size() < Imports.MOST_REFUSALS) refusals.add(refusal);
        watch.refused(refusal);
    }

    private static Refusal refusal(ImportSource.Sent sent, @Nullable String key, Problem.Body problem) {
        return switch (sent) {
            case ImportSource.Unreadable unreadable ->
                new Refusal(sent.number(), key, problem, columns(unreadable.columns()), null, null);
            case ImportSource.Command command
            when command.columns().isEmpty() -> new Refusal(sent.number(), key, problem, null, null, null);
            case ImportSource.Command command ->
                new Refusal(
                        sent.number(),
                        key,
                        problem,
                        columns(columns(command.columns(), problem.errors())),
                        command.post(),
                        members(command.body()));
        };
    }

    private static @Nullable List<String> columns(List<String> named) {
        return named.isEmpty() ? null : named;
    }

    /** The columns from which comes what a problem points to. */
    static List<String> columns(Map<String, List<String>> sources, @Nullable List<Problem.At> errors) {
        Set<String> columns = new LinkedHashSet<>();
        if (errors == null) return List.of();
        for (Problem.At error : errors) {
            String pointer = error.pointer();
            if (pointer == null) continue;
            sources.forEach((from, headers) -> {
                if (isWithin(from, pointer) || isWithin(pointer, from)) columns.addAll(headers);
            });
        }
        return List.copyOf(columns);
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    private static Map<String, Object> members(ObjectNode body) {
        return FactSerializer.mapper().convertValue(body, new TypeReference<>() {});
    }

    private Line afterStop(Line decided) {
        if (isReplayOfDraft(decided))
            return new Line(decided.number(), decided.key(), LineOutcome.NOT_RECORDED, null, null);
        return switch (decided.outcome()) {
            case RECORDED, UNCHANGED -> new Line(decided.number(), decided.key(), LineOutcome.NOT_RECORDED, null, null);
            case REPLAYED, REFUSED, NOT_RECORDED -> decided;
        };
    }

    private Line decide(Commands deciding, ImportSource.Sent sent) {
        return switch (sent) {
            case ImportSource.Unreadable unreadable ->
                refused(unreadable.number(), unreadable.key(), unreadable.problem());
            case ImportSource.Command command -> decide(deciding, command);
        };
    }

    private Line decide(Commands deciding, ImportSource.Command sent) {
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
                List.copyOf(refusals),
                null);
    }

    private long many(LineOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}

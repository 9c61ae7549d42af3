package org.portfolioledger.command.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.register.RegisterCommand.GoLive;
import org.portfolioledger.command.register.RegisterCommand.OpenRegister;
import org.portfolioledger.http.ActorRole;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.LedgerBusy;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.LedgerStopping;
import org.portfolioledger.ledger.LedgerUnavailable;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.PositionRange;
import org.portfolioledger.ledger.StoredCommand;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.CommandKeyReused;
import org.portfolioledger.ledger.axon.CommandRepeated;
import org.portfolioledger.ledger.axon.KnownAtRefused;
import org.portfolioledger.ledger.axon.LedgerConflict;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.state.Kinds;

/**
 * Sends a command on its way once, however often it is asked to: looks its key up, decides, and on refusal, conflict or
 * lost connection, or where nothing is new, looks the key up again, since a repeated command may be refused by its own first
 * effect, or find it on record. The append has the last word, and the answer is always read from what is stored.
 */
final class CommandDispatcher {

    private final LedgerReader ledger;
    private final CommandProcessor processing;

    CommandDispatcher(LedgerReader ledger, CommandProcessor processing) {
        this.ledger = ledger;
        this.processing = processing;
    }

    /** What became of a command. */
    sealed interface Result {
        /**
         * It is on record.
         *
         * @param first the first fact of its unit
         */
        record Recorded(Receipt receipt, StoredEvent first, boolean replayed) implements Result {}

        /** Everything that it asks for was on record already. */
        record Unchanged(long version) implements Result {}
    }

    /**
     * @throws Problem whatever stands in the way
     */
    Result send(CommandRequest sent) {
        if (sent.knownAt() != null && !sent.actor().is(ActorRole.MIGRATOR))
            throw Problem.of(HttpProblem.NOT_ALLOWED, "Only a migrator states knownAt");
        if (sent.knownAt() != null && sent.command() instanceof GoLive)
            throw Problem.of(CommandProblem.KNOWN_AT_REFUSED, "A register goes live when that is recorded");
        CommandKey key = new CommandKey(
                sent.actor().person(), sent.key() == null ? UUID.randomUUID().toString() : sent.key());
        Optional<Result> before = replay(sent, key);
        return before.isPresent() ? before.get() : decideTwiceAtMost(sent, key);
    }

    private Result decideTwiceAtMost(CommandRequest sent, CommandKey key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decide(sent, key);
            } catch (LedgerConflict | CommandRepeated lost) {
                Optional<Result> meanwhile = replay(sent, key);
                if (meanwhile.isPresent()) return meanwhile.get();
                if (attempt == 2)
                    throw Problem.of(HttpProblem.CHANGED_MEANWHILE, "Twice in a row another command came first");
            } catch (Refused | StaleVersion | Problem | KnownAtRefused | LedgerUnavailable refusal) {
                return replay(sent, key).orElseThrow(() -> withPresentVersion(Refusals.problem(refusal), sent));
            } catch (CommandKeyReused _) {
                throw keyReused(sent);
            } catch (LedgerBusy | LedgerStopping untouched) {
                throw Refusals.problem(untouched);
            }
        }
    }

    /** Whoever finds an id taken is told the version of what is there. */
    private RuntimeException withPresentVersion(RuntimeException refusal, CommandRequest sent) {
        if (refusal instanceof Problem problem && problem.type().slug().equals(HttpProblem.ALREADY_EXISTS.slug())) {
            return problem.header("ETag", "\"" + (ledger.lastSequence(sent.command().stream()) + 1) + "\"");
        }
        return refusal;
    }

    private Result decide(CommandRequest sent, CommandKey key) {
        PendingUnit unit = new PendingUnit(key, sent.fingerprint(), register(sent), sent.knownAt());
        if (sent.command() instanceof GoLive) unit.goLive();
        Optional<Outcome> outcome = processing.process(sent.command(), unit, sent.knownAt() != null, sent.ifMatch());
        if (outcome.isEmpty()) return replay(sent, key).orElseGet(() -> unchanged(sent));
        return switch (outcome.get()) {
            case Outcome.Appended appended -> recorded(ledger.between(appended.first(), appended.last()), false);
            case Outcome other -> throw new IllegalStateException("the engine let " + other + " pass");
        };
    }

    private Result unchanged(CommandRequest sent) {
        return new Result.Unchanged(ledger.lastSequence(sent.command().stream()) + 1);
    }

    /** The register of the stream that decides: named where it begins, else the one in which it began. */
    private String register(CommandRequest sent) {
        String named = sent.command() instanceof GoLive ? null : sent.command().register();
        if (named != null) {
            if (!(sent.command() instanceof OpenRegister) && ledger.lastSequence(Kinds.REGISTER.stream(named)) < 0)
                throw new Refused(List.of(StructuralRule.unknown("register", named, "/register")));
            return named;
        }
        return ledger.registerOf(sent.command().registeredWith())
                .orElseThrow(() -> Problem.of(
                        HttpProblem.NOT_FOUND,
                        "Nothing is on record of " + sent.command().registeredWith()));
    }

    private Optional<Result> replay(CommandRequest sent, CommandKey key) {
        if (sent.key() == null) return Optional.empty();
        Optional<StoredCommand> stored = ledger.command(key);
        if (stored.isEmpty()) return Optional.empty();
        StoredCommand first = stored.get();
        if (!first.fingerprint().equals(sent.fingerprint())) throw keyReused(sent);
        PositionRange positions = first.positions();
        return Optional.of(
                positions == null
                        ? unchanged(sent)
                        : recorded(ledger.between(positions.first(), positions.last()), true));
    }

    private static Problem keyReused(CommandRequest sent) {
        return Problem.of(HttpProblem.KEY_REUSED, "The key " + sent.key() + " was used for another request");
    }

    private static Result recorded(List<StoredEvent> events, boolean replayed) {
        return new Result.Recorded(receipt(events), events.getFirst(), replayed);
    }

    private static Receipt receipt(List<StoredEvent> events) {
        StoredEvent last = events.getLast();
        return new Receipt(
                last.position(),
                last.knownAt(),
                last.recordedAt(),
                events.stream()
                        .map(event -> new Receipt.Fact(
                                event.type(), event.position(), event.eventId(), event.stream(), event.sequence() + 1))
                        .toList());
    }
}

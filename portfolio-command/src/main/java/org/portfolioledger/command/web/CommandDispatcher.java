package org.portfolioledger.command.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Refused;
import org.portfolioledger.command.StaleVersion;
import org.portfolioledger.command.StreamFact;
import org.portfolioledger.command.axon.CommandContext;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.GovernanceFact;
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
import org.portfolioledger.serialization.UnreadableFact;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * Sends a command on its way once, however often it is asked to: decides, and on refusal, conflict or lost connection looks
 * its key up, since a repeated command may be refused by its own first effect. The append has the last word: it knows the key.
 */
final class CommandDispatcher {

    private final LedgerReader ledger;
    private final FactReader reader;
    private final CommandProcessor processing;
    private final RestingFacts resting;

    CommandDispatcher(LedgerReader ledger, FactReader reader, CommandProcessor processing) {
        this.ledger = ledger;
        this.reader = reader;
        this.processing = processing;
        this.resting = new RestingFacts(ledger, reader);
    }

    /** What became of a command. */
    sealed interface Result {
        /**
         * It is on record.
         *
         * @param facts in the order of the receipt
         */
        record Recorded(Receipt receipt, List<GovernanceFact> facts, boolean replayed) implements Result {}

        /** Everything that it asks for was on record already. */
        record Unchanged(long version) implements Result {}
    }

    /**
     * @param again the same, read once more after another command came first
     * @throws Problem whatever stands in the way
     */
    Result send(CommandRequest sent, Supplier<CommandRequest> again) {
        if (sent.knownAt() != null && !sent.actor().roles().contains(ActorRole.MIGRATOR))
            throw Problem.of(HttpProblem.NOT_ALLOWED, "Only a migrator states knownAt");
        CommandKey key = new CommandKey(
                sent.actor().person(), sent.key() == null ? UUID.randomUUID().toString() : sent.key());
        return decideTwiceAtMost(sent, again, key);
    }

    private Result decideTwiceAtMost(CommandRequest first, Supplier<CommandRequest> again, CommandKey key) {
        for (int attempt = 1; ; attempt++) {
            CommandRequest sent = attempt == 1 ? first : again.get();
            try {
                return decide(sent, key);
            } catch (LedgerConflict | CommandRepeated lost) {
                Optional<Result> meanwhile = replay(sent, key);
                if (meanwhile.isPresent()) return meanwhile.get();
                if (attempt == 2)
                    throw Problem.of(HttpProblem.CHANGED_MEANWHILE, "Twice in a row another command came first");
            } catch (Refused | StaleVersion | Problem | UnreadableFact | KnownAtRefused | LedgerUnavailable refusal) {
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
            return problem.header("ETag", "\"" + (ledger.lastSequence(sent.stream()) + 1) + "\"");
        }
        return refusal;
    }

    private Result decide(CommandRequest sent, CommandKey key) {
        CommandContext context = processing.process(
                sent.stream(),
                sent.command(),
                sent.sender(),
                key,
                sent.fingerprint(),
                register(sent),
                sent.knownAt(),
                sent.ifMatch());
        return switch (context.outcome()) {
            case Outcome.Appended appended ->
                recorded(
                        Receipt.of(appended, context.events()),
                        context.decided().stream().map(StreamFact::fact).toList(),
                        false);
            case Outcome.NoEvents _ -> unchanged(sent);
            case Outcome other -> throw new IllegalStateException("the engine let " + other + " pass");
        };
    }

    private Result unchanged(CommandRequest sent) {
        return new Result.Unchanged(ledger.lastSequence(sent.stream()) + 1);
    }

    /** Named where the stream begins, else the one in which it began. */
    private String register(CommandRequest sent) {
        String named = sent.register();
        if (named == null)
            return processing
                    .registerOf(sent.registeredWith())
                    .orElseThrow(() -> Problem.of(
                            HttpProblem.NOT_FOUND, "Nothing is on record of " + Kinds.words(sent.registeredWith())));
        String register = Kinds.REGISTER.stream(named);
        if (!sent.stream().equals(register) && processing.registerOf(register).isEmpty())
            throw new Refused(List.of(ReferenceRule.unknown("register", named, "/register")));
        return named;
    }

    private Optional<Result> replay(CommandRequest sent, CommandKey key) {
        if (sent.key() == null) return Optional.empty();
        Optional<StoredCommand> stored = ledger.command(key);
        if (stored.isEmpty()) return Optional.empty();
        StoredCommand first = stored.get();
        if (!first.fingerprint().equals(sent.fingerprint())) throw keyReused(sent);
        PositionRange positions = first.positions();
        return Optional.of(
                positions == null ? unchanged(sent) : recorded(ledger.between(positions.first(), positions.last())));
    }

    private static Problem keyReused(CommandRequest sent) {
        return Problem.of(HttpProblem.KEY_REUSED, "The key " + sent.key() + " was used for another request");
    }

    private Result recorded(List<StoredEvent> events) {
        return recorded(
                Receipt.of(events),
                events.stream().map(event -> reader.read(event).fact()).toList(),
                true);
    }

    private Result recorded(Receipt receipt, List<GovernanceFact> facts, boolean replayed) {
        return new Result.Recorded(resting.added(receipt, facts), facts, replayed);
    }
}

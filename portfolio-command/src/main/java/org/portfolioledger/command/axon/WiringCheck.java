package org.portfolioledger.command.axon;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Refuses to start on a wiring that is not what was meant: what is wired wrongly would lose facts without a word. */
final class WiringCheck {

    private static final String PROBE = "wiring";

    private WiringCheck() {}

    /**
     * Sends a probe through the bus.
     *
     * @throws RefusedToStart if the bus opens a transaction: callers would be answered before the append is
     *     committed
     */
    static void requireNoTransaction(CommandBus bus) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        try (var _ = bus.subscribe(PROBE, _ -> TransactionSynchronizationManager.isActualTransactionActive())) {
            bus.dispatch(new GenericCommandMessage<>(GenericCommandMessage.asCommandMessage(PROBE), PROBE), answer);
        }
        if (!Boolean.FALSE.equals(answer.getResult().getPayload()))
            throw new RefusedToStart("The command bus opens a transaction: give it none, the append is its own.");
    }

    /**
     * @param handled names of the kinds whose commands have a handler
     * @throws RefusedToStart if a kind of entity has no family, or a family no kind
     */
    static void requireEveryKind(Collection<String> handled) {
        Set<String> kinds = Kinds.ALL.stream().map(Kind::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> families = new TreeSet<>(handled);
        if (!kinds.equals(families))
            throw new RefusedToStart(
                    "The kinds of entity are %s but the families decide %s: each kind needs one family."
                            .formatted(kinds, families));
    }
}

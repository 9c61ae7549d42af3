package org.portfolioledger.command.board;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of one board: joins the rules to Axon. */
public final class BoardAggregate extends Shell {

    BoardAggregate() {
        super(new Board());
    }

    @CommandHandler(commandName = "board")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

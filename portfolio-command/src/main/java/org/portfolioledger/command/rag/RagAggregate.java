package org.portfolioledger.command.rag;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of the ratings of one initiative: joins the rules to Axon. */
public final class RagAggregate extends Shell {

    RagAggregate() {
        super(new Rag());
    }

    @CommandHandler(commandName = "rag")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

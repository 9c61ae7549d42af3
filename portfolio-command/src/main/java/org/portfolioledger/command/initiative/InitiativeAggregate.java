package org.portfolioledger.command.initiative;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of one initiative: joins the rules to Axon. */
public final class InitiativeAggregate extends Shell {

    InitiativeAggregate() {
        super(new Initiative());
    }

    @CommandHandler(commandName = "initiative")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

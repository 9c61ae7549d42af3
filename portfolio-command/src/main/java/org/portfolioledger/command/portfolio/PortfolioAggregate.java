package org.portfolioledger.command.portfolio;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of one portfolio: joins the rules to Axon. */
public final class PortfolioAggregate extends Shell {

    PortfolioAggregate() {
        super(new Portfolio());
    }

    @CommandHandler(commandName = "portfolio")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

package org.portfolioledger.command.businesscase;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of one business case: joins the rules to Axon. */
public final class BusinessCaseAggregate extends Shell {

    BusinessCaseAggregate() {
        super(new BusinessCase());
    }

    @CommandHandler(commandName = "business-case")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

package org.portfolioledger.command.dependency;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of one dependency: joins the rules to Axon. */
public final class DependencyAggregate extends Shell {

    DependencyAggregate() {
        super(new Dependency());
    }

    @CommandHandler(commandName = "dependency")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

package org.portfolioledger.command.appointment;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.CommandContext;

/** Shell of who is accountable for one initiative: joins the rules to Axon. */
public final class AppointmentsAggregate extends Shell {

    AppointmentsAggregate() {
        super(new Appointments());
    }

    @CommandHandler(commandName = "appointments")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, CommandContext context) {
        decide(command, context);
    }
}

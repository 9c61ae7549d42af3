package org.portfolioledger.command.rag;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.axon.Particulars;

/** Shell of the ratings of one initiative: joins the rules to Axon. */
public final class RatingsAggregate extends Shell {

    RatingsAggregate() {
        super(new Ratings());
    }

    @CommandHandler(commandName = "ratings")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command command, Particulars particulars) {
        decide(command, particulars);
    }
}

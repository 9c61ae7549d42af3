package org.portfolioledger.command.register;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a register. */
public sealed interface RegisterCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/registers",
                    Set.of(PORTFOLIO_OFFICE),
                    "register",
                    OpenRegister.class,
                    RegisterOpened.class,
                    "Open a register, the record of one organisation",
                    """
                        {"id": "ACME", "name": "Acme Council"}"""),
            CommandRoute.changing(
                    "/registers/{register}/going-live",
                    Set.of(PORTFOLIO_OFFICE),
                    GoLive.class,
                    RegisterWentLive.class,
                    "End the migration of a register: it is live from then on",
                    """
                        {"effectiveOn": "2026-04-01"}"""));

    /** Begins the record of one organisation. */
    record OpenRegister(@IdOf("register") String register, String name, Provenance provenance)
            implements RegisterCommand {}

    /** Ends its migration, for ever. */
    record GoLive(@IdOf("register") String register, Provenance provenance) implements RegisterCommand {}
}

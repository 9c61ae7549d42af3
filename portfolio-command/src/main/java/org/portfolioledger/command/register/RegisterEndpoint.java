package org.portfolioledger.command.register;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.register.RegisterCommand.GoLive;
import org.portfolioledger.command.register.RegisterCommand.OpenRegister;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.springframework.stereotype.Component;

/** Paths of the commands on registers. */
@Component
final class RegisterEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/registers",
                        OpenRegister.class,
                        "register",
                        RegisterOpened.class,
                        open -> "/registers/" + open.register(),
                        "Begin the record of one organisation",
                        """
                        {"id": "ACME", "name": "Acme Council"}"""),
                new CommandRoute<>(
                        "/registers/{register}/going-live",
                        GoLive.class,
                        null,
                        RegisterWentLive.class,
                        live -> "/registers/" + live.register(),
                        "End the migration of a register, for ever",
                        """
                        {"effectiveOn": "2026-04-01"}"""));
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(RegisterRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return RegisterAggregate.class;
    }
}

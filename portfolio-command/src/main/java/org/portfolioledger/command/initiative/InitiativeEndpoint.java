package org.portfolioledger.command.initiative;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.initiative.InitiativeCommand.ChangeOwners;
import org.portfolioledger.command.initiative.InitiativeCommand.CloseInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.MoveInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.OpenInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.RenameInitiative;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.springframework.stereotype.Component;

/** Paths of the commands on initiatives. */
@Component
final class InitiativeEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/initiatives",
                        OpenInitiative.class,
                        "initiative",
                        InitiativeOpened.class,
                        InitiativeEndpoint::itself,
                        "Begin an initiative",
                        """
                        {"id": "PG-HOMES", "register": "ACME", "level": "PROGRAMME", "name": "New homes",
                         "placement": {"portfolio": "PF-HOUSING"}, "owners": ["HR"], "effectiveOn": "2026-01-05"}"""),
                new CommandRoute<>(
                        "/initiatives/{initiative}/renames",
                        RenameInitiative.class,
                        null,
                        InitiativeRenamed.class,
                        InitiativeEndpoint::itself,
                        "Give an initiative another name",
                        """
                        {"name": "Affordable homes", "reason": "New council", "effectiveOn": "2026-06-01"}"""),
                new CommandRoute<>(
                        "/initiatives/{initiative}/moves",
                        MoveInitiative.class,
                        null,
                        InitiativeMoved.class,
                        InitiativeEndpoint::itself,
                        "Put an initiative elsewhere; to null, it leaves the portfolio",
                        """
                        {"to": {"portfolio": "PF-HOUSING"}, "effectiveOn": "2026-06-01"}"""),
                new CommandRoute<>(
                        "/initiatives/{initiative}/owners",
                        ChangeOwners.class,
                        null,
                        InitiativeOwnersChanged.class,
                        InitiativeEndpoint::itself,
                        "Give an initiative other owners",
                        """
                        {"owners": ["HR", "FIN"], "effectiveOn": "2026-06-01"}"""),
                new CommandRoute<>(
                        "/initiatives/{initiative}/closures",
                        CloseInitiative.class,
                        null,
                        InitiativeClosed.class,
                        InitiativeEndpoint::itself,
                        "Close an initiative",
                        """
                        {"reason": "Delivered", "continuedBy": [], "effectiveOn": "2026-09-30"}"""));
    }

    private static String itself(InitiativeCommand command) {
        return "/initiatives/" + command.initiative();
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(InitiativeRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return InitiativeAggregate.class;
    }
}

package org.portfolioledger.command.dependency;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.dependency.DependencyCommand.AgreeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.PromiseDependency;
import org.portfolioledger.command.dependency.DependencyCommand.ProposeDependency;
import org.portfolioledger.command.dependency.DependencyCommand.UpdateStatus;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.springframework.stereotype.Component;

/** Paths of the commands on dependencies. */
@Component
final class DependencyEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/dependencies",
                        ProposeDependency.class,
                        "dependency",
                        DependencyProposed.class,
                        DependencyEndpoint::itself,
                        "Put a dependency on record",
                        """
                        {"id": "DEP-1", "register": "ACME", "giver": {"description": "Finance"}, "receiver": {"initiative": "PG-HOMES"},
                         "type": "ENABLING_AREA", "importance": "HIGH", "nature": "Loan agreements", "neededBy": "2026-09-01",
                         "effectiveOn": "2026-02-01"}"""),
                new CommandRoute<>(
                        "/dependencies/{dependency}/agreements",
                        AgreeDependency.class,
                        null,
                        DependencyAgreed.class,
                        DependencyEndpoint::itself,
                        "Record that one side agreed",
                        """
                        {"side": "GIVER", "agreedBy": "p-secretary", "effectiveOn": "2026-02-05"}"""),
                new CommandRoute<>(
                        "/dependencies/{dependency}/promises",
                        PromiseDependency.class,
                        null,
                        DependencyPromised.class,
                        DependencyEndpoint::itself,
                        "Record the date for which the giver promises it",
                        """
                        {"promisedFor": "2026-10-01", "reason": "Audit first", "effectiveOn": "2026-02-20"}"""),
                new CommandRoute<>(
                        "/dependencies/{dependency}/status-updates",
                        UpdateStatus.class,
                        null,
                        DependencyStatusUpdated.class,
                        DependencyEndpoint::itself,
                        "Record its status",
                        """
                        {"status": "AT_RISK", "reason": "Lender withdrew", "effectiveOn": "2026-06-01"}"""));
    }

    private static String itself(DependencyCommand command) {
        return "/dependencies/" + command.dependency();
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(DependencyRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return DependencyAggregate.class;
    }
}

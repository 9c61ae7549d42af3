package org.portfolioledger.command.businesscase;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.springframework.stereotype.Component;

/** Paths of the commands on business cases. */
@Component
final class BusinessCaseEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/business-cases",
                        OpenCase.class,
                        "businessCase",
                        BusinessCaseOpened.class,
                        BusinessCaseEndpoint::itself,
                        "Begin a business case",
                        """
                        {"id": "BC-HOMES-OBC", "register": "ACME", "initiative": "PG-HOMES", "stage": "OBC", "title": "New homes",
                         "route": ["BD-PROG", "BD-INV"], "precedingCase": "BC-HOMES-SOC", "owners": ["p-sro1"], "effectiveOn": "2026-02-01"}"""),
                new CommandRoute<>(
                        "/business-cases/{businessCase}/versions",
                        WriteVersion.class,
                        null,
                        BusinessCaseVersionRecorded.class,
                        write -> itself(write) + "/versions" + (write.version() == null ? "" : "/" + write.version()),
                        "Record a version",
                        """
                        {"cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "REAL", "priceYear": "2025/26", "confidence": "VALIDATED"},
                         "paper": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1", "marking": "OFFICIAL", "purpose": "FOR_DECISION"},
                         "dimensions": ["STRATEGIC", "ECONOMIC", "COMMERCIAL", "FINANCIAL", "MANAGEMENT"], "effectiveOn": "2026-02-10"}"""),
                new CommandRoute<>(
                        "/business-cases/{businessCase}/submissions",
                        SubmitVersion.class,
                        null,
                        BusinessCaseSubmitted.class,
                        BusinessCaseEndpoint::itself,
                        "Put a version to the boards of the route",
                        """
                        {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-02-12"}"""),
                new CommandRoute<>(
                        "/business-cases/{businessCase}/decisions",
                        DecideOnCase.class,
                        null,
                        BusinessCaseDecided.class,
                        decide -> itself(decide) + "/decisions/" + CommandRoute.POSITION,
                        "Record what a board decided on a case",
                        """
                        {"board": "BD-INV", "version": 1, "outcome": "APPROVED", "meeting": "2026-03",
                         "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1"}], "attendance": 4, "decidedBy": ["p-secretary"],
                         "rationale": "Best value of four options", "effectiveOn": "2026-03-18"}"""));
    }

    private static String itself(BusinessCaseCommand command) {
        return "/business-cases/" + command.businessCase();
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(BusinessCaseRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return BusinessCaseAggregate.class;
    }
}

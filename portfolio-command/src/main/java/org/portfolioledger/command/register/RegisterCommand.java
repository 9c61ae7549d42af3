package org.portfolioledger.command.register;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
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
                        {"effectiveOn": "2026-04-01"}"""),
            CommandRoute.changing(
                            "/registers/{register}/data-standards",
                            Set.of(PORTFOLIO_OFFICE),
                            DefineDataStandard.class,
                            DataStandardDefined.class,
                            "Define the tables of a data standard, by which the data of initiatives is judged from a day on",
                            """
                        {"title": "Programme and project data standard, version 2", "effectiveOn": "2027-04-01",
                         "entities": [{"entity": "PROJECT_FEATURES", "required": true, "attributes": [
                                         {"name": "Project name", "required": true, "path": "name", "format": "TEXT", "allowedValues": [], "longest": 200},
                                         {"name": "Sector", "required": true, "path": "attributes.sector", "allowedValues": ["Health", "Housing"]}]},
                                      {"entity": "MILESTONE", "required": true, "attributes": [
                                         {"name": "Forecast date", "required": true, "path": "forecast", "format": "DATE", "allowedValues": [], "updated": "MONTHLY"}]}]}""")
                    .at("/registers/{register}/data-standard"));

    /** Begins the record of one organisation. */
    record OpenRegister(@IdOf("register") String register, String name, Provenance provenance)
            implements RegisterCommand {}

    /**
     * Defines the tables of a data standard: they take the place of those in force before.
     *
     * @param version null: the next one
     * @param title of the standard and its version
     * @param entities each once, with the attributes that a record of it has
     */
    record DefineDataStandard(
            @IdOf("register") String register,
            @Nullable Integer version,
            String title,
            List<DataEntityTable> entities,
            Provenance provenance)
            implements RegisterCommand {}

    /** Ends its migration, for ever. */
    record GoLive(@IdOf("register") String register, Provenance provenance) implements RegisterCommand {}
}

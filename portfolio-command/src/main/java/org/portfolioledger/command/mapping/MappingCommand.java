package org.portfolioledger.command.mapping;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a mapping. */
public sealed interface MappingCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/mappings",
                    Set.of(PORTFOLIO_OFFICE),
                    "mapping",
                    DefineMapping.class,
                    ImportMappingDefined.class,
                    "Define how the rows of a spreadsheet become commands",
                    """
                        {"id": "MP-RAG", "register": "ACME", "name": "Monthly return of ratings", "portfolio": "PF-HOUSING", "snapshot": "day",
                         "columns": [{"name": "day", "header": "Reported on", "kind": "DATE"}, {"name": "project", "kind": "TEXT"},
                                     {"name": "rating", "kind": "TEXT", "values": {"G": "GREEN", "A": "AMBER", "R": "RED"}},
                                     {"name": "why", "header": "Commentary", "kind": "TEXT"}],
                         "recognition": {"called": "project", "oneRowEach": true},
                         "commands": [{"step": "rating", "stated": ["rating"], "post": "/initiatives/{@initiative}/rag-assessments",
                                       "body": [{"at": "/scheme", "value": "ACME_RAG"}, {"at": "/criterion", "value": "OVERALL"},
                                                {"at": "/assessor", "value": "PORTFOLIO_OFFICE"}, {"at": "/rating", "value": "{rating}"},
                                                {"at": "/rationale", "value": "{why}"}]}],
                         "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/mappings/{mapping}/versions",
                    Set.of(PORTFOLIO_OFFICE),
                    RedefineMapping.class,
                    ImportMappingRedefined.class,
                    "Define a further version of a mapping",
                    """
                        {"portfolio": "PF-HOUSING", "snapshot": "day",
                         "columns": [{"name": "day", "header": "Month end", "kind": "DATE"}, {"name": "project", "kind": "TEXT"},
                                     {"name": "rating", "kind": "TEXT"}],
                         "recognition": {"called": "project", "oneRowEach": true},
                         "commands": [{"step": "rating", "stated": ["rating"], "post": "/initiatives/{@initiative}/rag-assessments",
                                       "body": [{"at": "/scheme", "value": "ACME_RAG"}, {"at": "/criterion", "value": "OVERALL"},
                                                {"at": "/assessor", "value": "PORTFOLIO_OFFICE"}, {"at": "/rating", "value": "{rating}"},
                                                {"at": "/rationale", "value": "As in the return of {day}"}]}],
                         "reason": "The return has other columns", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/mappings/{mapping}/withdrawals",
                    Set.of(PORTFOLIO_OFFICE),
                    WithdrawMapping.class,
                    ImportMappingWithdrawn.class,
                    "Withdraw a mapping",
                    """
                        {"reason": "The return is sent as a file of commands", "effectiveOn": "2026-10-01"}"""));

    /**
     * Defines it.
     *
     * @param portfolio whose initiatives the rows are about; without it, all initiatives of the register
     * @param snapshot name of the column with the date for which a row holds; without it, the import states the date
     * @param columns those that are read; all others are ignored
     * @param recognition by what a row's initiative is recognised
     * @param common members that every command gets
     * @param commands what each row is sent as, in order
     */
    record DefineMapping(
            @IdOf("mapping") String mapping,
            @IdOf("register") String register,
            String name,
            @IdOf("portfolio") @Nullable String portfolio,
            @Nullable String snapshot,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedField> common,
            List<MappedCommand> commands,
            Provenance provenance)
            implements MappingCommand {}

    /**
     * Defines a further version, which imports use from then on.
     *
     * @param version null: the next
     * @param portfolio whose initiatives the rows are about; without it, all initiatives of the register
     * @param snapshot name of the column with the date for which a row holds; without it, the import states the date
     * @param columns those that are read; all others are ignored
     * @param recognition by what a row's initiative is recognised
     * @param common members that every command gets
     * @param commands what each row is sent as, in order
     * @param reason why it changes
     */
    record RedefineMapping(
            @IdOf("mapping") String mapping,
            @Nullable Integer version,
            @IdOf("portfolio") @Nullable String portfolio,
            @Nullable String snapshot,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedField> common,
            List<MappedCommand> commands,
            String reason,
            Provenance provenance)
            implements MappingCommand {}

    /** Withdraws it: no import uses it from then on. */
    record WithdrawMapping(@IdOf("mapping") String mapping, String reason, Provenance provenance)
            implements MappingCommand {}
}

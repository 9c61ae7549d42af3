package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may send which command, over HTTP. */
@RestController
class AccessEndpoint {

    private final AccessMatrix matrix;
    private final AccessRights rights;

    AccessEndpoint(Catalogue catalogue, AccessRights rights) {
        this.matrix = AccessMatrix.of(catalogue);
        this.rights = rights;
    }

    @GetMapping(Catalogue.BASE + "/access/matrix")
    @Operation(
            summary = "Who may send which command",
            description = "For every command, the roles that may send it and those that may correct what it put on"
                    + " record, each with its reach. Made from the same catalogue by which commands are"
                    + " accepted. A role that is granted within a portfolio, an initiative or a board, as"
                    + " BOARD_SECRETARY@board-BD-INV, reaches what concerns that; one that is granted for @* reaches"
                    + " everything.")
    AccessMatrix matrix(HttpServletRequest request) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of());
        return matrix;
    }

    @GetMapping(Catalogue.BASE + "/access/rights")
    @Operation(
            summary = "Whether somebody may send a command about an entity, and why",
            description =
                    "Decided as the command itself is, at any moment that has passed: by the grants that are named, and by"
                            + " what was on record of the person then. It is for the rights alone: whatever else would"
                            + " refuse the command is not looked at. PORTFOLIO_OFFICE, ASSURANCE and ADMINISTRATOR ask about"
                            + " others and other roles.")
    AccessRights.AccessRight right(
            HttpServletRequest request,
            @Parameter(
                            required = true,
                            description = "Path of the command, as the matrix has it",
                            example = "/api/v1/initiatives/{initiative}/rag-assessments")
                    @RequestParam(required = false)
                    @Nullable
                    String command,
            @Parameter(
                            required = true,
                            description =
                                    "Stream of the entity that the command is about. Where the command opens an entity,"
                                            + " that of a portfolio, an initiative or a board that the new one concerns; where a"
                                            + " board decides, that of the board.",
                            example = "initiative-PG-HOMES")
                    @RequestParam(required = false)
                    @Nullable
                    String entity,
            @Parameter(description = "Id of the person; the caller where it is absent")
                    @RequestParam(required = false)
                    @Nullable
                    String person,
            @Parameter(
                            description = "Roles of the account, separated by commas, as the issuer writes them; the"
                                    + " caller's where it is absent",
                            example = "SRO,BOARD_SECRETARY@board-BD-INV")
                    @RequestParam(required = false)
                    @Nullable
                    String roles,
            @Parameter(
                            description = "Day on which what the command states would be in effect; the day of knownAt"
                                    + " where it is absent",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(
                            description =
                                    "When the command would be sent: a date, a moment or position:N; now where it is"
                                            + " absent")
                    @RequestParam(required = false)
                    @Nullable
                    String knownAt) {
        Parameters.requireKnown(
                request.getParameterMap().keySet(), Set.of("command", "entity", "person", "roles", "asOf", "knownAt"));
        return rights.of(new AccessRights.Question(command, entity, person, roles, asOf, knownAt));
    }
}

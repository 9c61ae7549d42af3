package org.portfolioledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may send which command, over HTTP. */
@RestController
class AccessEndpoint {

    private final AccessMatrix matrix;

    AccessEndpoint(Catalogue catalogue) {
        this.matrix = AccessMatrix.of(catalogue);
    }

    @GetMapping(Catalogue.BASE + "/access/matrix")
    @Operation(
            summary = "Who may send which command",
            description = "For every command, the roles that may send it and those that may correct what it put on"
                    + " record, each with its reach. Made from the same catalogue by which commands are"
                    + " accepted. Every signed-in user may read everything except contacts of people.")
    AccessMatrix matrix(HttpServletRequest request) {
        Parameters.requireKnown(request.getParameterMap().keySet(), Set.of());
        return matrix;
    }
}

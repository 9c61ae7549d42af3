package org.portfolioledger.query.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules for alerts. They are part of the program: answered without the ledger, and the same at every point. */
@RestController
class AlertQueries {

    private static final AlertDefinitions ALL = new AlertDefinitions(AlertDefinition.all());

    /** Every rule for an alert. */
    record AlertDefinitions(List<AlertDefinition> items) {}

    @GetMapping("/api/v1/alerts")
    @Operation(summary = "List the rules for alerts: what each means, and which facts give it")
    @ReadParameters(Form.DIRECTORY)
    AlertDefinitions all(ReadRequest request) {
        return ALL;
    }
}

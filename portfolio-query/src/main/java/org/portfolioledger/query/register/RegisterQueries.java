package org.portfolioledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.state.Kinds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of registers. */
@RestController
@RequestMapping("/api/v1/registers")
final class RegisterQueries {

    private final Answers answers;

    RegisterQueries(Answers answers) {
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The registers")
    @Asks(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    ResponseEntity<byte[]> registers(Asked asked) {
        return answers.rows(asked, Kinds.REGISTER, Map.of());
    }

    @GetMapping("/{register}")
    @Operation(summary = "One register")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> register(@PathVariable("register") String id, Asked asked) {
        return answers.item(asked, Kinds.REGISTER, id);
    }
}

package org.portfolioledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.point.Point;
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

    private final Liveness liveness;

    RegisterQueries(Answers answers, Liveness liveness) {
        this.answers = answers;
        this.liveness = liveness;
    }

    @GetMapping
    @Operation(summary = "The registers")
    @Asks(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    ResponseEntity<byte[]> registers(Asked asked) {
        Point point = answers.point(asked);
        return answers.rows(asked, point, Kinds.REGISTER, Map.of(), register -> liveness.shown(register, point));
    }

    @GetMapping("/{register}")
    @Operation(summary = "One register")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> register(@PathVariable("register") String id, Asked asked) {
        Point point = answers.point(asked, Kinds.REGISTER, id);
        return answers.item(asked, point, Kinds.REGISTER, id, register -> liveness.shown(register, point));
    }
}

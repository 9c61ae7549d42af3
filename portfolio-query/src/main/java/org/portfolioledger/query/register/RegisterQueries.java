package org.portfolioledger.query.register;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RegisterState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of registers. */
@RestController
@RequestMapping("/api/v1/registers")
final class RegisterQueries {

    private final Responses responses;

    private final LiveSince liveness;

    RegisterQueries(Responses responses, LiveSince liveness) {
        this.responses = responses;
        this.liveness = liveness;
    }

    @GetMapping
    @Operation(summary = "List registers")
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    Answer<PageView<EntityView<RegisterState>>> registers(ReadRequest request) {
        TimePoint point = responses.point(request);
        return responses.rows(
                request,
                point,
                Kinds.REGISTER,
                Map.of(),
                (found, seen) -> found.stream()
                        .map(row -> EntityView.of(liveness.shown(row.state(), point), seen))
                        .toList());
    }

    @GetMapping("/{register}")
    @Operation(summary = "Get one register")
    @ReadParameters(Form.ITEM)
    Answer<EntityView<RegisterState>> register(@PathVariable("register") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.REGISTER, id);
        return responses.item(
                request,
                point,
                Kinds.REGISTER,
                id,
                (register, seen) -> EntityView.of(liveness.shown(register, point), seen));
    }
}

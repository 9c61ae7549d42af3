package org.portfolioledger.query.appointment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads of appointments. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}/appointments")
final class AppointmentQueries {

    private final Responses responses;
    private final SubResources parts;

    AppointmentQueries(Responses responses, SubResources parts) {
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List appointments: who holds which role, and which roles are vacant")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "role", of = Role.class),
            sorts = {"since", "role"})
    ResponseEntity<byte[]> appointments(@PathVariable("initiative") String id, ReadRequest request) {
        return parts.list(
                request,
                Kinds.INITIATIVE,
                id,
                Kinds.APPOINTMENTS,
                roles -> running(roles).stream()
                        .filter(part -> SubResources.has(part, "role", request.filter("role")))
                        .toList());
    }

    @GetMapping("/{appointment}")
    @Operation(summary = "Get one appointment, while it runs")
    @ReadParameters(Form.ITEM)
    ResponseEntity<byte[]> appointment(
            @PathVariable("initiative") String id, @PathVariable String appointment, ReadRequest request) {
        return responses.item(request, Kinds.APPOINTMENTS, id, roles -> SubResources.one(running(roles), appointment));
    }

    private static List<ObjectNode> running(ObjectNode appointments) {
        List<ObjectNode> running = new ArrayList<>();
        for (Map.Entry<String, JsonNode> role : appointments.path("roles").properties()) {
            JsonNode holding = role.getValue().path("value");
            if (holding.path("ended").asBoolean(false)) continue;
            ObjectNode part = SubResources.flat(holding.path("appointment").asString(""), role.getValue());
            part.put("role", role.getKey());
            running.add(part);
        }
        return running;
    }
}

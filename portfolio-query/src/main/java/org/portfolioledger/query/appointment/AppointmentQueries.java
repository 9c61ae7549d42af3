package org.portfolioledger.query.appointment;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.Asks;
import org.portfolioledger.query.answer.Asks.Choice;
import org.portfolioledger.query.answer.Asks.Form;
import org.portfolioledger.query.answer.Parts;
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

    private final Answers answers;
    private final Parts parts;

    AppointmentQueries(Answers answers, Parts parts) {
        this.answers = answers;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "Who holds which role, and which roles are on record as vacant")
    @Asks(
            value = Form.LIST,
            choices = @Choice(filter = "role", of = Role.class),
            sorts = {"since", "role"})
    ResponseEntity<byte[]> appointments(@PathVariable("initiative") String id, Asked asked) {
        return parts.list(
                asked,
                Kinds.INITIATIVE,
                id,
                Kinds.APPOINTMENTS,
                roles -> running(roles).stream()
                        .filter(part -> Parts.has(part, "role", asked.filter("role")))
                        .toList());
    }

    @GetMapping("/{appointment}")
    @Operation(summary = "One appointment, while it runs")
    @Asks(Form.ITEM)
    ResponseEntity<byte[]> appointment(
            @PathVariable("initiative") String id, @PathVariable String appointment, Asked asked) {
        return answers.item(asked, Kinds.APPOINTMENTS, id, roles -> Parts.one(running(roles), appointment));
    }

    private static List<ObjectNode> running(ObjectNode appointments) {
        List<ObjectNode> running = new ArrayList<>();
        for (Map.Entry<String, JsonNode> role : appointments.path("roles").properties()) {
            JsonNode holding = role.getValue().path("value");
            if (holding.path("ended").asBoolean(false)) continue;
            ObjectNode part = Parts.flat(holding.path("appointment").asString(""), role.getValue());
            part.put("role", role.getKey());
            running.add(part);
        }
        return running;
    }
}

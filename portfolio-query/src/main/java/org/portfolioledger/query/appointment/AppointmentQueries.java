package org.portfolioledger.query.appointment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.overview.PostHolders;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Running;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads of appointments. */
@RestController
@RequestMapping("/api/v1/initiatives/{initiative}/appointments")
final class AppointmentQueries {

    private final Responses responses;
    private final SubResources parts;
    private final PostHolders posts;

    AppointmentQueries(Responses responses, SubResources parts, PostHolders posts) {
        this.posts = posts;
        this.responses = responses;
        this.parts = parts;
    }

    @GetMapping
    @Operation(summary = "List appointments: who holds which role, and which roles are vacant")
    @ReadParameters(
            value = Form.LIST,
            choices = @Choice(filter = "role", of = Role.class),
            sorts = {"since", "role"})
    Answer<PageView<PartView<RoleHeld>>> appointments(@PathVariable("initiative") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.INITIATIVE, id);
        return parts.list(
                request,
                point,
                id,
                Kinds.APPOINTMENTS,
                List.of(),
                (roles, seen) -> running(point, roles, seen).stream()
                        .filter(part -> SubResources.is(
                                request.filter("role"), part.value().role()))
                        .toList());
    }

    @GetMapping("/{appointment}")
    @Operation(summary = "Get one appointment, while it runs")
    @ReadParameters(Form.ITEM)
    Answer<PartView<RoleHeld>> appointment(
            @PathVariable("initiative") String id, @PathVariable String appointment, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.APPOINTMENTS, id);
        return responses.item(
                request,
                point,
                Kinds.APPOINTMENTS,
                id,
                List.of(),
                (roles, seen) -> PartView.one(running(point, roles, seen), appointment));
    }

    /** A role and how it is held. */
    record RoleHeld(Role role, @JsonUnwrapped Running holding) {}

    private List<PartView<RoleHeld>> running(TimePoint point, AppointmentsState roles, Viewpoint without) {
        AppointmentsState held = posts.at(point, roles);
        Viewpoint seen = posts.seen(point, roles, held, without);
        List<PartView<RoleHeld>> running = new ArrayList<>();
        held.running()
                .forEach((role, holding) -> running.add(PartView.of(
                        holding.value().appointment(), holding, new RoleHeld(role, holding.value()), seen)));
        return running;
    }
}

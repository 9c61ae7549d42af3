package org.portfolioledger.command.appointment;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.appointment.AppointmentCommand.AppointRole;
import org.portfolioledger.command.appointment.AppointmentCommand.EndAppointment;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.springframework.stereotype.Component;

/** Paths of the commands on appointments. */
@Component
final class AppointmentEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/initiatives/{initiative}/appointments",
                        AppointRole.class,
                        "appointment",
                        RoleAppointed.class,
                        AppointmentEndpoint::itself,
                        "Give a role to a holder, or say that it is vacant",
                        """
                        {"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro1", "post": "Director of Housing"},
                         "appointmentLetter": "HO/2026/14", "expectedEnd": "2028-01-05", "timeCommitment": 50, "effectiveOn": "2026-01-05"}"""),
                new CommandRoute<>(
                        "/initiatives/{initiative}/appointments/{appointment}/endings",
                        EndAppointment.class,
                        null,
                        AppointmentEnded.class,
                        AppointmentEndpoint::itself,
                        "End an appointment that nobody takes over",
                        """
                        {"reason": "Retired", "effectiveOn": "2026-06-01"}"""));
    }

    private static String itself(AppointmentCommand command) {
        String appointment = switch (command) {
            case AppointRole appoint -> appoint.appointment();
            case EndAppointment end -> end.appointment();
        };
        return "/initiatives/" + command.initiative() + "/appointments/" + appointment;
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(AppointmentRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return AppointmentsAggregate.class;
    }
}

package org.portfolioledger.command.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** What can be put on record about who is accountable for an initiative. */
public sealed interface AppointmentCommand extends Command {

    String initiative();

    @Override
    default String stream() {
        return Kinds.APPOINTMENTS.stream(initiative());
    }

    @Override
    default String registeredWith() {
        return Kinds.INITIATIVE.stream(initiative());
    }

    /**
     * Gives a role to a holder, or says that it is vacant.
     *
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which it is no longer expected to hold
     * @param timeCommitment share of working time in percent
     * @param replaces id of the appointment that it ends
     */
    record AppointRole(
            String initiative,
            String appointment,
            Role role,
            AppointmentKind kind,
            @Nullable Holder holder,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String replaces,
            Provenance provenance)
            implements AppointmentCommand {}

    /** Ends an appointment that nobody takes over in the same act. */
    record EndAppointment(
            String initiative, String appointment, @Nullable String reason, Provenance provenance)
            implements AppointmentCommand {}
}

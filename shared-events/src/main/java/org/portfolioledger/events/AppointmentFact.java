package org.portfolioledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** Facts about who is accountable for an initiative. Stream {@code appointments-{initiative}}. */
public sealed interface AppointmentFact extends GovernanceFact {

    /**
     * A role was given to a holder, or is on record as vacant. Names the appointment that it replaces, if it replaces
     * one: it ends the old and begins the new.
     *
     * @param appointment id, unique within the initiative
     * @param holder null where the role is vacant
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which the appointment is no longer expected to hold
     * @param timeCommitment share of working time, in percent (1 to 100)
     * @param replaces id of the appointment that it ends
     */
    record RoleAppointed(
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
            implements AppointmentFact {}

    /** An appointment ended, and nobody took the role in the same act. */
    record AppointmentEnded(
            String initiative, String appointment, @Nullable String reason, Provenance provenance)
            implements AppointmentFact {}

    /** How a role is held. */
    enum AppointmentKind {
        SUBSTANTIVE,
        ACTING,
        INTERIM,
        /** Nobody holds the role, and that is on record. */
        VACANT
    }
}

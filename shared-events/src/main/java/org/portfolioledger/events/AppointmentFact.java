package org.portfolioledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** Facts about who is accountable for an initiative. Stream {@code appointments-{initiative}}. */
public sealed interface AppointmentFact extends GovernanceFact {

    /**
     * A role was given to a holder, or is on record as vacant. Names the appointment that it replaces, if it replaces
     * one: it ends the old and begins the new.
     *
     * @param appointment id, unique within the initiative
     * @param holder null where the role is vacant, or held by a post on record
     * @param heldByPost id of the post on record whose holder holds the role, whoever that is on a day
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which the appointment is no longer expected to hold
     * @param timeCommitment share of working time, in percent (1 to 100)
     * @param delegatedAuthority what the holder may decide alone, in the words of the letter
     * @param delegatedLimit highest cost that the holder may approve alone
     * @param handoverNote reference of the note with which the work was handed over to the holder
     * @param replaces id of the appointment that it ends
     */
    record RoleAppointed(
            String initiative,
            String appointment,
            Role role,
            AppointmentKind kind,
            @Nullable Holder holder,
            @Nullable String heldByPost,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote,
            @Nullable String replaces,
            Provenance provenance)
            implements AppointmentFact, Approval {}

    /**
     * An appointment ended, and nobody took over the role.
     *
     * @param handoverNote reference of the note that the holder left
     */
    record AppointmentEnded(
            String initiative,
            String appointment,
            @Nullable String reason,
            @Nullable String handoverNote,
            Provenance provenance)
            implements AppointmentFact {}

    /** How a role or a post is held. */
    enum AppointmentKind {
        SUBSTANTIVE,
        ACTING,
        INTERIM,
        /** Nobody holds the role, and that is on record. */
        VACANT
    }
}

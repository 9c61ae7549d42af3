package org.portfolioledger.command.appointment;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** What can be put on record about who is accountable for an initiative. */
public sealed interface AppointmentCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/initiatives/{initiative}/appointments",
                    Set.of(PORTFOLIO_OFFICE),
                    "appointment",
                    AppointRole.class,
                    RoleAppointed.class,
                    "Give a role to a holder, or record that it is vacant",
                    """
                        {"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro1", "post": "Director of Housing"},
                         "appointmentLetter": "HO/2026/14", "expectedEnd": "2028-01-05", "timeCommitment": 50,
                         "delegatedAuthority": "May approve changes of scope that cost no more", "delegatedLimit": {"amount": 50000, "currency": "GBP",
                         "priceBasis": "NOMINAL", "confidence": "APPROVED"}, "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/initiatives/{initiative}/appointments/{appointment}/endings",
                    Set.of(PORTFOLIO_OFFICE),
                    EndAppointment.class,
                    AppointmentEnded.class,
                    "End an appointment that nobody takes over",
                    """
                        {"reason": "Retired", "handoverNote": "HO/2026/29", "effectiveOn": "2026-06-01"}"""),
            new CommandRoute<>(
                    "/initiatives/{initiative}/appointments/{appointment}/transfers",
                    Set.of(PORTFOLIO_OFFICE),
                    Set.of(PORTFOLIO_OFFICE),
                    TransferAppointment.class,
                    "begins",
                    List.of(AppointmentEnded.class, RoleAppointed.class),
                    "/initiatives/{initiative}/appointments/{appointment}",
                    TransferAppointment::of,
                    "End an appointment and begin one of the same person in another initiative, in one command",
                    """
                        {"id": "SRO-1", "to": "PG-ROADS", "kind": "SUBSTANTIVE", "post": "Director of Roads", "appointmentLetter": "HO/2026/31",
                         "expectedEnd": "2028-01-05", "timeCommitment": 50, "reason": "Moved to roads", "handoverNote": "HO/2026/30", "effectiveOn": "2026-06-01"}"""));

    /**
     * Gives a role to a holder, or says that it is vacant.
     *
     * @param holder a person, a post, or a person in a post; null where a post on record holds it, or nobody
     * @param heldByPost id of the post on record whose holder holds it
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which it is no longer expected to hold
     * @param timeCommitment share of working time, in percent
     * @param delegatedAuthority what the holder may decide alone, in the words of the letter
     * @param delegatedLimit highest cost that the holder may approve alone
     * @param handoverNote reference of the note with which the work was handed over to the holder
     * @param replaces id of the appointment that it ends
     */
    record AppointRole(
            @IdOf("initiative") String initiative,
            String appointment,
            Role role,
            AppointmentKind kind,
            @Nullable Holder holder,
            @IdOf("post") @Nullable String heldByPost,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote,
            @Nullable String replaces,
            Provenance provenance)
            implements AppointmentCommand {}

    /**
     * Ends an appointment that nobody takes over.
     *
     * @param handoverNote reference of the note that the holder left
     */
    record EndAppointment(
            @IdOf("initiative") String initiative,
            String appointment,
            @Nullable String reason,
            @Nullable String handoverNote,
            Provenance provenance)
            implements AppointmentCommand {}

    /**
     * Transfers the person who holds a role: one appointment ends, and another begins in another initiative.
     *
     * @param appointment that ends
     * @param begins id of the appointment that begins
     * @param to initiative in which it begins
     * @param role there; null: the same
     * @param post title of the person's post there
     * @param delegatedAuthority what the person may decide alone there
     * @param delegatedLimit highest cost that the person may approve alone there
     * @param handoverNote reference of the note that the person left where the one ends
     * @param replaces id of the appointment there that it ends
     * @param reason reason for which the first one ends
     */
    record TransferAppointment(
            @IdOf("initiative") String initiative,
            String appointment,
            String begins,
            @IdOf("initiative") String to,
            @Nullable Role role,
            AppointmentKind kind,
            @Nullable String post,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String replaces,
            @Nullable String reason,
            @Nullable String handoverNote,
            Provenance provenance)
            implements AppointmentCommand {

        /** The words of a transfer, from its two facts. */
        static TransferAppointment of(List<GovernanceFact> facts) {
            AppointmentEnded ended = (AppointmentEnded) facts.getFirst();
            RoleAppointed begun = (RoleAppointed) facts.getLast();
            return new TransferAppointment(
                    ended.initiative(),
                    ended.appointment(),
                    begun.appointment(),
                    begun.initiative(),
                    begun.role(),
                    begun.kind(),
                    begun.holder() == null ? null : begun.holder().post(),
                    begun.appointmentLetter(),
                    begun.expectedEnd(),
                    begun.timeCommitment(),
                    begun.delegatedAuthority(),
                    begun.delegatedLimit(),
                    begun.replaces(),
                    ended.reason(),
                    ended.handoverNote(),
                    begun.provenance());
        }
    }
}

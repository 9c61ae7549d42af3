package org.portfolioledger.command.post;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** What can be put on record about a post and who holds it. */
public sealed interface PostCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/posts",
                    Set.of(PORTFOLIO_OFFICE),
                    "post",
                    EstablishPost.class,
                    PostEstablished.class,
                    "Put a post on record",
                    """
                        {"id": "PO-OFFICE", "register": "ACME", "title": "Head of the portfolio office", "portfolio": "PF-HOUSING",
                         "role": "PORTFOLIO_MANAGER", "effectiveOn": "2026-01-05"}"""),
            CommandRoute.changing(
                    "/posts/{post}/holders",
                    Set.of(PORTFOLIO_OFFICE),
                    FillPost.class,
                    PostFilled.class,
                    "Record who took a post",
                    """
                        {"person": "p-sro1", "kind": "SUBSTANTIVE", "appointmentLetter": "HO/2026/15", "expectedEnd": "2029-01-05",
                         "timeCommitment": 50, "effectiveOn": "2026-01-12"}"""),
            CommandRoute.changing(
                    "/posts/{post}/vacancies",
                    Set.of(PORTFOLIO_OFFICE),
                    VacatePost.class,
                    PostVacated.class,
                    "Record that the holder of a post left it and nobody took it over",
                    """
                        {"reason": "Retired", "handoverNote": "HO/2026/40", "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/posts/{post}/closures",
                    Set.of(PORTFOLIO_OFFICE),
                    ClosePost.class,
                    PostClosed.class,
                    "Close a post",
                    """
                        {"reason": "The office was merged with Finance", "effectiveOn": "2026-10-01"}"""));

    /**
     * Puts it on record.
     *
     * @param portfolio in which its holder has a role
     * @param role that its holder has in that portfolio
     */
    record EstablishPost(
            @IdOf("post") String post,
            @IdOf("register") String register,
            String title,
            @IdOf("portfolio") @Nullable String portfolio,
            @Nullable Role role,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements PostCommand {}

    /**
     * Records who took it. Whoever held it before holds it no more.
     *
     * @param kind how it is held; never {@code VACANT}
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which the person is no longer expected to hold it
     * @param timeCommitment share of working time, in percent
     * @param delegatedAuthority what the holder may decide alone, in the words of the letter
     * @param delegatedLimit highest cost that the holder may approve alone
     * @param handoverNote reference of the note with which the work was handed over to the person
     */
    record FillPost(
            @IdOf("post") String post,
            @IdOf(IdOf.PERSON) String person,
            AppointmentKind kind,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote,
            Provenance provenance)
            implements PostCommand {}

    /**
     * Records that its holder left it, and nobody took it.
     *
     * @param handoverNote reference of the note that the holder left
     */
    record VacatePost(
            @IdOf("post") String post,
            @Nullable String reason,
            @Nullable String handoverNote,
            Provenance provenance) implements PostCommand {}

    /**
     * Closes it: it exists no more, and nobody holds it.
     *
     * @param successor id of the post that took over its work
     */
    record ClosePost(
            @IdOf("post") String post,
            String reason,
            @IdOf("post") @Nullable String successor,
            Provenance provenance) implements PostCommand {}
}

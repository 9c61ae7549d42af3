package org.portfolioledger.command.marking;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;
import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PUBLICATION_OFFICER;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a protective marking. */
public sealed interface ProtectiveMarkingCommand extends Command {

    /** Whoever marks documents. */
    Set<ActorRole> SENDERS = Set.of(PORTFOLIO_OFFICE, BOARD_SECRETARY, PUBLICATION_OFFICER);

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/protective-markings",
                    SENDERS,
                    "protectiveMarking",
                    MarkEntity.class,
                    EntityMarked.class,
                    "Give an entity a protective marking",
                    """
                        {"id": "PM-1", "register": "ACME", "entity": "risk-R-1", "marking": "OFFICIAL_SENSITIVE", "publication": "EXEMPT",
                         "section": "FOIA 43", "reason": "Names a bidder", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/protective-markings/{protectiveMarking}/changes",
                    SENDERS,
                    ChangeProtectiveMarking.class,
                    ProtectiveMarkingChanged.class,
                    "Record another marking or publication of a marked entity",
                    """
                        {"publication": "REDACTED", "section": "FOIA 43", "reason": "The contract is let", "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/protective-markings/{protectiveMarking}/ends",
                    SENDERS,
                    LiftProtectiveMarking.class,
                    ProtectiveMarkingLifted.class,
                    "Lift the protective marking of an entity",
                    """
                        {"reason": "All of it is public", "effectiveOn": "2026-10-01"}"""));

    /**
     * Marks an entity.
     *
     * @param entity stream of the entity, as {@code risk-R-1}: of any kind but a document, which states its own marking, a
     *     register, and a protective marking
     * @param publication whether and how what is on record of the entity is published
     * @param section section of the act under which it is withheld, exempt or redacted
     */
    record MarkEntity(
            @IdOf("protective-marking") String protectiveMarking,
            @IdOf("register") String register,
            @IdOf(IdOf.STREAM) String entity,
            Marking marking,
            @Nullable Publication publication,
            @Nullable String section,
            @Nullable String reason,
            Provenance provenance)
            implements ProtectiveMarkingCommand {}

    /**
     * Changes the marking or the publication.
     *
     * @param marking null: it stays
     * @param publication null: it stays, with its section
     * @param section section of the act under which it is withheld, exempt or redacted
     */
    record ChangeProtectiveMarking(
            @IdOf("protective-marking") String protectiveMarking,
            @Nullable Marking marking,
            @Nullable Publication publication,
            @Nullable String section,
            @Nullable String reason,
            Provenance provenance)
            implements ProtectiveMarkingCommand {}

    /** Lifts it: from that day on, the entity bears it no more. */
    record LiftProtectiveMarking(
            @IdOf("protective-marking") String protectiveMarking,
            @Nullable String reason,
            Provenance provenance) implements ProtectiveMarkingCommand {}
}

package org.portfolioledger.events;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Facts about a protective marking: who may read an entity, and whether it is published. A document states its own.
 * Stream {@code protective-marking-{id}}.
 */
public sealed interface ProtectiveMarkingFact extends GovernanceFact {

    /**
     * An entity was marked.
     *
     * @param entity stream of the entity that bears the marking
     * @param marking protective marking as it was then
     * @param publication whether and how what is on record of the entity is published; null: not stated
     * @param section section of the act under which it is withheld, exempt or redacted; null: not stated
     * @param reason null: not stated
     */
    record EntityMarked(
            String protectiveMarking,
            String register,
            String entity,
            Marking marking,
            @Nullable Publication publication,
            @Nullable String section,
            @Nullable String reason,
            Provenance provenance)
            implements ProtectiveMarkingFact, Opening, Approval {

        @Override
        public boolean approves() {
            return publication != null;
        }
    }

    /**
     * The marking or the publication changed.
     *
     * @param marking null: it stays
     * @param publication null: it stays, with its section
     * @param section section of the act under which it is withheld, exempt or redacted; null: not stated
     * @param reason null: not stated
     */
    record ProtectiveMarkingChanged(
            String protectiveMarking,
            @Nullable Marking marking,
            @Nullable Publication publication,
            @Nullable String section,
            @Nullable String reason,
            Provenance provenance)
            implements ProtectiveMarkingFact, Approval {

        @Override
        public boolean approves() {
            return publication != null;
        }
    }

    /**
     * It was lifted: from that day on, the entity bears it no more.
     *
     * @param reason null: not stated
     */
    record ProtectiveMarkingLifted(
            String protectiveMarking, @Nullable String reason, Provenance provenance)
            implements ProtectiveMarkingFact {}
}

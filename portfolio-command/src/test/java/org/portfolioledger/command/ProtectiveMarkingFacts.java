package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.Marking;

/** What tests record of protective markings. */
public final class ProtectiveMarkingFacts {

    private ProtectiveMarkingFacts() {}

    public static EntityMarked entityMarked(String id, String entity, Marking marking, String day) {
        return new EntityMarked(id, "ACME", entity, marking, null, null, "Bids", on(day));
    }

    public static ProtectiveMarkingChanged markingChanged(String id, Marking marking, String day) {
        return new ProtectiveMarkingChanged(id, marking, null, null, "Bids are open", on(day));
    }

    public static ProtectiveMarkingChanged publicationChanged(
            String id, Publication publication, @Nullable String section, String day) {
        return new ProtectiveMarkingChanged(id, null, publication, section, null, on(day));
    }

    public static ProtectiveMarkingLifted markingLifted(String id, String day) {
        return new ProtectiveMarkingLifted(id, "All is public", on(day));
    }
}

package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.PaperPurpose;

/** Makes facts about documents. */
final class HostileDocuments extends HostileFamily {

    HostileDocuments(HostileFacts all) {
        super(all);
        makers.put(
                DocumentRegistered.class,
                id -> new DocumentRegistered(
                        id,
                        register(id),
                        any(DocumentKind.values()),
                        name(),
                        maybe(hash()),
                        maybe(any(Marking.values())),
                        maybe(any(PaperPurpose.values())),
                        maybe(holder()),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        List.of(citation(id)),
                        attributes(),
                        on()));
        makers.put(
                DocumentVersionRecorded.class,
                id -> new DocumentVersionRecorded(id, 1 + random.nextInt(11), maybe(hash()), maybe("Figures"), on()));
        makers.put(DocumentAuthorStated.class, id -> new DocumentAuthorStated(id, holder(), maybe(holder()), on()));
        makers.put(DocumentMarked.class, id -> new DocumentMarked(id, any(Marking.values()), maybe("why"), on()));
        makers.put(
                DocumentPublicationDecided.class,
                id -> new DocumentPublicationDecided(
                        id,
                        any(Publication.values()),
                        maybe("FOIA 43"),
                        random.nextBoolean() ? List.of() : List.of(new Gap("page 4", maybe("FOIA 43"))),
                        maybe("P-1"),
                        maybe("why"),
                        on()));
        makers.put(
                DocumentReviewed.class,
                id -> new DocumentReviewed(id, maybe("P-1"), random.nextBoolean() ? day() : null, on()));
        makers.put(DocumentReplaced.class, id -> new DocumentReplaced(id, near("document", id), maybe("why"), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return DocumentFact.class;
    }

    @Override
    String kind() {
        return "document";
    }

    @Override
    Some some() {
        return new Some("DOC", 2, DocumentRegistered.class);
    }
}

package org.portfolioledger.query.naive;

import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a document. */
final class NaiveDocument {

    private NaiveDocument() {}

    static void replay(ObjectNode state, Words words) {
        ObjectNode versions = state.withObject("/versions");
        if (words.content() instanceof DocumentRegistered registered) {
            state.put("id", registered.document()).put("register", registered.register());
            words.put(state, "kind", registered.kind());
            words.put(state, "title", registered.title());
            // What was stated for an earlier day stays where this states nothing.
            if (registered.marking() != null) words.put(state, "marking", registered.marking());
            if (registered.reviewBy() != null) words.put(state, "reviewBy", registered.reviewBy());
            words.put(state, "purpose", registered.purpose());
            if (registered.author() != null) words.put(state, "onBehalfOf", registered.onBehalfOf());
            else if (!state.has("author")) words.put(state, "onBehalfOf", registered.onBehalfOf());
            if (registered.author() != null) words.put(state, "author", registered.author());
            words.put(state, "backgroundPapers", registered.backgroundPapers());
            words.put(state, "attributes", registered.attributes());
            words.put(versions, "1", words.members().retain("sha256").put("version", 1));
        }
        if (words.content() instanceof DocumentVersionRecorded version)
            words.put(versions, Integer.toString(version.version()), words.members("document"));
        if (words.content() instanceof DocumentAuthorStated stated) {
            words.put(state, "author", stated.author());
            words.put(state, "onBehalfOf", stated.onBehalfOf());
        }
        if (words.content() instanceof DocumentMarked marked) words.put(state, "marking", marked.marking());
        if (words.content() instanceof DocumentPublicationDecided decided) {
            ObjectNode decision = words.members("document", "publication");
            words.put(
                    state,
                    "publication",
                    decision.put("decision", decided.publication().name()));
        }
        if (words.content() instanceof DocumentReviewed reviewed) words.put(state, "reviewBy", reviewed.reviewBy());
        if (words.content() instanceof DocumentReplaced) words.put(state, "closure", words.members("document"));
    }
}

package org.portfolioledger.command;

import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/**
 * By which entities of a kind are found that name something. Every decision whose facts name it asks for a stream that holds
 * nothing and is called after it, which the ledger keeps with these facts; no id has a colon, so no entity has such a
 * stream.
 *
 * @param by what is named, as "sha256"
 * @param value by which it is named
 */
public record Mark(Kind<?, ?> kind, String by, String value) {

    /** Of the documents that have, or had, a version with this text. */
    public static Mark ofText(String sha256) {
        return new Mark(Kinds.DOCUMENT, "sha256", sha256);
    }

    /** Of the cases of an initiative. */
    public static Mark ofCasesOf(String initiative) {
        return new Mark(Kinds.BUSINESS_CASE, "of", initiative);
    }

    /** Of the protective markings of an entity, which is named by its stream. */
    public static Mark ofMarkingsOf(String stream) {
        return new Mark(Kinds.PROTECTIVE_MARKING, "of", stream);
    }

    /** The stream that holds nothing. */
    public String stream() {
        return kind.stream(by + ":" + value);
    }
}

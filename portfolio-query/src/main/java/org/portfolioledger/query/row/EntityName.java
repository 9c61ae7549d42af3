package org.portfolioledger.query.row;

import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** Kind and id of the entity of a stream; the kind may be one that this release does not know. */
public record EntityName(String kind, String id) {

    public static EntityName ofStream(String stream) {
        return Kinds.ofStream(stream).map(kind -> of(kind, stream)).orElseGet(() -> unknown(stream));
    }

    private static EntityName of(Kind<?, ?> kind, String stream) {
        return new EntityName(kind.name(), kind.idIn(stream));
    }

    private static EntityName unknown(String stream) {
        int dash = stream.indexOf('-');
        return new EntityName(stream.substring(0, Math.max(0, dash)), stream.substring(dash + 1));
    }

    /** Name of its stream. */
    public String stream() {
        return kind + "-" + id;
    }
}

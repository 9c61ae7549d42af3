package org.portfolioledger.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.portfolioledger.state.Kinds;

/**
 * An entity whose rows stand still, because a fact of its stream could not be folded or its rows not be written. The rows
 * of all others go on.
 *
 * @param fact position of the first fact that its rows do not hold
 * @param retry whether an operator has request for another attempt
 */
public record BlockedEntity(
        String stream,
        String register,
        long fact,
        String reason,
        int attempts,
        Instant since,
        Instant triedAt,
        boolean retry) {

    /** The kind of the entity, which this program may not know. */
    public String kind() {
        return Kinds.ofStream(stream)
                .map(kind -> kind.name())
                .orElseGet(() -> stream.substring(0, Math.max(0, stream.indexOf('-'))));
    }

    public String id() {
        return Kinds.ofStream(stream)
                .map(kind -> kind.idIn(stream))
                .orElseGet(() -> stream.substring(stream.indexOf('-') + 1));
    }

    static BlockedEntity of(ResultSet row) throws SQLException {
        return new BlockedEntity(
                row.getString("stream"),
                row.getString("register"),
                row.getLong("fact"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("retry"));
    }
}

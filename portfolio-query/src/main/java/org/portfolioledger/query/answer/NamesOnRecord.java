package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.TimePoint;

/**
 * Refuses a question that names what is nowhere on record. What is on record only later than the point asked about is no
 * fault of the question.
 */
public final class NamesOnRecord {

    private static final String NOWHERE = "errors[] lists the names that are nowhere on record";

    private final Names names;
    private final Rows rows;

    NamesOnRecord(Names names, Rows rows) {
        this.names = names;
        this.rows = rows;
    }

    /**
     * Looks for the name in every filter of a question.
     *
     * @param point whose rows hold what is on record
     * @throws Problem if a name is nowhere on record
     */
    void require(ReadRequest request, TimePoint point) {
        List<Problem.At> unknown = new ArrayList<>();
        request.filters().forEach((filter, name) -> {
            if (!isOnRecord(request.asks(), point, filter, name))
                unknown.add(Problem.At.parameter(filter, "is nowhere on record"));
        });
        if (!unknown.isEmpty())
            throw Problem.of(
                    HttpProblem.UNKNOWN_NAME,
                    NOWHERE + ". A name that is on record only later gives an empty list instead",
                    unknown);
    }

    /** The refusal of a request that names what is nowhere on record, and is answered with no list. */
    public static Problem unknown(List<Problem.At> where) {
        return Problem.of(HttpProblem.UNKNOWN_NAME, NOWHERE, where);
    }

    private boolean isOnRecord(ReadParameters asks, TimePoint point, String filter, String name) {
        for (String plain : asks.filters())
            if (plain.equals(filter)) return names.isOnRecord(filter, name, point.sight());
        for (Named named : asks.named())
            if (named.filter().equals(filter)) return names.isOnRecord(named.kind(), name, point.sight());
        for (Stated stated : asks.stated())
            if (stated.filter().equals(filter)) return rows.everStated(point, stated.condition(), Map.of(filter, name));
        return true;
    }
}

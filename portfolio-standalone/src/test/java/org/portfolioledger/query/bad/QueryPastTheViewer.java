package org.portfolioledger.query.bad;

import org.portfolioledger.query.point.TimePoint;

/** Reads also what the viewer may not see. */
public final class QueryPastTheViewer {

    private QueryPastTheViewer() {}

    static String all(TimePoint point) {
        return "select * from " + point.rows().table();
    }
}

package org.portfolioledger.query.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.query.point.TimePoint;

/** Paths at the point of an answer, by which it leads to what is behind its numbers. */
public final class Href {

    private Href() {}

    /** A path with some filters, by name. */
    public static String at(TimePoint point, String path, Map<String, String> filters) {
        StringBuilder href = new StringBuilder(path).append('?');
        new TreeMap<>(filters)
                .forEach((name, value) -> href.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
        return href.append("asOf=")
                .append(point.asOf())
                .append("&knownAt=")
                .append(point.knownAt())
                .toString();
    }
}

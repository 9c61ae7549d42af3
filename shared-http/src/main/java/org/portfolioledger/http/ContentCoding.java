package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Content codings of RFC 9110: an answer's compressed form is a representation of its own, with a tag of its own. */
final class ContentCoding {

    private static final String SUFFIX = "-gzip\"";

    private ContentCoding() {}

    /** Whether the caller takes gzip: named, or covered by {@code *}, with a weight above 0. */
    static boolean takesGzip(HttpServletRequest request) {
        List<String> codings = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList();
        return weight(codings, "gzip")
                        .or(() -> weight(codings, "x-gzip"))
                        .or(() -> weight(codings, "*"))
                        .orElse(0.0)
                > 0;
    }

    private static Optional<Double> weight(List<String> codings, String name) {
        return codings.stream()
                .map(coding -> coding.split("\\s*;\\s*"))
                .filter(parts -> parts[0].equals(name))
                .map(parts -> parts.length == 1 ? 1.0 : weight(parts[1]))
                .findFirst();
    }

    private static double weight(String parameter) {
        return parameter.matches("q\\s*=\\s*[01](\\.\\d{0,3})?")
                ? Double.parseDouble(
                        parameter.substring(parameter.indexOf('=') + 1).strip())
                : 1.0;
    }

    /** The entity tag of the compressed form. */
    static @Nullable String tagOfGzip(@Nullable String tag) {
        return tag == null || !tag.endsWith("\"") ? tag : tag.substring(0, tag.length() - 1) + SUFFIX;
    }

    /** The entity tags of a header as tags of the plain forms, by which the application knows them. */
    static String plain(String tags) {
        return tags.replace(SUFFIX, "\"");
    }

    /** Whether the caller named the tag in If-None-Match. */
    static boolean holds(HttpServletRequest request, String tag) {
        return request instanceof ReceivedRequest received
                && received.sent(HttpHeaders.IF_NONE_MATCH).contains(tag);
    }
}

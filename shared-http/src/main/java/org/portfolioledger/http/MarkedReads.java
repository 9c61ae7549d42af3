package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Notes on a request which markings its answer shows, of those that limit who may read what bears them. */
public final class MarkedReads {

    private static final String MARKINGS = MarkedReads.class.getName();

    private static final Set<Marking> LIMITING = EnumSet.of(
            Marking.RESTRICTED, Marking.RESTRICTED_COMMERCIAL, Marking.PROTECT_COMMERCIAL, Marking.OFFICIAL_SENSITIVE);

    private MarkedReads() {}

    /** Notes that the answer to the present request shows something with a marking. */
    public static void note(Marking marking) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || !LIMITING.contains(marking)) return;
        NavigableSet<Marking> shown = new TreeSet<>(Set.of(marking));
        if (request.getAttribute(MARKINGS, RequestAttributes.SCOPE_REQUEST) instanceof Set<?> before)
            before.forEach(one -> shown.add((Marking) one));
        request.setAttribute(MARKINGS, shown, RequestAttributes.SCOPE_REQUEST);
    }

    /** The markings that the answer shows; null if it shows none that counts. */
    static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(MARKINGS) instanceof Set<?> shown
                ? String.join(", ", shown.stream().map(String::valueOf).toList())
                : null;
    }
}

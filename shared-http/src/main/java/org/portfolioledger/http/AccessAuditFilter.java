package org.portfolioledger.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Records of each request what has to be accounted for, once it is answered. It stands before the sign-in, and sees its refusals. */
final class AccessAuditFilter extends OncePerRequestFilter {

    private static final Duration SIGN_IN_LASTS = Duration.ofMinutes(30);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_PATH = 300;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private final AccessAudit audit;
    private final LongSupplier nanoTime;

    /** By account and address: when that was recorded last. */
    private final Map<String, Long> signedIn = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param nanoTime as {@link System#nanoTime()} */
    AccessAuditFilter(AccessAudit audit, LongSupplier nanoTime) {
        this.audit = audit;
        this.nanoTime = nanoTime;
    }

    /** Stands behind the sign-in, and notes for whoever stands before it who is signed in. */
    static final class SignedInNoted extends OncePerRequestFilter {

        private static final String CALLER = Caller.class.getName();

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            request.setAttribute(CALLER, Caller.of(request));
            chain.doFilter(request, response);
        }

        static Caller of(HttpServletRequest request) {
            return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.unknown(request);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Caller caller = SignedInNoted.of(request);
        int status = response.getStatus();
        if (caller.isSignedIn() && isNew(caller)) add(AccessKind.SIGNED_IN, caller, request, status);
        if (REFUSALS.contains(status)) add(refusal(request, status), caller, request, status);
        else if (isExport(request, response)) add(AccessKind.EXPORTED, caller, request, status);
        if (MarkedReads.of(request) != null) add(AccessKind.READ_MARKED, caller, request, status);
    }

    private static AccessKind refusal(HttpServletRequest request, int status) {
        boolean failed = status == 401 && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return failed ? AccessKind.SIGN_IN_FAILED : AccessKind.REFUSED;
    }

    private synchronized boolean isNew(Caller caller) {
        String key = caller.account() + "\n" + caller.address();
        long now = nanoTime.getAsLong();
        Long before = signedIn.get(key);
        if (before != null && now - before < SIGN_IN_LASTS.toNanos()) return false;
        signedIn.remove(key);
        signedIn.put(key, now);
        return true;
    }

    /** A list as a whole, or what is no JSON. */
    private static boolean isExport(HttpServletRequest request, HttpServletResponse response) {
        boolean answered = request.getMethod().equals("GET") && response.getStatus() == 200;
        if (!answered || !request.getRequestURI().startsWith("/api/")) return false;
        return "all".equals(request.getParameter("limit")) || !isJson(response.getContentType());
    }

    private static boolean isJson(@Nullable String type) {
        return type == null || MediaType.parseMediaType(type).getSubtype().endsWith("json");
    }

    private void add(AccessKind kind, Caller caller, HttpServletRequest request, int status) {
        audit.add(new AccessRecord(
                kind,
                caller.account(),
                caller.person(),
                caller.address(),
                kept(request.getMethod(), 20),
                kept(request.getRequestURI(), LONGEST_PATH),
                status,
                kind == AccessKind.READ_MARKED ? MarkedReads.of(request) : null));
    }

    /** No more of it than is worth keeping, and nothing that no table could hold. */
    private static String kept(String sent, int most) {
        String visible = sent.replaceAll("[^\\x20-\\x7e]", "?");
        return visible.length() <= most ? visible : visible.substring(0, most - 1) + "…";
    }
}

package org.portfolioledger.http;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each caller within his {@link RateLimit}, and tells him with each answer what he has left (RateLimit and
 * RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers). It stands behind the sign-in: whoever is signed in is not
 * slowed by others at his address. Health and the pages of problems are always answered.
 */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CallerBuckets buckets;
    private final long window;
    private final JsonMapper json;

    RateLimitFilter(CallerBuckets buckets, Duration window, JsonMapper json) {
        this.buckets = buckets;
        this.window = Math.ceilDiv(window.toNanos(), SECOND);
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(HealthDown.PATH) || path.equals("/problems") || path.startsWith("/problems/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.of(request);
        ConsumptionProbe probe = buckets.take(caller);
        String policy = caller.isSignedIn() ? "\"account\"" : "\"address\"";
        response.setHeader("RateLimit-Policy", "%s;q=%s;w=%s".formatted(policy, buckets.quota(caller), window));
        response.setHeader(
                "RateLimit",
                "%s;r=%s;t=%s".formatted(policy, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) chain.doFilter(request, response);
        else AccessConfiguration.write(response, json, tooMany(seconds(probe.getNanosToWaitForRefill())));
    }

    private static Problem tooMany(long seconds) {
        return Problem.of(HttpProblem.TOO_MANY_REQUESTS, "The next request is possible in " + seconds + " seconds")
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, SECOND);
    }
}

package org.portfolioledger.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.PendingAnswer.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every request in time, whatever hangs behind it, and lets slow senders go. The container's thread reads the
 * body and writes the answer, so that nobody else ever touches its connection; a thread of its own does the work between.
 * Of an answer that is sent while it is made, each part has as much time.
 */
final class TimeLimitFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitFilter.class);
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,6})");
    private static final long LONGEST_WAIT = 30;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    private final RequestLimits limits;
    private final List<LongRequest> longRequests;
    private final JsonMapper json;

    TimeLimitFilter(RequestLimits limits, List<LongRequest> longRequests, JsonMapper json) {
        this.limits = limits;
        this.longRequests = longRequests;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration signIn = ClientValve.sinceBegin(request);
        try (ReceivedBody body = isLong(request) ? ReceivedBody.onDisk() : ReceivedBody.inMemory()) {
            try {
                receive(request, body);
            } catch (Problem problem) {
                AccessConfiguration.write(response, json, problem);
                if (problem.type() == HttpProblem.REQUEST_TOO_SLOW) letGo(response);
                return;
            }
            answer(new ReceivedRequest(request, body.read()), response, chain, signIn);
        }
    }

    /** Closes the connection after the answer; the container would wait for the rest of the body. */
    private static void letGo(HttpServletResponse response) throws IOException {
        response.flushBuffer();
        throw new CloseNowException("the sender is too slow");
    }

    private boolean isLong(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && longRequests.stream().anyMatch(each -> each.path().equals(request.getRequestURI()));
    }

    private long largestBody(HttpServletRequest request) {
        return longRequests.stream()
                .filter(each -> isLong(request) && each.path().equals(request.getRequestURI()))
                .mapToLong(LongRequest::largestBody)
                .findFirst()
                .orElse(ReceivedRequest.LARGEST_BODY);
    }

    private void receive(HttpServletRequest request, ReceivedBody body) throws IOException {
        long largest = largestBody(request);
        if (request.getContentLengthLong() > largest) throw tooLarge(largest);
        Duration within = isLong(request) ? limits.importWithin() : limits.readWithin();
        long begun = System.nanoTime();
        byte[] part = new byte[8192];
        InputStream sent = request.getInputStream();
        for (int read = sent.read(part); read >= 0; read = sent.read(part)) {
            body.write(part, read);
            if (body.size() > largest) throw tooLarge(largest);
            if (System.nanoTime() - begun > within.toNanos()) throw tooSlow(within);
        }
    }

    private static Problem tooLarge(long largest) {
        return Problem.of(HttpProblem.TOO_LARGE, "The body has more than " + largest + " bytes")
                .header(HttpHeaders.CONNECTION, "close");
    }

    private static Problem tooSlow(Duration within) {
        return Problem.of(
                        HttpProblem.REQUEST_TOO_SLOW,
                        "The body did not arrive within " + within.toSeconds() + " seconds, or stopped before its end")
                .header(HttpHeaders.CONNECTION, "close");
    }

    private void answer(ReceivedRequest request, HttpServletResponse response, FilterChain chain, Duration signIn)
            throws ServletException, IOException {
        Duration within = left(within(request), signIn);
        PendingAnswer pending = new PendingAnswer(response);
        FutureTask<Boolean> work =
                new FutureTask<>(() -> {
                    chain.doFilter(request, pending.buffer());
                    return true;
                }) {
                    @Override
                    protected void done() {
                        pending.end();
                    }
                };
        Thread.ofVirtual()
                .name(Thread.currentThread().getName() + "-work")
                .start(new DelegatingSecurityContextRunnable(work));
        try {
            while (await(pending, request, within) instanceof Next.Part part) pending.send(part.bytes(), request);
            work.get();
            pending.end(request);
        } catch (IOException gone) {
            pending.abandon();
            work.cancel(true);
            throw gone;
        } catch (ClientGone _) {
            pending.abandon();
            work.cancel(true);
            ClientValve.close(request);
        } catch (TimeoutException _) {
            pending.abandon();
            // Whatever it waits for (a connection, a row, a lock) is given up, so that it ends.
            work.cancel(true);
            tooLate(request, response, within);
        } catch (InterruptedException _) {
            pending.abandon();
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (ExecutionException fault) {
            throw rethrown(fault.getCause());
        }
    }

    /** Nobody waits for a read any longer. */
    private static final class ClientGone extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Waits for the next part, or the end. A read whose client has gone is given up; a command is not, since its outcome can
     * be asked for again.
     */
    private static Next await(PendingAnswer pending, HttpServletRequest request, Duration within)
            throws InterruptedException, TimeoutException, ClientGone {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            Next next = pending.await(reads ? Math.min(left, LOOKS_EVERY.toNanos()) : left, TimeUnit.NANOSECONDS);
            if (!(next instanceof Next.None)) return next;
            if (left <= LOOKS_EVERY.toNanos() || !reads) throw new TimeoutException();
            if (ClientValve.isGone(request)) throw new ClientGone();
        }
    }

    /** What the sign-in took of it is gone, but for a moment in which an answer can be made. */
    private static Duration left(Duration within, Duration signIn) {
        Duration left = within.minus(signIn);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private Duration within(HttpServletRequest request) {
        if (isLong(request)) return limits.importWithin();
        String prefer = request.getHeader("Prefer");
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? limits.answerWithin().plusSeconds(Math.min(LONGEST_WAIT, Long.parseLong(wait.group(1))))
                : limits.answerWithin();
    }

    private void tooLate(HttpServletRequest request, HttpServletResponse response, Duration within) throws IOException {
        LOG.warn("{} {} was not answered within {}", request.getMethod(), request.getRequestURI(), within);
        if (response.isCommitted()) {
            // A part was sent, and nobody may take it for the whole.
            ClientValve.close(request);
            return;
        }
        response.reset();
        if (request.getRequestURI().startsWith(HealthDown.PATH)) {
            response.setStatus(503);
            response.setContentType(HealthDown.TYPE.toString());
            response.getOutputStream().write(json.writeValueAsBytes(HealthDown.BODY));
            return;
        }
        AccessConfiguration.write(
                response,
                json,
                Problem.of(
                        HttpProblem.LEDGER_UNAVAILABLE,
                        "The database did not answer within " + within.toSeconds()
                                + (request.getMethod().equals("POST")
                                        ? " seconds. It is not known whether the command was recorded"
                                        : " seconds")));
    }

    private static ServletException rethrown(@Nullable Throwable cause) throws IOException {
        return switch (cause) {
            case IOException fault -> throw fault;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case ServletException fault -> fault;
            case null, default -> new ServletException(cause);
        };
    }
}

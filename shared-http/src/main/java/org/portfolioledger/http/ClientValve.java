package org.portfolioledger.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;

/** Lets a request be asked whether its client has closed the connection. Only Tomcat's own request can tell. */
final class ClientValve extends ValveBase {

    private static final String ATTRIBUTE = ClientValve.class.getName();

    ClientValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        request.setAttribute(ATTRIBUTE, sent);
        getNext().invoke(request, response);
    }

    /** The end of the stream counts as something to be read again and again, the beginning of another request once. */
    private static boolean isAtItsEnd(org.apache.coyote.Request sent) {
        boolean once = hasMore(sent);
        return once && hasMore(sent);
    }

    private static boolean hasMore(org.apache.coyote.Request sent) {
        sent.action(ActionCode.AVAILABLE, true);
        return sent.getAvailable() > 0;
    }

    /**
     * Whether nobody waits for the answer any more, as far as can be told: not where the request announced a body. Who closes
     * his half of the connection has gone. For the container's thread.
     */
    static boolean isGone(HttpServletRequest request) {
        boolean announced = request.getHeader(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !announced && sent(request).filter(ClientValve::isAtItsEnd).isPresent();
    }

    /** How long ago its first line was read. */
    static Duration sinceBegin(HttpServletRequest request) {
        return sent(request)
                .map(sent -> Duration.ofNanos(System.nanoTime() - sent.getStartTimeNanos()))
                .orElse(Duration.ZERO);
    }

    /** Closes the connection of a request without an answer. */
    static void close(HttpServletRequest request) {
        sent(request)
                .ifPresent(sent -> sent.action(ActionCode.CLOSE_NOW, new CloseNowException("the client has gone")));
    }

    private static Optional<org.apache.coyote.Request> sent(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(org.apache.coyote.Request.class::cast);
    }
}

package org.portfolioledger.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a request be asked whether its client has closed the connection. Only Tomcat's own request can tell. */
final class ClientValve extends ValveBase {

    private static final String ATTRIBUTE = ClientValve.class.getName();

    ClientValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        BooleanSupplier gone = () -> isAtItsEnd(sent);
        request.setAttribute(ATTRIBUTE, gone);
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

    /** Whether nobody waits for the answer any more. For the container's thread, once the body has been read. */
    static boolean isGone(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier gone && gone.getAsBoolean();
    }
}

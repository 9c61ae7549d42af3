package org.portfolioledger.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a problem detail where Tomcat itself refuses a request that it cannot read, so that none reaches the
 * application. Tomcat makes it by its name.
 */
public final class ProblemErrorValve extends ErrorReportValve {

    private static final JsonMapper JSON = FactSerializer.mapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        boolean stopped =
                fault != null && NestedExceptionUtils.getMostSpecificCause(fault) instanceof SocketTimeoutException;
        Problem problem = ErrorPage.problem(stopped ? Response.SC_REQUEST_TIMEOUT : response.getStatus());
        // What no server could read is no failure of this one.
        response.setStatus(problem.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsString(problem.body()).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody waits for the refusal", gone);
        }
    }
}

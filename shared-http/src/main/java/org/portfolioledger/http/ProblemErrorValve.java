package org.portfolioledger.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.http.ResponseEntity;
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
        Problem problem = ErrorPage.problem(response.getStatus(), fault);
        // What no server could read is no failure of this one.
        ResponseEntity<Record> answer = problem.response();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        // No filter of the application saw it.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        byte[] body = JSON.writeValueAsString(answer.getBody()).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody waits for the refusal", gone);
        }
    }
}

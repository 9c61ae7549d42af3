package org.portfolioledger.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container answers where no controller was reached: a problem detail too. */
@RestController
@Hidden
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Record> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return problem(status instanceof Integer known ? known : 404, fault instanceof Throwable thrown ? thrown : null)
                .response();
    }

    /**
     * The problem that stands for a status and a fault. The container takes every fault in reading a body for the client's:
     * a connection that breaks otherwise than by its end, such as in a server that stops, says nothing against the request.
     */
    static Problem problem(int status, @Nullable Throwable fault) {
        Throwable cause = fault == null ? null : NestedExceptionUtils.getMostSpecificCause(fault);
        if (cause instanceof SocketTimeoutException) return problem(408);
        return problem(status == 400 && isBroken(fault) && !(cause instanceof EOFException) ? 503 : status);
    }

    private static boolean isBroken(@Nullable Throwable fault) {
        if (fault instanceof ClientAbortException) return fault.getCause() != null;
        return fault != null && isBroken(fault.getCause());
    }

    /** The problem that stands for a status; 501 and 505 are said of requests that no server can read. */
    static Problem problem(int status) {
        HttpProblem type = switch (status) {
            case 401 -> HttpProblem.NOT_AUTHENTICATED;
            case 403 -> HttpProblem.NOT_ALLOWED;
            case 404 -> HttpProblem.NOT_FOUND;
            case 405 -> HttpProblem.METHOD_NOT_ALLOWED;
            case 406 -> HttpProblem.NOT_ACCEPTABLE;
            case 408 -> HttpProblem.REQUEST_TOO_SLOW;
            case 413 -> HttpProblem.TOO_LARGE;
            case 415 -> HttpProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> HttpProblem.BUSY;
            case 501, 505 -> HttpProblem.MALFORMED_REQUEST;
            default -> status < 500 ? HttpProblem.MALFORMED_REQUEST : HttpProblem.FAILED;
        };
        return Problem.of(type, type == HttpProblem.FAILED ? "It is in the log" : "The request cannot be answered");
    }
}

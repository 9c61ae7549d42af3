package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Turns whatever a request ends in into a problem detail. First, or Spring's own details come without our types. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ObjectProvider<PostPaths> posts;

    ProblemAdvice(ObjectProvider<PostPaths> posts) {
        this.posts = posts;
    }

    @ExceptionHandler
    ResponseEntity<Record> problem(Problem problem) {
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Record> noSuchPath(NoResourceFoundException fault, HttpServletRequest request) {
        if (!takesPosts(request.getRequestURI()))
            return Problem.of(HttpProblem.NOT_FOUND, "Nothing is at " + request.getRequestURI())
                    .response();
        String allowed = "OPTIONS, POST";
        return request.getMethod().equals(HttpMethod.OPTIONS.name())
                ? ResponseEntity.noContent().header(HttpHeaders.ALLOW, allowed).build()
                : Problem.of(HttpProblem.METHOD_NOT_ALLOWED, "This path does not take " + request.getMethod())
                        .header(HttpHeaders.ALLOW, allowed)
                        .response();
    }

    private boolean takesPosts(String path) {
        return posts.stream().anyMatch(paths -> paths.take(path));
    }

    @ExceptionHandler
    ResponseEntity<Record> noSuchMethod(HttpRequestMethodNotSupportedException fault, HttpServletRequest request) {
        Set<HttpMethod> allowed = new HashSet<>();
        if (fault.getSupportedHttpMethods() != null) allowed.addAll(fault.getSupportedHttpMethods());
        // HEAD and OPTIONS come with GET, and what both halves take at one path is one list.
        if (allowed.contains(HttpMethod.GET)) allowed.add(HttpMethod.HEAD);
        allowed.add(HttpMethod.OPTIONS);
        if (takesPosts(request.getRequestURI())) allowed.add(HttpMethod.POST);
        Problem problem = Problem.of(HttpProblem.METHOD_NOT_ALLOWED, "This path does not take " + fault.getMethod());
        problem.header(
                HttpHeaders.ALLOW,
                String.join(
                        ", ", allowed.stream().map(HttpMethod::name).sorted().toList()));
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Record> mediaType(HttpMediaTypeNotSupportedException fault) {
        return Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "The body is " + fault.getContentType())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Record> notAcceptable(HttpMediaTypeNotAcceptableException fault) {
        return Problem.of(HttpProblem.NOT_ACCEPTABLE, "The answer is JSON").response();
    }

    @ExceptionHandler
    ResponseEntity<Record> wrongType(MethodArgumentTypeMismatchException fault) {
        return Problem.of(
                        HttpProblem.MALFORMED_REQUEST,
                        "The parameter " + fault.getName() + " has the wrong form",
                        List.of(Problem.At.parameter(fault.getName(), "has the wrong form")))
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Record> unreadable(HttpMessageNotReadableException fault) {
        return switch (fault.getMostSpecificCause()) {
            case Problem problem -> problem.response();
            case JacksonException json -> JsonFaults.malformed(json).response();
            default -> JsonFaults.malformed("", "is missing or cannot be read").response();
        };
    }

    /** Addresses and parameters that are no text: nothing that an operator should look at. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Record> illegible(RuntimeException fault) {
        return Problem.of(HttpProblem.MALFORMED_REQUEST, "The address or a parameter cannot be read")
                .response();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Record> databaseGone(Exception fault, HttpServletRequest request) {
        LOG.warn("the database cannot be reached: {}", fault.getMessage());
        if (request.getRequestURI().startsWith(HealthDown.PATH)) return HealthDown.response();
        return Problem.of(HttpProblem.LEDGER_UNAVAILABLE, "The database cannot be reached")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Record> anythingElse(Exception fault, HttpServletRequest request) throws Exception {
        // The framework's own texts name its classes: ours names the status only.
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError())
            return ErrorPage.problem(known.getStatusCode().value()).response();
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            LOG.debug("{} {}: the client has gone", request.getMethod(), request.getRequestURI());
            return Problem.of(HttpProblem.MALFORMED_REQUEST, "The request broke off")
                    .response();
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        throw fault;
    }
}

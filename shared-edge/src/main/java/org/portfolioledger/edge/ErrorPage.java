package org.portfolioledger.edge;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container answers where no controller was reached: a problem detail too. */
@RestController
@Hidden
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer known ? known : 404;
        if (code >= 400 && code < 500) {
            EdgeProblem type = switch (code) {
                case 404 -> EdgeProblem.NOT_FOUND;
                case 405 -> EdgeProblem.METHOD_NOT_ALLOWED;
                case 413 -> EdgeProblem.TOO_LARGE;
                case 415 -> EdgeProblem.UNSUPPORTED_MEDIA_TYPE;
                default -> EdgeProblem.MALFORMED_REQUEST;
            };
            return Problem.of(type, "The request cannot be answered").response();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", "The system failed");
        body.put("status", code);
        body.put("detail", "Nothing was recorded by this request, or what was recorded can be read. Try again.");
        return ResponseEntity.status(code)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}

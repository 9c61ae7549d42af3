package org.portfolioledger.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request that is answered with a problem detail (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer into the body (RFC 6901), or null for what is not in the body
     * @param parameter name of a parameter or header, or null
     * @param type path of the problem type where it is another than the problem's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record At(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String type,
            String detail) {

        public static At body(String pointer, String detail) {
            return new At(pointer, null, null, detail);
        }

        public static At parameter(String name, String detail) {
            return new At(null, name, null, detail);
        }
    }

    private final transient ProblemType type;
    private final transient List<At> errors;
    private final transient Map<String, Object> members;
    private final transient HttpHeaders headers;

    private Problem(
            ProblemType type, String detail, List<At> errors, Map<String, Object> members, HttpHeaders headers) {
        super(detail, null, false, false);
        this.type = type;
        // Whoever is asked to correct what errors[] lists finds at least the fault itself there.
        boolean bare = type == HttpProblem.MALFORMED_REQUEST && errors.isEmpty();
        this.errors = bare ? List.of(new At(null, null, null, detail)) : List.copyOf(errors);
        this.members = members;
        this.headers = headers;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), new LinkedHashMap<>(), new HttpHeaders());
    }

    public static Problem of(ProblemType type, String detail, List<At> errors) {
        return new Problem(type, detail, errors, new LinkedHashMap<>(), new HttpHeaders());
    }

    /** The same with one member more in its body. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The same with one header more. */
    public Problem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** Where in the request it is wrong. */
    public List<At> errors() {
        return errors;
    }

    /** The body, in the order of RFC 9457. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type.slug());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", getMessage() + (getMessage().endsWith(".") ? " " : ". ") + type.advice());
        if (type.productRule() != null) body.put("rule", type.productRule());
        body.putAll(members);
        if (!errors.isEmpty()) body.put("errors", errors);
        return body;
    }

    /** The answer. */
    public ResponseEntity<Map<String, Object>> response() {
        HttpHeaders all = new HttpHeaders();
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.putAll(headers);
        if (type.status() == 503 && !all.containsHeader(HttpHeaders.RETRY_AFTER)) all.set(HttpHeaders.RETRY_AFTER, "1");
        return ResponseEntity.status(type.status()).headers(all).body(body());
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? type.title() : message;
    }
}

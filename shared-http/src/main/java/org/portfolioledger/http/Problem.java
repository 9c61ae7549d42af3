package org.portfolioledger.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.SchemaName;
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

    /**
     * A rule, with the facts and dates at which it collides.
     *
     * @param rule last part of its type's address
     * @param facts positions of facts on record
     * @param from first day on which the rule would be broken
     * @param to first day on which it would no longer be broken
     */
    public record Collision(
            String rule,
            @Nullable List<Long> facts,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A problem detail (RFC 9457); its types are at /problems.
     *
     * @param type path of the type of problem
     * @param title what the type means
     * @param status the HTTP status
     * @param detail what happened, and what to do next
     * @param rule number of the rule of the product that refuses it
     * @param collidesWith what it collides with
     * @param errors everything that is wrong
     */
    @SchemaName("Problem")
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable Integer rule,
            @Nullable List<Collision> collidesWith,
            @Nullable List<At> errors) {}

    /**
     * A problem detail with members that only some problems of a path have.
     *
     * @param extension null: it has none of them
     */
    @SchemaName("%sProblem")
    public record Extended<E extends Record>(
            @JsonUnwrapped Body problem,
            @JsonUnwrapped @Nullable E extension) {}

    private final transient ProblemType type;
    private final transient List<At> errors;
    private final transient List<Collision> collisions;
    private final transient @Nullable Record extension;
    private final transient HttpHeaders headers;

    private Problem(
            ProblemType type,
            String detail,
            List<At> errors,
            List<Collision> collisions,
            @Nullable Record extension,
            HttpHeaders headers) {
        super(detail, null, false, false);
        this.type = type;
        // Whoever is asked to correct what errors[] lists finds at least the fault itself there.
        boolean bare = type == HttpProblem.MALFORMED_REQUEST && errors.isEmpty();
        this.errors = bare ? List.of(new At(null, null, null, detail)) : List.copyOf(errors);
        this.collisions = List.copyOf(collisions);
        this.extension = extension;
        this.headers = headers;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), List.of(), null, new HttpHeaders());
    }

    public static Problem of(ProblemType type, String detail, List<At> errors) {
        return new Problem(type, detail, errors, List.of(), null, new HttpHeaders());
    }

    /** The same with what it collides with. */
    public Problem collidingWith(List<Collision> others) {
        return new Problem(type, getMessage(), errors, others, extension, headers);
    }

    /** The same with the members of a record in its body. */
    public Problem with(Record members) {
        return new Problem(type, getMessage(), errors, collisions, members, headers);
    }

    /** The same with one header more. */
    public Problem header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    /** Where in the request it is wrong. */
    public List<At> errors() {
        return errors;
    }

    /** The body, in the order of RFC 9457, without an extension. */
    public Body body() {
        return new Body(
                "/problems/" + type.slug(),
                type.title(),
                type.status(),
                getMessage() + (getMessage().endsWith(".") ? " " : ". ") + type.advice(),
                type.productRule(),
                collisions.isEmpty() ? null : collisions,
                errors.isEmpty() ? null : errors);
    }

    /** The answer. */
    public ResponseEntity<Record> response() {
        HttpHeaders all = new HttpHeaders();
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.putAll(headers);
        if (type.status() == 503 && !all.containsHeader(HttpHeaders.RETRY_AFTER)) all.set(HttpHeaders.RETRY_AFTER, "1");
        return ResponseEntity.status(type.status())
                .headers(all)
                .body(extension == null ? body() : new Extended<>(body(), extension));
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? type.title() : message;
    }
}

package org.portfolioledger.command.people;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.edge.Actor;
import org.portfolioledger.edge.ActorRole;
import org.portfolioledger.edge.EdgeProblem;
import org.portfolioledger.edge.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Commands on the directory of people. */
@RestController
class PeopleEndpoint {

    private static final int LONGEST = 500;

    private final Directory directory;

    PeopleEndpoint(Directory directory) {
        this.directory = directory;
    }

    /**
     * A person to put in.
     *
     * @param contact how to reach the person
     */
    record NewPerson(String id, String name, @Nullable String contact) {}

    @PostMapping("/api/v1/people")
    @Operation(
            summary = "Put a person into the directory",
            description = "Facts hold the id only. The same person twice changes nothing.")
    ResponseEntity<Directory.Person> add(@RequestBody NewPerson person) {
        require(
                person.id() != null && person.id().matches("[A-Za-z0-9._-]{1,64}"),
                "/id",
                "is not 1 to 64 of A-Z a-z 0-9 . _ -");
        require(isText(person.name()), "/name", "is missing, blank, too long or holds control characters");
        require(
                person.contact() == null || isText(person.contact()),
                "/contact",
                "is blank, too long or holds control characters");
        boolean added = directory.add(person.id(), person.name(), person.contact());
        Directory.Person there = directory.find(person.id()).orElseThrow();
        boolean same =
                person.name().equals(there.name()) && java.util.Objects.equals(person.contact(), there.contact());
        if (!added && !same)
            throw Problem.of(EdgeProblem.ALREADY_EXISTS, "There is another person with the id " + person.id());
        return added
                ? ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
                        .body(there)
                : ResponseEntity.ok(there);
    }

    @PostMapping("/api/v1/people/{id}/erasures")
    @Operation(
            summary = "Erase a person",
            description = "Takes name and contact away, for ever. The id stays, and every fact with it.")
    Directory.Person erase(@PathVariable String id) {
        if (!Actor.present().is(ActorRole.PORTFOLIO_OFFICE))
            throw Problem.of(EdgeProblem.NOT_ALLOWED, "Only the portfolio office erases people");
        if (directory.find(id).isEmpty()) throw Problem.of(EdgeProblem.NOT_FOUND, "No person has the id " + id);
        directory.erase(id);
        return directory.find(id).orElseThrow();
    }

    private static boolean isText(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.codePoints().noneMatch(c -> c < ' ' || c == 0x7F || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static void require(boolean condition, String pointer, String detail) {
        if (!condition)
            throw Problem.of(
                    EdgeProblem.MALFORMED_REQUEST,
                    "The person cannot be kept",
                    java.util.List.of(Problem.At.body(pointer, detail)));
    }
}

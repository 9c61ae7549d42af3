package org.portfolioledger.command.web;

import com.fasterxml.uuid.Generators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Commands on the directory of people. */
@RestController
class PeopleEndpoint {

    static final String PATH = Catalogue.BASE + "/people";
    static final String ERASURES = PATH + "/{id}/erasures";
    static final Set<ActorRole> KEEPERS =
            Set.of(ActorRole.PORTFOLIO_OFFICE, ActorRole.BOARD_SECRETARY, ActorRole.MIGRATOR);
    static final Set<ActorRole> ERASERS = Set.of(ActorRole.PORTFOLIO_OFFICE);
    private static final int LONGEST = 500;

    private final Directory directory;

    PeopleEndpoint(Directory directory) {
        this.directory = directory;
    }

    /**
     * A person to put in.
     *
     * @param id named by the directory where it is absent
     * @param contact how to reach the person
     */
    record NewPerson(
            @Nullable String id, String name, @Nullable String contact) {}

    @PostMapping(PATH)
    @Operation(
            summary = "Put a person into the directory",
            description =
                    "Facts hold only the id, so it must not reveal a name. Adding the same person again changes nothing.")
    @ApiResponse(responseCode = "201", description = "In the directory")
    @ApiResponse(responseCode = "200", description = "The same person was already in the directory")
    ResponseEntity<Directory.Person> add(
            @RequestBody NewPerson person,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header,
            HttpServletRequest request) {
        Actor.present().requireOneOf(KEEPERS);
        requireKeepable(person);
        // The framework would join several lines of the header.
        String key = IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
        Directory.By by = by(key, PATH, person);
        Optional<Directory.Made> made = directory.made(by);
        if (made.isPresent()) return replayed(made.get(), by);
        try {
            return added(person, by);
        } catch (DuplicateKeyException _) {
            return replayed(directory.made(by).orElseThrow(), by);
        }
    }

    private ResponseEntity<Directory.Person> added(NewPerson person, Directory.By by) {
        String id = person.id() == null
                ? Generators.timeBasedEpochRandomGenerator().generate().toString()
                : person.id();
        boolean added = directory.add(id, person.name(), person.contact(), by);
        Directory.Person there = directory.find(id).orElseThrow();
        if (added) return ResponseEntity.created(address(id)).body(there);
        boolean same = person.name().equals(there.name()) && Objects.equals(person.contact(), there.contact());
        if (!same) throw Problem.of(HttpProblem.ALREADY_EXISTS, "There is another person with the id " + there.id());
        return ResponseEntity.ok(there);
    }

    @PostMapping(ERASURES)
    @Operation(
            summary = "Erase a person",
            description =
                    "Removes name and contact permanently. The id stays, and so does every fact. Erasing again changes nothing.")
    Directory.Person erase(@PathVariable String id) {
        Actor actor = Actor.present();
        actor.requireOneOf(ERASERS);
        String known = directory
                .spelling(id)
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No person has the id " + id));
        directory.erase(known, Directory.By.actor(actor.person()));
        return directory.find(known).orElseThrow();
    }

    private ResponseEntity<Directory.Person> replayed(Directory.Made made, Directory.By by) {
        // Of a person who was erased nothing is left with which the request could be compared.
        if (made.fingerprint() != null && !made.fingerprint().equals(by.fingerprint()))
            throw Problem.of(HttpProblem.KEY_REUSED, "The key " + by.key() + " was used for another request");
        return ResponseEntity.created(address(made.person()))
                .header("Idempotency-Replayed", "true")
                .body(directory.find(made.person()).orElseThrow());
    }

    private static URI address(String person) {
        return URI.create(PATH + "/" + person);
    }

    private static Directory.By by(@Nullable String key, String path, NewPerson person) {
        String fingerprint = key == null
                ? null
                : Fingerprint.of(path, FactSerializer.mapper().valueToTree(person));
        return new Directory.By(Actor.present().person(), key, fingerprint);
    }

    private static void requireKeepable(NewPerson person) {
        List<Problem.At> faults = new ArrayList<>();
        if (person.id() != null && !CommandReader.isId(person.id()))
            faults.add(Problem.At.body("/id", CommandReader.NO_ID));
        if (person.name() == null) faults.add(Problem.At.body("/name", RequiredFields.MISSING));
        requireShort(person.name(), "/name", faults);
        requireShort(person.contact(), "/contact", faults);
        if (!faults.isEmpty()) throw Problem.of(HttpProblem.MALFORMED_REQUEST, "The person cannot be kept", faults);
    }

    /** What a text may consist of was asked when it was read. */
    private static void requireShort(@Nullable String text, String pointer, List<Problem.At> faults) {
        if (text != null && text.length() > LONGEST)
            faults.add(
                    Problem.At.body(pointer, "has %s characters, and may have %s".formatted(text.length(), LONGEST)));
    }
}

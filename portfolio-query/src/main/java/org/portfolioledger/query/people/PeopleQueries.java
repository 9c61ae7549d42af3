package org.portfolioledger.query.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** People by the ids that facts hold. The directory has no history: who is erased is erased at every date. */
@RestController
class PeopleQueries {

    private static final String SELECT =
            "select id, name, contact, erased_at is not null as erased from directory.person";

    /** Who need contacts of others for what they record. */
    private static final Set<ActorRole> SEE_CONTACTS =
            Set.of(ActorRole.PORTFOLIO_OFFICE, ActorRole.BOARD_SECRETARY, ActorRole.MIGRATOR);

    private final JdbcClient jdbc;

    PeopleQueries(QueryDatabase database) {
        this.jdbc = JdbcClient.create(database.directory());
    }

    /**
     * A person.
     *
     * @param name absent where the person was erased
     * @param contact absent for viewers who do not need it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String id, @Nullable String name, @Nullable String contact, boolean erased) {

        Person shownTo(Actor viewer) {
            boolean seen = viewer.person().equals(id) || SEE_CONTACTS.stream().anyMatch(viewer::is);
            return seen ? this : new Person(id, name, null, erased);
        }
    }

    /**
     * What was done in the directory.
     *
     * @param what {@code ADDED} or {@code ERASED}
     * @param actor id of the person who did it
     */
    @SchemaName("DirectoryChange")
    record Change(String what, Instant recordedAt, String actor) {}

    /** A person, and who put the person in and took the name away. */
    @SchemaName("PersonHistory")
    record Known(@JsonUnwrapped Person person, List<Change> changes) {}

    /** People. */
    record People(List<Person> items) {}

    @GetMapping("/api/v1/people")
    @Operation(
            summary = "List people",
            description = "Contacts are shown to PORTFOLIO_OFFICE, BOARD_SECRETARY and MIGRATOR; each person sees"
                    + " their own.")
    @ReadParameters(Form.DIRECTORY)
    People all(ReadRequest request) {
        Actor viewer = request.question().viewer();
        return new People(jdbc.sql(SELECT + " order by id").query(Person.class).list().stream()
                .map(person -> person.shownTo(viewer))
                .toList());
    }

    @GetMapping("/api/v1/people/{id}")
    @Operation(
            summary = "Get one person",
            description = "The contact is shown to PORTFOLIO_OFFICE, BOARD_SECRETARY and MIGRATOR, and to the person.")
    @ReadParameters(Form.DIRECTORY)
    Known one(@PathVariable String id, ReadRequest request) {
        Person person = jdbc.sql(SELECT + " where lower(id) = lower(?)")
                .param(id)
                .query(Person.class)
                .optional()
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No person has the id " + id));
        return new Known(person.shownTo(request.question().viewer()), changes(person.id()));
    }

    private List<Change> changes(String person) {
        return jdbc.sql("select what, at, actor from directory.change where person = ? order by number")
                .param(person)
                .query((row, _) -> new Change(
                        row.getString("what"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor")))
                .list();
    }
}

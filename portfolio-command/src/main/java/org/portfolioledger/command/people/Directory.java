package org.portfolioledger.command.people;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of people. */
public final class Directory implements People {

    private final JdbcClient jdbc;

    public Directory(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Brings the schema {@code directory} to the version that this code needs; run it as the owner of the database. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/directory")
                .schemas("directory")
                .table("schema_history")
                .load()
                .migrate();
    }

    /**
     * A person.
     *
     * @param name null if the person was erased
     */
    public record Person(
            String id, @Nullable String name, @Nullable String contact, boolean erased) {}

    @Override
    public boolean knows(String id) {
        return find(id).isPresent();
    }

    /** The person with an id. */
    public Optional<Person> find(String id) {
        return jdbc.sql("select id, name, contact, erased_at is not null as erased from directory.person where id = ?")
                .param(id)
                .query(Person.class)
                .optional();
    }

    /** Puts a person in unless the id is taken, and says whether it was free. */
    public boolean add(String id, String name, @Nullable String contact) {
        return jdbc.sql("insert into directory.person (id, name, contact) values (?, ?, ?) on conflict do nothing")
                        .param(id)
                        .param(name)
                        .param(contact)
                        .update()
                == 1;
    }

    /** Takes a person's name and contact away, for ever; the id stays, since facts hold it. */
    public void erase(String id) {
        jdbc.sql("update directory.person set name = null, contact = null, erased_at = coalesce(erased_at, now())"
                        + " where id = ?")
                .param(id)
                .update();
    }
}

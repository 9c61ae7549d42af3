package org.portfolioledger.command.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.DirectorySchema;
import org.portfolioledger.command.People;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.ledger.backup.BackedUpSchema;
import org.portfolioledger.serialization.SchemaName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of people. */
public final class Directory implements People {

    /** As it belongs into a backup of the ledger: facts hold the ids of people. */
    public static final BackedUpSchema PART = new BackedUpSchema(
            "directory", DirectorySchema.VERSION, List.of("person", "change"), DirectorySchema::migrate);

    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** By an id as somebody wrote it: as it was written first. It stays so for ever; the one that was put in first goes first. */
    private final Map<String, String> spellings = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    public Directory(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * A person.
     *
     * @param name null if the person was erased
     */
    @SchemaName("DirectoryEntry")
    public record Person(
            String id, @Nullable String name, @Nullable String contact, boolean erased) {}

    @Override
    public PersonStatus status(String id) {
        return status(find(id));
    }

    /** What is known of whoever was looked for. */
    public static PersonStatus status(Optional<Person> found) {
        return found.map(person -> person.erased() ? PersonStatus.ERASED : PersonStatus.KNOWN)
                .orElse(PersonStatus.UNKNOWN);
    }

    /** The id as it was written first, whatever the case of its letters; empty if nobody has it. */
    public Optional<String> spelling(String id) {
        Optional<String> known = Optional.ofNullable(spellings.get(id));
        if (known.isPresent()) return known;
        Optional<String> found = find(id).map(Person::id);
        found.ifPresent(first -> spellings.put(id, first));
        return found;
    }

    /** The person with an id, whatever the case of its letters. */
    public Optional<Person> find(String id) {
        return jdbc.sql("select id, name, contact, erased_at is not null as erased from directory.person"
                        + " where lower(id) = lower(?)")
                .param(id)
                .query(Person.class)
                .optional();
    }

    /**
     * Who asks for a change.
     *
     * @param actor id of the person
     * @param key idempotency key, or null
     * @param fingerprint of the request; null without a key
     */
    public record By(
            String actor, @Nullable String key, @Nullable String fingerprint) {

        /** Whoever asks without a key. */
        public static By actor(String actor) {
            return new By(actor, null, null);
        }
    }

    /**
     * A change that was made under a key.
     *
     * @param fingerprint of the request; null once the person is erased
     */
    public record Made(String person, @Nullable String fingerprint) {}

    /** What was made under the key of this request. */
    public Optional<Made> made(By by) {
        return jdbc.sql("select person, fingerprint from directory.change where actor = ? and key = ?")
                .param(by.actor())
                .param(by.key())
                .query(Made.class)
                .optional();
    }

    /**
     * Puts a person in unless the id is taken, and says whether it was free.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the key was used at the same moment
     */
    public boolean add(String id, String name, @Nullable String contact, By by) {
        return transaction.execute(_ -> {
            int added = jdbc.sql(
                            "insert into directory.person (id, name, contact) values (?, ?, ?) on conflict do nothing")
                    .param(id)
                    .param(name)
                    .param(contact)
                    .update();
            if (added == 1) note(id, "ADDED", by);
            return added == 1;
        });
    }

    /**
     * Takes a person's name and contact away, for ever, and the fingerprint by which a guessed name could be confirmed; the id
     * stays, since facts hold it.
     */
    public void erase(String id, By by) {
        transaction.executeWithoutResult(_ -> {
            int erased = jdbc.sql("update directory.person set name = null, contact = null, erased_at = now()"
                            + " where id = ? and erased_at is null")
                    .param(id)
                    .update();
            if (erased == 0) return;
            jdbc.sql("update directory.change set fingerprint = null where person = ? and fingerprint is not null")
                    .param(id)
                    .update();
            note(id, "ERASED", by);
        });
    }

    private void note(String person, String what, By by) {
        jdbc.sql("insert into directory.change (person, what, actor, key, fingerprint) values (?, ?, ?, ?, ?)")
                .param(person)
                .param(what)
                .param(by.actor())
                .param(by.key())
                .param(by.fingerprint())
                .update();
    }
}

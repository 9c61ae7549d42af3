package org.portfolioledger.command.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portfolioledger.command.People;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.people.Directory;

/** The people of the directory, each looked up once until all are forgotten. For one thread. */
final class KnownPeople implements People {

    private final Directory directory;
    private final Map<String, Optional<Directory.Person>> found = new HashMap<>();

    KnownPeople(Directory directory) {
        this.directory = directory;
    }

    void forget() {
        found.clear();
    }

    @Override
    public PersonStatus status(String id) {
        return Directory.status(find(id));
    }

    Optional<String> spelling(String id) {
        return find(id).map(Directory.Person::id);
    }

    private Optional<Directory.Person> find(String id) {
        return found.computeIfAbsent(id, directory::find);
    }
}

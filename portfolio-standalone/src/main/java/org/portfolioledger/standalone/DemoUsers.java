package org.portfolioledger.standalone;

import java.util.List;
import org.portfolioledger.command.people.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** What the evaluation adds to the two halves: people for its users, the Met's history, a welcome. */
@Configuration(proxyBeanMethods = false)
class DemoUsers {

    /** Whom a demo user is: a person, or a machine that acts for one. */
    record Demo(String id, String name) {}

    static final List<Demo> PEOPLE = List.of(
            new Demo("p-office", "Robin Ashe (portfolio office, demo)"),
            new Demo("p-sro1", "Chidi Okafor (SRO, demo)"),
            new Demo("p-sro2", "Maja Lindqvist (SRO, demo)"),
            new Demo("p-secretary", "Priya Shah (board secretary, demo)"),
            new Demo("p-assurance", "Tom Reyes (assurance, demo)"),
            new Demo("p-reader", "Ana Duarte (reader, demo)"),
            new Demo("p-operator", "Noor Bakker (operator, demo)"),
            new Demo("p-administrator", "Ines Marek (administrator, demo)"),
            new Demo("p-migrator", "Lee Byrne (migrator, demo)"),
            new Demo("s-planning", "Planning system (service, demo)"),
            new Demo("a-drafting", "Drafting assistant (agent, demo)"));

    /**
     * What is loaded at the first start.
     *
     * @param people JSON, what {@code POST /people} takes
     * @param history NDJSON, what {@code POST /imports} takes
     */
    @Bean
    MetHistory metHistory(
            Directory directory,
            org.portfolioledger.command.web.Imports imports,
            @Value("${portfolio-ledger.people:classpath:met-history/people.json}") Resource people,
            @Value("${portfolio-ledger.history:classpath:met-history/history.ndjson}") Resource history) {
        PEOPLE.forEach(person ->
                directory.add(person.id(), person.name(), null, Directory.By.actor(MetHistory.MIGRATOR.person())));
        return new MetHistory(directory, imports, people, history);
    }

    @Bean
    Welcome welcome(
            org.portfolioledger.http.ConfiguredUsers users, org.springframework.core.env.Environment environment) {
        return new Welcome(users, environment);
    }
}

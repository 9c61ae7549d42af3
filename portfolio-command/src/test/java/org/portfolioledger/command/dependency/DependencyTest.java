package org.portfolioledger.command.dependency;

import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.DependencyFacts.status;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;

import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.dependency.DependencyCommand.ProposeDependency;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

class DependencyTest {

    private static final DependencyEnd HOMES = new DependencyEnd("PG", null);
    private static final DependencyEnd FINANCE = new DependencyEnd(null, "Finance");

    private final Given given = Given.persons("p-a").facts(initiative("PG", "2020-01-01"));

    @Test
    void a_dependency_is_put_on_record_once() {
        var proposed = dependency("DP", FINANCE, HOMES, "2020-02-01");
        given.when(proposed).records(proposed).reads("initiative-PG");
        given.facts(proposed).when(proposed).refuses(ReferenceRule.ALREADY_EXISTS);
    }

    @Test
    void importance_that_is_not_stated_is_recorded_as_such() {
        var proposed = dependency("DP", FINANCE, HOMES, "2020-02-01");
        given.when(new ProposeDependency(
                        "DP",
                        "ACME",
                        FINANCE,
                        HOMES,
                        DependencyType.INTER_PROGRAMME,
                        null,
                        "Loan agreements",
                        day("2021-02-01"),
                        null,
                        on("2020-02-01")))
                .records(with(proposed, "importance", Importance.NOT_STATED));
    }

    @Test
    void an_end_is_an_initiative_on_record_or_words() {
        given.when(dependency("DP", FINANCE, new DependencyEnd("PG-9", null), "2020-02-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/receiver/initiative")
                .entry("PG-9");
        given.when(dependency("DP", new DependencyEnd(null, null), HOMES, "2020-02-01"))
                .refuses(DependencyRule.AMBIGUOUS_DEPENDENCY_END)
                .at("/giver");
        given.when(dependency("DP", new DependencyEnd("PG", "Estates"), FINANCE, "2020-02-01"))
                .refuses(DependencyRule.AMBIGUOUS_DEPENDENCY_END);
    }

    @Test
    void what_is_not_on_record_is_neither_agreed_nor_promised() {
        given.when(agreed("DP", DependencySide.GIVER, "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(promised("DP", "2021-01-01", "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(status("DP", DependencyStatus.AT_RISK, "2020-02-01")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void a_side_agrees_by_a_person_of_the_directory() {
        given.facts(dependency("DP", FINANCE, HOMES, "2020-02-01"));
        given.when(with(agreed("DP", DependencySide.GIVER, "2020-03-01"), "agreedBy", "p-a"))
                .isRecorded();
        given.when(with(agreed("DP", DependencySide.GIVER, "2020-03-01"), "agreedBy", "p-nobody"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/agreedBy");
    }

    @Test
    void nothing_comes_after_a_withdrawal() {
        given.facts(
                dependency("DP", FINANCE, HOMES, "2020-02-01"), status("DP", DependencyStatus.WITHDRAWN, "2020-06-01"));
        given.when(promised("DP", "2021-01-01", "2020-05-31")).isRecorded();
        given.when(promised("DP", "2021-01-01", "2020-06-01"))
                .refuses(DependencyRule.DEPENDENCY_WITHDRAWN)
                .against(3L)
                .entry("2020-06-01");
        given.when(status("DP", DependencyStatus.AT_RISK, "2040-01-01")).refuses(DependencyRule.DEPENDENCY_WITHDRAWN);
        given.when(agreed("DP", DependencySide.GIVER, "2020-06-02")).refuses(DependencyRule.DEPENDENCY_WITHDRAWN);
    }

    @Test
    void a_withdrawal_is_not_back_dated_before_what_came_after() {
        given.facts(
                dependency("DP", FINANCE, HOMES, "2020-02-01"), status("DP", DependencyStatus.AT_RISK, "2020-06-01"));
        given.when(status("DP", DependencyStatus.WITHDRAWN, "2020-06-01")).isRecorded();
        given.when(status("DP", DependencyStatus.WITHDRAWN, "2020-05-31"))
                .refuses(DependencyRule.DEPENDENCY_WITHDRAWN)
                .against(3L)
                .entry("2020-05-31", "2020-06-01");
    }

    @Test
    void a_withdrawal_that_was_entered_in_error_is_in_nobodys_way() {
        given.facts(
                dependency("DP", FINANCE, HOMES, "2020-02-01"), status("DP", DependencyStatus.WITHDRAWN, "2020-06-01"));
        given.and(given.whenStruck(3));
        given.when(promised("DP", "2021-01-01", "2020-07-01")).isRecorded();
    }
}

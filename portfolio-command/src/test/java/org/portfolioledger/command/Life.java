package org.portfolioledger.command;

import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kind;

/** One entity of a family, and what it might be asked for. */
interface Life<S> {

    Kind<?, S> kind();

    String id();

    /** What is on record when it begins. */
    default Given beginning() {
        return office();
    }

    /** A fact that it might be asked for on a day. */
    GovernanceFact asked(Sent sent, String day);

    /** What holds of it besides the invariants, told without the rules. */
    void keepsLaw(Given given);

    /** Names of the family's rules that nothing breaks but against something on record. */
    default Set<String> colliding() {
        return Set.of();
    }

    default String stream() {
        return kind().stream(id());
    }

    /** Initiatives PG and PX, a portfolio PF with two groups, and two boards. */
    static Given office() {
        return Given.persons("p0", "p1", "p2", "p3", "p-owner", "p-submitter", "p-board")
                .facts(
                        InitiativeFacts.initiative("PG", "2020-01-01"),
                        InitiativeFacts.initiative("PX", "2020-01-01"),
                        PortfolioFacts.portfolio("PF", "2020-01-01"),
                        PortfolioFacts.group("PF", "G0", "Group", "2020-01-01"),
                        PortfolioFacts.group("PF", "G1", "Group", "2020-01-01"),
                        BoardFacts.board("B0", "2020-01-01"),
                        BoardFacts.board("B1", "2020-01-01"));
    }
}

package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RagState;
import org.portfolioledger.vocabulary.RagRating;

/** A life of the family {@link RagFact}. */
final class RagLife implements Life<RagState> {

    @Override
    public Kind<?, RagState> kind() {
        return Kinds.RAG;
    }

    @Override
    public String id() {
        return "PG";
    }

    /** A scheme from two days on. */
    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        InitiativeFacts.moved("PG", new Placement(null, "PF"), "2020-01-01"),
                        PortfolioFacts.scheme("PF", "ACME_RAG", 1, "2020-01-02"),
                        PortfolioFacts.scheme("PF", "ACME_RAG", 2, "2020-01-04"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        List<RagRating> ratings = List.of(RagRating.GREEN, RagRating.AMBER_RED, RagRating.RED, RagRating.RESET);
        RagAssessed rated = RagFacts.rated("PG", ratings.get(sent.which() % 4), day);
        return switch (sent.kind() % 5) {
            case 4 -> RagFacts.unrated("PG", day);
            case 0 -> Shape.with(rated, "schemeVersion", 1 + sent.other() % 3);
            case 1 -> Shape.with(rated, "criterion", sent.other() % 2 == 0 ? "COST" : "BENEFITS");
            default -> rated;
        };
    }

    /** Every rating is one of its scheme. A reset needs an approval of a re-baseline, and none is on record. */
    @Override
    public void keepsLaw(Given given) {
        assertThat(told(given, Kinds.RAG, "PG")
                        .filter(RagAssessed.class::isInstance)
                        .map(RagAssessed.class::cast))
                .allSatisfy(rated -> {
                    assertThat(rated.rating()).isIn(RagRating.GREEN, RagRating.AMBER, RagRating.RED);
                    assertThat(rated.schemeVersion()).isIn(1, 2);
                    assertThat(rated.criterion()).isIn("OVERALL", "COST");
                });
    }
}

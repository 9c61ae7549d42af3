package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;

/** A life of the family {@link PortfolioFact}. */
final class PortfolioLife implements Life<PortfolioState> {

    @Override
    public Kind<?, PortfolioState> kind() {
        return Kinds.PORTFOLIO;
    }

    @Override
    public String id() {
        return "PF";
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 7) {
            case 6 -> PortfolioFacts.policy("PF", 1 + sent.which() % 3, List.of("B" + sent.other() % 2), day);
            case 4 -> PortfolioFacts.replaced("PF", "RAG", "RAG", 1 + sent.which() % 3, day);
            case 5 ->
                sent.which() % 2 == 0
                        ? PortfolioFacts.replaced("PF", "RAG", "RAG-2", 1, day)
                        : PortfolioFacts.replaced("PF", "RAG-2", "RAG", 1 + sent.other() % 3, day);
            case 3 -> PortfolioFacts.scheme("PF", "RAG-2", 1, day);
            case 0 -> PortfolioFacts.portfolio("PF", day);
            case 1 -> PortfolioFacts.group("PF", "G" + sent.which() % 2, "Group " + sent.other() % 3, day);
            default -> PortfolioFacts.scheme("PF", "RAG", 1 + sent.which() % 3, day);
        };
    }

    /** Each version of a scheme is defined once. */
    @Override
    public void keepsLaw(Given given) {
        assertThat(told(given, Kinds.PORTFOLIO, "PF")
                        .filter(RatingSchemeDefined.class::isInstance)
                        .map(RatingSchemeDefined.class::cast)
                        .map(defined -> defined.scheme() + ":" + defined.version()))
                .doesNotHaveDuplicates();
    }
}

package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link BudgetFact}. */
final class BudgetLife implements Life<BudgetState> {

    @Override
    public Kind<?, BudgetState> kind() {
        return Kinds.BUDGET;
    }

    @Override
    public String id() {
        return "BU";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(BudgetFacts.budget("BU", "PG", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        BudgetFigure figure = List.of(BudgetFigure.values()).get(sent.which() % BudgetFigure.values().length);
        String source = "Source " + sent.other() % 3;
        return switch (sent.kind() % 8) {
            case 0, 1, 2 ->
                BudgetFacts.figures(
                        "BU",
                        figure,
                        source,
                        sent.which() % 3 == 0 ? "2020/21" : "2019/20",
                        "9." + sent.other() % 9,
                        day);
            case 3 -> BudgetFacts.preferredSource("BU", figure, source, day);
            case 4 -> BudgetFacts.figuresWithdrawn("BU", figure, source, day);
            case 5 ->
                BudgetFacts.envelope(
                        "BU", "9", "2020/21", sent.which() % 4, sent.other() % 2 == 0 ? null : "settled", day);
            case 6 -> BudgetFacts.budgetEnded("BU", sent.other() % 2 == 0 ? "2020-01-20" : day);
            default -> BudgetFacts.budget("BU", "PG", day);
        };
    }

    /**
     * Only what a source states is preferred: what is preferred is stated, and only the first envelope gives no reason.
     */
    @Override
    public void keepsLaw(Given given) {
        Set<String> stated = new HashSet<>();
        boolean[] enveloped = {false};
        told(given, Kinds.BUDGET, "BU").forEach(fact -> {
            switch (fact) {
                case BudgetFiguresStated figures -> stated.add(figures.figure() + figures.statedIn());
                case BudgetFiguresWithdrawn none ->
                    assertThat(stated.remove(none.figure() + none.statedIn())).isTrue();
                case BudgetSourcePreferred one -> assertThat(stated).contains(one.figure() + one.statedIn());
                case BudgetEnvelopeSet set -> {
                    assertThat(set.years()).isBetween(1, 50);
                    assertThat(enveloped[0] && set.reason() == null).isFalse();
                    enveloped[0] = true;
                }
                default -> {}
            }
        });
        staysClosed(given, Kinds.BUDGET, "BU", BudgetEnded.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("BUDGET_ENDED_ALREADY", "ENVELOPE_CHANGED_WITHOUT_REASON");
    }
}

package org.portfolioledger.command.budget;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.YearlyMoney;

/** What can be put on record about a budget line. */
public sealed interface BudgetCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/budgets",
                    Set.of(PORTFOLIO_OFFICE),
                    "budget",
                    OpenBudget.class,
                    BudgetOpened.class,
                    "Put a budget line on record",
                    """
                        {"id": "BU-1", "register": "ACME", "name": "Building of 400 homes", "kind": "CAPITAL",
                         "subject": {"initiative": "PG-HOMES"}, "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/budgets/{budget}/figures",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    StateBudgetFigures.class,
                    BudgetFiguresStated.class,
                    "State the budget, the forecast or what was spent, by financial year, as one source has it",
                    """
                        {"figure": "FORECAST", "statedIn": "Monthly return, June 2026", "effectiveOn": "2026-06-30",
                         "money": [{"year": "2026/27", "money": {"amount": 3100000, "currency": "GBP", "priceBasis": "NOMINAL",
                                    "confidence": "VALIDATED"}}]}"""),
            CommandRoute.changing(
                    "/budgets/{budget}/preferred-sources",
                    Set.of(PORTFOLIO_OFFICE),
                    PreferBudgetSource.class,
                    BudgetSourcePreferred.class,
                    "Prefer one of the sources that state a figure: it alone counts",
                    """
                        {"figure": "FORECAST", "statedIn": "Monthly return, June 2026", "reason": "The ledger agrees with it",
                         "effectiveOn": "2026-07-10"}"""),
            CommandRoute.changing(
                    "/budgets/{budget}/figure-withdrawals",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    WithdrawBudgetFigures.class,
                    BudgetFiguresWithdrawn.class,
                    "Record that a source states a figure no more",
                    """
                        {"figure": "FORECAST", "statedIn": "Monthly return, June 2026", "reason": "Not stated in the return of January",
                         "effectiveOn": "2027-01-31"}"""),
            CommandRoute.changing(
                    "/budgets/{budget}/envelopes",
                    Set.of(PORTFOLIO_OFFICE),
                    SetBudgetEnvelope.class,
                    BudgetEnvelopeSet.class,
                    "Set money aside for several years together",
                    """
                        {"money": {"amount": 9000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "firstYear": "2026/27", "years": 3, "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/budgets/{budget}/endings",
                    Set.of(PORTFOLIO_OFFICE),
                    EndBudget.class,
                    BudgetEnded.class,
                    "Record that a budget line is one no more",
                    """
                        {"reason": "Merged into the housing budget", "effectiveOn": "2027-04-01"}"""));

    /**
     * Puts it on record.
     *
     * @param subject an initiative, a portfolio, or a business group of a portfolio
     * @param managedUnder line under which its project is managed, and beside which it is not counted
     */
    record OpenBudget(
            @IdOf("budget") String budget,
            @IdOf("register") String register,
            String name,
            @Nullable BudgetKind kind,
            FiguresSubject subject,
            @IdOf("budget") @Nullable String managedUnder,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements BudgetCommand {}

    /**
     * States figures of it, beside what others state.
     *
     * @param statedIn the plan, paper or part of a paper that states them
     * @param money each year once
     */
    record StateBudgetFigures(
            @IdOf("budget") String budget,
            BudgetFigure figure,
            String statedIn,
            List<YearlyMoney> money,
            Provenance provenance)
            implements BudgetCommand {}

    /**
     * Prefers a source.
     *
     * @param statedIn one that states that figure
     */
    record PreferBudgetSource(
            @IdOf("budget") String budget, BudgetFigure figure, String statedIn, String reason, Provenance provenance)
            implements BudgetCommand {}

    /**
     * Records that a source states a figure no more.
     *
     * @param statedIn one that states that figure
     */
    record WithdrawBudgetFigures(
            @IdOf("budget") String budget, BudgetFigure figure, String statedIn, String reason, Provenance provenance)
            implements BudgetCommand {}

    /**
     * Sets money aside for several years together, in the place of an earlier envelope.
     *
     * @param years over how many financial years
     * @param reason why it takes the place of an earlier one
     */
    record SetBudgetEnvelope(
            @IdOf("budget") String budget,
            Money money,
            @Nullable FinancialYear firstYear,
            int years,
            @Nullable String reason,
            Provenance provenance)
            implements BudgetCommand {}

    /** Ends it. */
    record EndBudget(@IdOf("budget") String budget, String reason, Provenance provenance) implements BudgetCommand {}
}

package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;

/**
 * Costs and benefits as business cases state them: in the last version of the case that began last and has one. A source of
 * either of its own takes the place of this one in {@link DataSources}.
 */
final class CaseAmounts {

    static final DataSource<CaseAmount> COSTS = source(DataEntity.COST, FigureKind.COST);
    static final DataSource<CaseAmount> BENEFITS = source(DataEntity.BENEFIT, FigureKind.BENEFIT);

    private static final String WHOLE_LIFE = "WHOLE_LIFE";
    private static final String WHOLE_LIFE_COST = "Whole-life cost";

    private CaseAmounts() {}

    private static DataSource<CaseAmount> source(DataEntity entity, FigureKind kind) {
        return new DataSource<>(
                entity,
                of -> of.cases().reversed().stream()
                        .filter(each -> !each.versions().isEmpty())
                        .findFirst()
                        .map(latest -> amounts(latest, kind))
                        .orElse(List.of()),
                List.of(
                        DataPath.text("name", "what it is about", amount -> amount.grounded(amount.name())),
                        DataPath.text(
                                "businessCase",
                                "id of the business case",
                                amount -> amount.grounded(amount.businessCase())),
                        DataPath.of(
                                "amount",
                                DataFormat.NUMBER,
                                "the amount",
                                amount -> amount.grounded(amount.money().amount())),
                        DataPath.text(
                                "currency",
                                "its currency",
                                amount -> amount.grounded(amount.money().currency())),
                        DataPath.text(
                                "priceBasis",
                                "nominal, or real",
                                amount -> amount.grounded(amount.money().priceBasis())),
                        DataPath.text(
                                "priceYear",
                                "financial year of the prices",
                                amount -> part(amount.grounded(amount.money()), money -> money.priceYear())),
                        DataPath.text(
                                "confidence",
                                "how certain it is",
                                amount -> amount.grounded(amount.money().confidence()))));
    }

    private static List<Part<CaseAmount>> amounts(BusinessCaseState of, FigureKind kind) {
        Grounded<Version> version =
                Objects.requireNonNull(of.versions().get(of.versions().lastKey()));
        String id = of.businessCase() + ":" + version.value().version() + ":";
        List<Part<CaseAmount>> amounts = new ArrayList<>();
        if (kind == FigureKind.COST)
            amounts.add(new Part<>(
                    id + WHOLE_LIFE,
                    new CaseAmount(
                            of.businessCase(), WHOLE_LIFE_COST, version.value().cost(), version),
                    false));
        List<CaseFigure> figures = version.value().figures();
        for (int i = 0; i < figures.size(); i++) {
            CaseFigure figure = figures.get(i);
            if (figure.kind() == kind)
                amounts.add(new Part<>(
                        id + i, new CaseAmount(of.businessCase(), figure.name(), figure.money(), version), false));
        }
        return amounts;
    }
}

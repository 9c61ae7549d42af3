package org.portfolioledger.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.standard.DataSource.Part;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.YearlyMoney;

/** Amounts as business cases state them: in the last version of the case that began last and has one. */
final class CaseAmounts {

    private static final String WHOLE_LIFE = "WHOLE_LIFE";
    private static final String WHOLE_LIFE_COST = "Whole-life cost";

    private CaseAmounts() {}

    /** The whole-life cost, which nothing else states. */
    static <S> List<Part<DataAmount<S>>> wholeLife(DeliveryRecord of) {
        List<Part<DataAmount<S>>> amounts = new ArrayList<>();
        for (BusinessCaseState each : latest(of)) {
            Grounded<Version> version = last(each);
            amounts.add(part(each, WHOLE_LIFE, WHOLE_LIFE_COST, version.value().cost(), version));
        }
        return amounts;
    }

    /** The figures of one kind. */
    static <S> List<Part<DataAmount<S>>> figures(DeliveryRecord of, FigureKind kind) {
        List<Part<DataAmount<S>>> amounts = new ArrayList<>();
        for (BusinessCaseState each : latest(of)) {
            Grounded<Version> version = last(each);
            List<CaseFigure> figures = version.value().figures();
            for (int i = 0; i < figures.size(); i++) {
                CaseFigure figure = figures.get(i);
                if (figure.kind() == kind)
                    amounts.add(part(each, String.valueOf(i), figure.name(), figure.money(), version));
            }
        }
        return amounts;
    }

    /** The one that counts; none: no case has a version. */
    private static List<BusinessCaseState> latest(DeliveryRecord of) {
        return of.cases().reversed().stream()
                .filter(each -> !each.versions().isEmpty())
                .limit(1)
                .toList();
    }

    private static Grounded<Version> last(BusinessCaseState of) {
        return Objects.requireNonNull(of.versions().get(of.versions().lastKey()));
    }

    private static <S> Part<DataAmount<S>> part(
            BusinessCaseState of, String id, String name, Money money, Grounded<Version> version) {
        return new Part<>(
                of.businessCase() + ":" + version.value().version() + ":" + id,
                new DataAmount<>(
                        null,
                        version.as(name),
                        version.as(of.businessCase()),
                        null,
                        version.as(new YearlyMoney(null, money))),
                false);
    }
}

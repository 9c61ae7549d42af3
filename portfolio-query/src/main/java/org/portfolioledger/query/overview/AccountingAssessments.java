package org.portfolioledger.query.overview;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kinds;

/** What Accounting Officers found of business cases. */
public final class AccountingAssessments {

    private AccountingAssessments() {}

    /** The assessments of some cases, by id. */
    public static List<AccountingAssessmentState> of(Rows rows, TimePoint point, Collection<BusinessCaseState> cases) {
        if (cases.isEmpty()) return List.of();
        Map<String, ?> values = Map.of(
                "cases",
                cases.stream()
                        .map(each -> Kinds.BUSINESS_CASE.stream(each.businessCase()))
                        .toArray(String[]::new));
        return rows.where(point, Kinds.ACCOUNTING_ASSESSMENT, "r.refs && :cases::text[]", values).stream()
                .map(Known::state)
                .toList();
    }

    /** The alerts that assessments of these cases give their initiatives, by id. */
    static Map<String, Set<Alert>> alerts(Rows rows, TimePoint point, Collection<BusinessCaseState> cases) {
        Map<String, String> initiatives = cases.stream()
                .collect(Collectors.toMap(BusinessCaseState::businessCase, BusinessCaseState::initiative));
        Map<String, Set<Alert>> alerts = new HashMap<>();
        for (AccountingAssessmentState assessment : of(rows, point, cases)) {
            String initiative = initiatives.get(assessment.businessCase().value());
            Set<Alert> found = assessment.alerts(point.asOf());
            if (initiative != null && !found.isEmpty())
                alerts.computeIfAbsent(initiative, _ -> EnumSet.noneOf(Alert.class))
                        .addAll(found);
        }
        return alerts;
    }
}

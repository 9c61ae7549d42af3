package org.portfolioledger.query.overview;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.overview.EqualityAssessments.CaseOnDay;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Grounded;

/** Which initiatives had a business case finally approved that lacked an equality impact assessment on that day (rule 9). */
final class EqualityGaps {

    private EqualityGaps() {}

    /** The alerts on initiatives, by id, of which these are the business cases. */
    static Map<String, Set<Alert>> alerts(Rows rows, TimePoint point, List<BusinessCaseState> cases) {
        List<CaseOnDay> approved =
                cases.stream().flatMap(EqualityGaps::approved).toList();
        EqualityAssessments assessments = EqualityAssessments.of(rows, point, approved);
        Map<String, Set<Alert>> alerts = new HashMap<>();
        for (CaseOnDay each : approved) {
            Set<Alert> gaps = assessments.gaps(each);
            if (!gaps.isEmpty())
                alerts.computeIfAbsent(each.businessCase().initiative(), _ -> EnumSet.noneOf(Alert.class))
                        .addAll(gaps);
        }
        return alerts;
    }

    private static Stream<CaseOnDay> approved(BusinessCaseState businessCase) {
        Grounded<FinalApproval> approval = businessCase.finalApproval();
        return approval == null ? Stream.of() : Stream.of(new CaseOnDay(businessCase, approval.since()));
    }
}

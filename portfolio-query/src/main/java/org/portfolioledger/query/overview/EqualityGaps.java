package org.portfolioledger.query.overview;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.Kinds;

/**
 * Which initiatives lack an equality impact assessment (rule 9): any, once one of their business cases is finally approved,
 * and one that is more than initial, once that approval lets delivery start.
 */
final class EqualityGaps {

    /** The final approval of these lets delivery start. */
    private static final Set<CaseStage> BEFORE_DELIVERY = EnumSet.of(CaseStage.FBC, CaseStage.BJC);

    private EqualityGaps() {}

    /** The alerts on initiatives, by id, of which these are the business cases. */
    static Map<String, Set<Alert>> alerts(Rows rows, TimePoint point, List<BusinessCaseState> cases) {
        List<BusinessCaseState> approved =
                cases.stream().filter(each -> each.finalApproval() != null).toList();
        if (approved.isEmpty()) return Map.of();
        List<EqualityAssessmentState> assessments = assessments(rows, point, approved);
        Map<String, Set<Alert>> alerts = new HashMap<>();
        for (BusinessCaseState each : approved) {
            List<EqualityAssessmentState> own = assessments.stream()
                    .filter(assessment -> isOf(assessment, each))
                    .toList();
            Set<Alert> gaps = gaps(each, own);
            if (!gaps.isEmpty())
                alerts.computeIfAbsent(each.initiative(), _ -> EnumSet.noneOf(Alert.class))
                        .addAll(gaps);
        }
        return alerts;
    }

    private static Set<Alert> gaps(BusinessCaseState approved, List<EqualityAssessmentState> assessments) {
        if (assessments.isEmpty()) return EnumSet.of(Alert.EQUALITY_ASSESSMENT_MISSING);
        boolean delivers = approved.stage() != null
                && BEFORE_DELIVERY.contains(approved.stage().value());
        boolean full = assessments.stream()
                .anyMatch(assessment -> assessment.kind().value() != EqualityAssessmentKind.INITIAL);
        return delivers && !full ? EnumSet.of(Alert.FULL_EQUALITY_ASSESSMENT_MISSING) : EnumSet.noneOf(Alert.class);
    }

    private static boolean isOf(EqualityAssessmentState assessment, BusinessCaseState approved) {
        return assessment.subjects().stream()
                .map(subject -> subject.value())
                .anyMatch(subject -> approved.initiative().equals(subject.initiative())
                        || approved.businessCase().equals(subject.businessCase()));
    }

    private static List<EqualityAssessmentState> assessments(
            Rows rows, TimePoint point, List<BusinessCaseState> approved) {
        String[] subjects = approved.stream()
                .flatMap(each -> Stream.of(
                        Kinds.INITIATIVE.stream(each.initiative()), Kinds.BUSINESS_CASE.stream(each.businessCase())))
                .distinct()
                .toArray(String[]::new);
        return rows
                .where(point, Kinds.EQUALITY_ASSESSMENT, "r.refs && :subjects::text[]", Map.of("subjects", subjects))
                .stream()
                .map(Known::state)
                .toList();
    }
}

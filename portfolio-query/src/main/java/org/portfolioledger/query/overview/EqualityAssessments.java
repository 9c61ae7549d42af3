package org.portfolioledger.query.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.query.answer.InitiativePlaces;
import org.portfolioledger.query.answer.InitiativePlaces.OnDay;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;

/**
 * The equality impact assessments that accompany business cases on a day each (rule 9): they were open on that day, and of
 * the case, of its initiative, or of a whole programme above it.
 */
public final class EqualityAssessments {

    /** The final approval of these lets delivery start. */
    private static final Set<CaseStage> BEFORE_DELIVERY = EnumSet.of(CaseStage.FBC, CaseStage.BJC);

    private final List<EqualityAssessmentState> assessments;
    private final Map<OnDay, Set<String>> above;

    private EqualityAssessments(List<EqualityAssessmentState> assessments, Map<OnDay, Set<String>> above) {
        this.assessments = assessments;
        this.above = above;
    }

    /** A business case on a day. */
    public record CaseOnDay(BusinessCaseState businessCase, LocalDate day) {

        private OnDay initiative() {
            return new OnDay(businessCase.initiative(), day);
        }
    }

    /** Those that may accompany some cases. */
    public static EqualityAssessments of(Rows rows, TimePoint point, Collection<CaseOnDay> cases) {
        if (cases.isEmpty()) return new EqualityAssessments(List.of(), Map.of());
        Map<OnDay, Set<String>> above = new InitiativePlaces(rows)
                .above(point, cases.stream().map(CaseOnDay::initiative).toList());
        Set<String> subjects = new LinkedHashSet<>();
        for (CaseOnDay each : cases) {
            subjects.add(Kinds.BUSINESS_CASE.stream(each.businessCase().businessCase()));
            subjects.add(Kinds.INITIATIVE.stream(each.businessCase().initiative()));
        }
        above.values().forEach(ids -> ids.forEach(id -> subjects.add(Kinds.INITIATIVE.stream(id))));
        List<EqualityAssessmentState> found = rows
                .where(
                        point,
                        Kinds.EQUALITY_ASSESSMENT,
                        "r.refs && :subjects::text[]",
                        Map.of("subjects", subjects.toArray(String[]::new)))
                .stream()
                .map(Known::state)
                .toList();
        return new EqualityAssessments(found, above);
    }

    /** What a case lacks on a day: any assessment; or one that is more than initial, where its approval lets delivery start. */
    public Set<Alert> gaps(CaseOnDay of) {
        List<EqualityAssessmentState> accompanying =
                assessments.stream().filter(each -> accompanies(each, of)).toList();
        if (accompanying.isEmpty()) return EnumSet.of(Alert.EQUALITY_ASSESSMENT_MISSING);
        Grounded<CaseStage> stage = of.businessCase().stage();
        boolean delivers = stage != null && BEFORE_DELIVERY.contains(stage.value());
        boolean full = accompanying.stream()
                .anyMatch(assessment -> assessment.kind().value() != EqualityAssessmentKind.INITIAL);
        return delivers && !full ? EnumSet.of(Alert.FULL_EQUALITY_ASSESSMENT_MISSING) : EnumSet.noneOf(Alert.class);
    }

    private boolean accompanies(EqualityAssessmentState assessment, CaseOnDay of) {
        LocalDate day = of.day();
        boolean open = !assessment.kind().since().isAfter(day)
                && (assessment.closure() == null || assessment.closure().since().isAfter(day));
        boolean ofProgramme = assessment.kind().value() == EqualityAssessmentKind.PROGRAMME_LEVEL;
        Set<String> programmes = ofProgramme ? above.getOrDefault(of.initiative(), Set.of()) : Set.of();
        return open
                && assessment.subjects().stream()
                        .filter(subject -> !subject.since().isAfter(day))
                        .anyMatch(subject -> isOf(subject.value(), of.businessCase(), programmes));
    }

    private static boolean isOf(EqualitySubject subject, BusinessCaseState businessCase, Set<String> programmes) {
        String initiative = subject.initiative();
        return businessCase.businessCase().equals(subject.businessCase())
                || (initiative != null
                        && (initiative.equals(businessCase.initiative()) || programmes.contains(initiative)));
    }
}

package org.portfolioledger.query.across;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.answer.Whether;
import org.portfolioledger.query.overview.AccountingAssessments;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.AccountingAssessmentState.AccountingStatus;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Accounting Officers found of the business cases of a portfolio. */
@RestController
@RequestMapping("/api/v1/portfolios/{portfolio}/accounting-assessments")
final class AccountingQueries {

    private final Responses responses;
    private final Rows rows;
    private final PortfolioMembers members;

    AccountingQueries(Responses responses, Rows rows, PortfolioMembers members) {
        this.responses = responses;
        this.rows = rows;
        this.members = members;
    }

    @GetMapping
    @Operation(
            summary = "List what Accounting Officers found about the business cases of a portfolio's initiatives, and"
                    + " which cases are to be assessed again")
    @ReadParameters(
            value = Form.LIST,
            filters = "initiative",
            choices = {
                @Choice(filter = "status", of = AccountingStatus.class),
                @Choice(filter = "overdue", of = Whether.class)
            },
            sorts = {"initiative", "businessCase", "status"})
    Answer<PageView<AccountingAssessmentOfInitiative>> assessments(
            @PathVariable("portfolio") String id, ReadRequest request) {
        TimePoint point = responses.point(request, Kinds.PORTFOLIO, id);
        List<String> initiatives = members.everBelongingTo(point, id).stream()
                .map(Known::id)
                .filter(initiative ->
                        request.filter("initiative").map(initiative::equals).orElse(true))
                .toList();
        Among among = Among.of("r.initiative", initiatives);
        Map<String, BusinessCaseState> cases =
                rows.where(point, Kinds.BUSINESS_CASE, among.condition(), among.values()).stream()
                        .map(Known::state)
                        .collect(Collectors.toMap(BusinessCaseState::businessCase, Function.identity()));
        List<AccountingAssessmentState> found = AccountingAssessments.of(rows, point, cases.values());
        Viewpoint seen = rows.viewpoint(point, found);
        List<AccountingAssessmentOfInitiative> items = found.stream()
                .flatMap(assessment -> Stream.ofNullable(
                                cases.get(assessment.businessCase().value()))
                        .map(of -> AccountingAssessmentOfInitiative.of(assessment, of.initiative(), seen)))
                .filter(item -> SubResources.is(
                                request.filter("status"), item.state().status().value())
                        && SubResources.is(request.filter("overdue"), item.overdue()))
                .toList();
        return responses.list(request, point, seen, items);
    }

    /**
     * An assessment of a business case of an initiative.
     *
     * @param overdue whether the last day by which the case was to be assessed again has passed
     */
    record AccountingAssessmentOfInitiative(
            String initiative,
            @JsonUnwrapped AccountingAssessmentState state,
            boolean overdue,
            SortedSet<Alert> alerts) {

        private static AccountingAssessmentOfInitiative of(
                AccountingAssessmentState assessment, String initiative, Viewpoint seen) {
            SortedSet<Alert> alerts = Alert.of(assessment, seen);
            return new AccountingAssessmentOfInitiative(
                    initiative, assessment, alerts.contains(Alert.REASSESSMENT_OVERDUE), alerts);
        }
    }
}

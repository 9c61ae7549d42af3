package org.portfolioledger.state;

import java.util.stream.Stream;

/** One full life of each kind of entity: a new family adds one line here. */
final class Lives {

    private Lives() {}

    static Stream<Story<?, ?>> all() {
        return Stream.of(
                RegisterLife.story(),
                PortfolioLife.story(),
                InitiativeLife.story(),
                AppointmentLife.story(),
                PostLife.story(),
                RagLife.story(),
                MilestoneLife.story(),
                BoardLife.story(),
                BusinessCaseLife.story(),
                DependencyLife.story(),
                DocumentLife.story(),
                ActionLife.story(),
                ReviewLife.story(),
                MeetingLife.story(),
                EqualityAssessmentLife.story(),
                AccountingAssessmentLife.story(),
                VacancyRequestLife.story(),
                DeliveryPlanLife.story(),
                ExternalRequestLife.story(),
                ReportingCycleLife.story(),
                ContractLife.story(),
                OutsideDecisionLife.story(),
                WorkforceControlLife.story(),
                BenefitLife.story(),
                RiskLife.story(),
                MeasureLife.story(),
                BudgetLife.story(),
                MappingLife.story(),
                ProtectiveMarkingLife.story());
    }
}

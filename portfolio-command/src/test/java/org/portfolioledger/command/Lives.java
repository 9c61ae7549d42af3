package org.portfolioledger.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A life of every family: a new family adds one line here. */
final class Lives {

    static final List<Life<?>> ALL = List.of(
            new RegisterLife(),
            new PortfolioLife(),
            new InitiativeLife(),
            new AppointmentLife(),
            new PostLife(),
            new RagLife(),
            new MilestoneLife(),
            new BoardLife(),
            new BusinessCaseLife(),
            new DependencyLife(),
            new DocumentLife(),
            new ActionLife(),
            new ReviewLife(),
            new MeetingLife(),
            new EqualityAssessmentLife(),
            new AccountingAssessmentLife(),
            new VacancyRequestLife(),
            new DeliveryPlanLife(),
            new ExternalRequestLife(),
            new ReportingCycleLife(),
            new ContractLife(),
            new OutsideDecisionLife(),
            new WorkforceControlLife(),
            new MappingLife(),
            new BenefitLife(),
            new RiskLife(),
            new MeasureLife(),
            new BudgetLife(),
            new ProtectiveMarkingLife());

    private Lives() {}

    /** Names of the rules of any family that nothing breaks but against something on record. */
    static Set<String> colliding() {
        return ALL.stream().flatMap(life -> life.colliding().stream()).collect(Collectors.toUnmodifiableSet());
    }
}

package org.portfolioledger.events;

import org.portfolioledger.vocabulary.Provenance;

/** An immutable fact of the ledger. */
public sealed interface GovernanceFact
        permits RegisterFact,
                PortfolioFact,
                InitiativeFact,
                AppointmentFact,
                PostFact,
                RagFact,
                MilestoneFact,
                BoardFact,
                BusinessCaseFact,
                DependencyFact,
                DocumentFact,
                ActionFact,
                ReviewFact,
                MeetingFact,
                EqualityAssessmentFact,
                AccountingAssessmentFact,
                VacancyRequestFact,
                DeliveryPlanFact,
                ExternalRequestFact,
                ReportingCycleFact,
                ContractFact,
                OutsideDecisionFact,
                WorkforceControlFact,
                RiskFact,
                BenefitFact,
                MeasureFact,
                BudgetFact,
                MappingFact,
                ProtectiveMarkingFact,
                Corrected {

    /** When it holds, and who says so. */
    Provenance provenance();
}

package org.portfolioledger.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.state.RiskState;

/**
 * What is on record of one initiative, out of which the entities of the standard are read.
 *
 * @param ratings those in force: neither ended by their assessors nor of a scheme that was replaced
 * @param roles with the holders of the posts that hold them; null: nobody was ever appointed
 * @param milestones null: none was ever planned
 * @param cases its business cases, in the order in which they began
 * @param risks its risks and issues
 * @param benefits its benefits
 * @param budgets its budget lines
 * @param measures what is counted of it
 */
public record DeliveryRecord(
        InitiativeState initiative,
        List<Grounded<Rating>> ratings,
        @Nullable AppointmentsState roles,
        @Nullable MilestonesState milestones,
        List<BusinessCaseState> cases,
        List<RiskState> risks,
        List<BenefitState> benefits,
        List<BudgetState> budgets,
        List<MeasureState> measures) {}

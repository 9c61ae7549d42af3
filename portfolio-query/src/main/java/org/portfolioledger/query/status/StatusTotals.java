package org.portfolioledger.query.status;

import java.util.List;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.answer.LinkedCount;
import org.portfolioledger.query.benefit.BenefitsInBrief;

/**
 * What should not be overlooked over all initiatives of a portfolio, each number with the list behind it.
 *
 * @param initiatives those that are open
 * @param milestonesOverdue of open initiatives, those whose last day has passed
 * @param milestonesSlipped of open initiatives, those that are later than in the baseline in force by a day at least, for certain
 * @param risks those in a register, by level; each once, on its highest level
 * @param dependencyConflicts dependencies that are promised for later than they are needed
 * @param criticalRecommendations those that are critical and open
 * @param lateReports one for each reporting cycle that is not closed
 * @param benefits those of the portfolio and of its initiatives, against their targets
 */
record StatusTotals(
        LinkedCount initiatives,
        LinkedCount milestonesOverdue,
        LinkedCount milestonesSlipped,
        List<RisksOnLevel> risks,
        LinkedCount dependencyConflicts,
        LinkedCount criticalRecommendations,
        List<SubmissionsOfCycle> lateReports,
        BenefitsInBrief benefits) {

    /**
     * The risks and issues on one level.
     *
     * @param critical how many of them are critical by their present score
     * @param href path of the heat map that has them in it
     */
    record RisksOnLevel(RiskLevel level, long count, long critical, String href) {}

    /**
     * The submissions to one reporting cycle.
     *
     * @param reportingCycle id
     * @param missing how many did not come in time, and have not come since
     * @param incomplete how many lack a part
     * @param late how many came after the last day
     * @param href path of the list of all its submissions
     */
    record SubmissionsOfCycle(String reportingCycle, long missing, long incomplete, long late, String href) {}
}

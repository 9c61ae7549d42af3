package org.portfolioledger.query.overview;

/** What the status of a portfolio shows of each initiative beside its ratings, its stage and its alerts. */
public enum StatusPart {
    /** Who holds which role. */
    ROLES,
    /** Its next milestones, and those that are overdue, with their slippage. */
    MILESTONES,
    /** Its highest risks. */
    RISKS,
    /** Its dependencies that are promised for later than they are needed. */
    CONFLICTS,
    /** Critical recommendations that are open. */
    RECOMMENDATIONS,
    /** Reporting cycles for which it is late. */
    REPORTS,
    /** What is planned of its benefits, beside what was measured. */
    BENEFITS,
    /**
     * Over all initiatives: how many milestones, risks, conflicts, recommendations and reports should not be overlooked, and the
     * benefits against their targets.
     */
    TOTALS
}

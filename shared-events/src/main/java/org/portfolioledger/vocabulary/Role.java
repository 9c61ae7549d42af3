package org.portfolioledger.vocabulary;

/**
 * Role in the governance of an initiative or of a portfolio. Those that GovS 002 (version 2.1) makes mandatory are
 * among them. A portfolio has no SRO.
 */
public enum Role {
    SRO(true, false),
    PROGRAMME_DIRECTOR(true, false),
    PROGRAMME_MANAGER(true, false),
    PROJECT_MANAGER(true, false),
    PORTFOLIO_DIRECTOR(false, true),
    PORTFOLIO_MANAGER(false, true),
    /** The senior officer who is accountable for project delivery in the organisation. */
    SENIOR_OFFICER_FOR_PROJECT_DELIVERY(false, true),
    ACCOUNTING_OFFICER(true, true),
    BENEFITS_OWNER(true, true),
    RISK_OWNER(true, true),
    LOCAL_CHANGE_MANAGER(true, true);

    private final boolean ofInitiative;
    private final boolean ofPortfolio;

    Role(boolean ofInitiative, boolean ofPortfolio) {
        this.ofInitiative = ofInitiative;
        this.ofPortfolio = ofPortfolio;
    }

    /** Whether an initiative has it. */
    public boolean isOfInitiative() {
        return ofInitiative;
    }

    /** Whether a portfolio has it. */
    public boolean isOfPortfolio() {
        return ofPortfolio;
    }
}

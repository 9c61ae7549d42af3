package org.portfolioledger.vocabulary;

/** Role in the governance of an initiative. */
public enum Role {
    SRO,
    PROGRAMME_DIRECTOR,
    PROGRAMME_MANAGER,
    PROJECT_MANAGER,
    PORTFOLIO_DIRECTOR,
    ACCOUNTING_OFFICER,
    BENEFITS_OWNER,
    RISK_OWNER,
    LOCAL_CHANGE_MANAGER
}

package org.portfolioledger.events;

import org.portfolioledger.vocabulary.Statement;

/** An immutable fact of the ledger. */
public sealed interface PortfolioEvent
        permits RegisterFact,
                PortfolioFact,
                InitiativeFact,
                AppointmentFact,
                RatingFact,
                BoardFact,
                BusinessCaseFact,
                DependencyFact,
                Corrected {

    /** When it holds, and who says so. */
    Statement stated();
}

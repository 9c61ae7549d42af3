package org.portfolioledger.state;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;

/**
 * A fact as the ledger holds it.
 *
 * @param position place in the ledger's one order
 * @param unmetRules rules of governance that a migrated source could not satisfy
 * @param restsOn positions of the facts on which the decision rested
 */
public record RecordedFact(long position, GovernanceFact fact, List<String> unmetRules, List<Long> restsOn) {}

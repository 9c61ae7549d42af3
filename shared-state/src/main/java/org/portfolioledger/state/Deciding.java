package org.portfolioledger.state;

import java.util.List;

/** A state that holds decisions of boards. */
public interface Deciding {

    /** The decisions that what is recorded later may contradict, also those that were retracted; a withdrawal is none. */
    List<RecordedDecision> recordedDecisions();
}

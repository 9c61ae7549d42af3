package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Set;

/** A part of a state that by itself may give reason for alerts. */
public interface Alerting {

    /** What should not be overlooked on a day. */
    Set<Alert> alerts(LocalDate asOf);
}

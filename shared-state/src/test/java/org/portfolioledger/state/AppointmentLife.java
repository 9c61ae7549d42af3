package org.portfolioledger.state;

import java.util.List;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.vocabulary.Role;

/** One full life of the appointments of an initiative: every fact of the family, and every field of its state. */
final class AppointmentLife {

    private AppointmentLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.APPOINTMENTS)
                .then(AppointmentsStateTest.appointed("Z", Role.RISK_OWNER, null, "2011-01-01"))
                .then(AppointmentsStateTest.appointed("A", Role.SRO, null, "2011-01-02"))
                .then(AppointmentsStateTest.appointed("B", Role.SRO, "A", "2011-02-01"), List.of(), List.of(1L, 2L))
                .then(AppointmentsStateTest.appointed("C", Role.SRO, null, "2011-03-01"))
                .then(AppointmentsStateTest.ended("C", "2011-04-01"))
                .then(AppointmentsStateTest.vacant("V", null, "2011-05-01"))
                .then(AppointmentsStateTest.heldByPost(
                        "P", "PO-DR", AppointmentKind.SUBSTANTIVE, "2012-05-01", "2011-06-01"));
    }
}

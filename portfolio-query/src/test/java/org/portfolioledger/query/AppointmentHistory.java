package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** What tests tell of appointments. */
public final class AppointmentHistory {

    private AppointmentHistory() {}

    public static GovernanceFact sro(String initiative, String appointment, AppointmentKind kind, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                kind,
                kind == AppointmentKind.VACANT ? null : new Holder("P-1", null),
                null,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                null,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** A role of an initiative, held with a share of the working time. */
    public static RoleAppointed appointed(
            String initiative,
            String appointment,
            Role role,
            AppointmentKind kind,
            Holder holder,
            int share,
            String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                role,
                kind,
                holder,
                null,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                share,
                null,
                null,
                null,
                null,
                on(day));
    }

    /** The role of SRO, held by whoever holds a post. */
    public static GovernanceFact sroByPost(String initiative, String appointment, String post, String day) {
        return new RoleAppointed(
                initiative,
                appointment,
                Role.SRO,
                AppointmentKind.SUBSTANTIVE,
                null,
                post,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                on(day));
    }

    public static GovernanceFact ended(String initiative, String appointment, String day) {
        return new AppointmentEnded(initiative, appointment, "left", null, on(day));
    }
}

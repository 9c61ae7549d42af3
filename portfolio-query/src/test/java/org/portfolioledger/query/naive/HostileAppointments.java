package org.portfolioledger.query.naive;

import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** Makes facts about appointments. */
final class HostileAppointments extends HostileFamily {

    HostileAppointments(HostileFacts all) {
        super(all);
        makers.put(RoleAppointed.class, this::appointed);
        makers.put(AppointmentEnded.class, id -> new AppointmentEnded(id, appointment(), "left", maybe("Note"), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return AppointmentFact.class;
    }

    @Override
    String kind() {
        return "appointments";
    }

    private RoleAppointed appointed(String initiative) {
        AppointmentKind kind = any(AppointmentKind.values());
        boolean byPost = kind != AppointmentKind.VACANT && random.nextInt(3) == 0;
        return new RoleAppointed(
                initiative,
                appointment(),
                random.nextInt(3) == 0 ? any(Role.values()) : Role.SRO,
                kind,
                kind == AppointmentKind.VACANT || byPost ? null : roleHolder(),
                byPost ? near("post", initiative) : null,
                maybe("Letter"),
                random.nextBoolean() ? day() : null,
                random.nextBoolean() ? 1 + random.nextInt(100) : null,
                maybe("May change the scope"),
                maybe(money()),
                maybe("Note"),
                maybe(appointment()),
                on());
    }

    /** Now and then a post of which no holder is named. */
    private Holder roleHolder() {
        return random.nextInt(5) == 0 ? new Holder(null, any("Commander", "Director")) : holder();
    }

    private String appointment() {
        return "A" + random.nextInt(4);
    }
}

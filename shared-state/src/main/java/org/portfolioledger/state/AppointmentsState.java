package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.vocabulary.AppointmentKind;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * Who holds which role of one initiative.
 *
 * @param roles by role; a role that nobody was ever appointed to is absent
 */
public record AppointmentsState(String initiative, SortedMap<Role, Grounded<Holding>> roles) {

    /**
     * How a role is held, or that it is not.
     *
     * @param ended true from the end of an appointment that nobody followed
     */
    public record Holding(
            String appointment,
            AppointmentKind kind,
            @Nullable Holder holder,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String replaces,
            @Nullable Boolean ended) {

        /** Whether somebody holds the role. */
        public boolean isHeld() {
            return ended == null && kind != AppointmentKind.VACANT;
        }
    }

    static AppointmentsState evolve(@Nullable AppointmentsState before, AppointmentFact fact, Grounds grounds) {
        return switch (fact) {
            case RoleAppointed appointed -> {
                AppointmentsState state =
                        before == null ? new AppointmentsState(appointed.initiative(), new TreeMap<>()) : before;
                yield state.with(appointed.role(), grounds.ground(holding(appointed)));
            }
            case AppointmentEnded ended -> {
                AppointmentsState state =
                        before == null ? new AppointmentsState(ended.initiative(), new TreeMap<>()) : before;
                yield state.ended(ended.appointment(), grounds);
            }
        };
    }

    private static Holding holding(RoleAppointed appointed) {
        return new Holding(
                appointed.appointment(),
                appointed.kind(),
                appointed.holder(),
                appointed.appointmentLetter(),
                appointed.expectedEnd(),
                appointed.timeCommitment(),
                appointed.replaces(),
                null);
    }

    private AppointmentsState ended(String appointment, Grounds grounds) {
        for (Map.Entry<Role, Grounded<Holding>> role : roles.entrySet()) {
            Holding holding = role.getValue().value();
            if (!holding.appointment().equals(appointment)) continue;
            Holding ended = new Holding(
                    appointment,
                    holding.kind(),
                    holding.holder(),
                    holding.appointmentLetter(),
                    holding.expectedEnd(),
                    holding.timeCommitment(),
                    holding.replaces(),
                    true);
            return with(role.getKey(), grounds.ground(ended));
        }
        return this;
    }

    private AppointmentsState with(Role role, Grounded<Holding> holding) {
        SortedMap<Role, Grounded<Holding>> changed = new TreeMap<>(roles);
        changed.put(role, holding);
        return new AppointmentsState(initiative, changed);
    }
}

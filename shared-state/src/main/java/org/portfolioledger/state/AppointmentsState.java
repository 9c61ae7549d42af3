package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public record AppointmentsState(String initiative, SortedMap<Role, Grounded<Holding>> roles)
        implements OfInitiative, Referring {

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
            @Nullable Boolean ended)
            implements Alerting {

        /** Whether somebody holds the role. */
        public boolean isHeld() {
            return ended == null && kind != AppointmentKind.VACANT;
        }

        /** The expected end is the first day on which the appointment should no longer hold. */
        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            boolean temporary = kind == AppointmentKind.ACTING || kind == AppointmentKind.INTERIM;
            boolean over = expectedEnd != null && !expectedEnd.isAfter(asOf);
            return isHeld() && temporary && over ? Set.of(Alert.ACTING_BEYOND_TERM) : Set.of();
        }
    }

    /** An end of what nobody was appointed to leaves nothing: no role, and where there was none before, no state. */
    static @Nullable AppointmentsState evolve(
            @Nullable AppointmentsState before, AppointmentFact fact, Grounds grounds) {
        return switch (fact) {
            case RoleAppointed appointed -> {
                SortedMap<Role, Grounded<Holding>> roles = before == null ? new TreeMap<>() : before.roles;
                yield new AppointmentsState(
                        appointed.initiative(),
                        Copies.with(roles, appointed.role(), grounds.ground(holding(appointed))));
            }
            case AppointmentEnded ended -> Copies.changed(before, state -> state.ended(ended.appointment(), grounds));
        };
    }

    /** Whether somebody holds a role. */
    public boolean isHeld(Role role) {
        Grounded<Holding> holding = roles.get(role);
        return holding != null && holding.value().isHeld();
    }

    /** Those that run: held, or on record as vacant. */
    public SortedMap<Role, Grounded<Holding>> running() {
        SortedMap<Role, Grounded<Holding>> running = new TreeMap<>(roles);
        running.values().removeIf(holding -> holding.value().ended() != null);
        return running;
    }

    @Override
    public List<Reference> references() {
        return roles.values().stream()
                .map(holding -> holding.value().ended() == null
                        ? Reference.to(Kinds.INITIATIVE, initiative, holding)
                        : Reference.toFormer(Kinds.INITIATIVE, initiative, holding))
                .toList();
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
            return new AppointmentsState(initiative, Copies.with(roles, role.getKey(), grounds.ground(ended)));
        }
        return this;
    }
}

package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * Who holds which role of one initiative.
 *
 * @param roles by role; a role that nobody was ever appointed to is absent
 */
public record AppointmentsState(String initiative, SortedMap<Role, Grounded<Holding>> roles)
        implements OfInitiative, Referring {

    /** How a role is held, or that it is not. Each kind has what it can have, and {@code kind} tells them apart. */
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(
                value = Incumbent.class,
                names = {"SUBSTANTIVE", "ACTING", "INTERIM"}),
        @JsonSubTypes.Type(value = Vacancy.class, name = Vacancy.KIND),
        @JsonSubTypes.Type(value = Ended.class, name = Ended.KIND)
    })
    public sealed interface Holding {

        /** Id of the appointment that made it so. */
        String appointment();

        /** Whether this person holds the role. */
        default boolean isHeldBy(String person) {
            return false;
        }
    }

    /** An appointment that runs: the role is held, or on record as vacant. */
    public sealed interface Running extends Holding {}

    /**
     * A role that somebody holds.
     *
     * @param expectedEnd first day on which it is no longer expected to hold
     * @param timeCommitment share of working time, in percent
     */
    public record Incumbent(
            String appointment,
            AppointmentKind kind,
            Holder holder,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String replaces)
            implements Running, Alerting {

        @Override
        public boolean isHeldBy(String person) {
            return person.equals(holder.person());
        }

        /** The expected end is the first day on which the appointment should no longer hold. */
        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            boolean temporary = kind == AppointmentKind.ACTING || kind == AppointmentKind.INTERIM;
            boolean over = expectedEnd != null && !expectedEnd.isAfter(asOf);
            return temporary && over ? Set.of(Alert.ACTING_BEYOND_TERM) : Set.of();
        }
    }

    /**
     * A role on record as vacant.
     *
     * @param expectedEnd first day on which it is no longer expected to be vacant
     */
    public record Vacancy(
            String appointment,
            @Nullable LocalDate expectedEnd,
            @Nullable String replaces) implements Running {
        private static final String KIND = "VACANT";

        @JsonProperty(value = "kind", access = JsonProperty.Access.READ_ONLY)
        private String kind() {
            return KIND;
        }
    }

    /** A role that nobody took over from whom the appointment ended. */
    public record Ended(String appointment) implements Holding {
        private static final String KIND = "ENDED";

        @JsonProperty(value = "kind", access = JsonProperty.Access.READ_ONLY)
        private String kind() {
            return KIND;
        }
    }

    static AppointmentsState appointed(RoleAppointed appointed, Grounds grounds) {
        return new AppointmentsState(appointed.initiative(), new TreeMap<>()).evolve(appointed, grounds);
    }

    AppointmentsState evolve(AppointmentFact fact, Grounds grounds) {
        return switch (fact) {
            case RoleAppointed appointed -> with(appointed.role(), grounds.ground(holding(appointed)));
            case AppointmentEnded ended -> ended(ended.appointment(), grounds);
        };
    }

    /** Who holds a role; null: nobody. */
    public @Nullable Grounded<Incumbent> incumbent(Role role) {
        Grounded<Holding> holding = roles.get(role);
        return holding != null && holding.value() instanceof Incumbent incumbent ? holding.as(incumbent) : null;
    }

    /** Those that run. */
    public SortedMap<Role, Grounded<Running>> running() {
        SortedMap<Role, Grounded<Running>> running = new TreeMap<>();
        roles.forEach((role, holding) -> {
            if (holding.value() instanceof Running runs) running.put(role, holding.as(runs));
        });
        return running;
    }

    @Override
    public List<Reference> references() {
        return roles.values().stream().map(this::reference).toList();
    }

    private Reference reference(Grounded<Holding> holding) {
        return switch (holding.value()) {
            case Running _ -> Reference.to(Kinds.INITIATIVE, initiative, holding);
            case Ended _ -> Reference.toFormer(Kinds.INITIATIVE, initiative, holding);
        };
    }

    private static Holding holding(RoleAppointed appointed) {
        Holder holder = appointed.holder();
        return holder == null || appointed.kind() == AppointmentKind.VACANT
                ? new Vacancy(appointed.appointment(), appointed.expectedEnd(), appointed.replaces())
                : new Incumbent(
                        appointed.appointment(),
                        appointed.kind(),
                        holder,
                        appointed.appointmentLetter(),
                        appointed.expectedEnd(),
                        appointed.timeCommitment(),
                        appointed.replaces());
    }

    private AppointmentsState ended(String appointment, Grounds grounds) {
        for (Map.Entry<Role, Grounded<Holding>> role : roles.entrySet())
            if (role.getValue().value() instanceof Running running
                    && running.appointment().equals(appointment))
                return with(role.getKey(), grounds.ground(new Ended(appointment)));
        return this;
    }

    private AppointmentsState with(Role role, Grounded<Holding> holding) {
        return new AppointmentsState(initiative, Copies.with(roles, role, holding));
    }
}

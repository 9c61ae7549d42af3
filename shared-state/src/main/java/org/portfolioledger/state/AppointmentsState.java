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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.state.PostState.PostHolder;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Role;

/**
 * Who holds which role of one initiative.
 *
 * @param roles by role; a role to which nobody was ever appointed is absent
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
     * @param holder null: the post on record holds it, and who holds that post is not looked up
     * @param heldByPost id of the post on record whose holder holds it, as the appointment states it; null: none does
     * @param expectedEnd first day on which it is no longer expected to hold
     * @param timeCommitment share of working time, in percent
     */
    public record Incumbent(
            String appointment,
            AppointmentKind kind,
            @Nullable Holder holder,
            @Nullable Grounded<String> heldByPost,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote,
            @Nullable String replaces)
            implements Running, Alerting {

        @Override
        public boolean isHeldBy(String person) {
            return holder != null && person.equals(holder.person());
        }

        /** The expected end is the first day on which the appointment should no longer hold. */
        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            return Alert.ofTerm(kind, expectedEnd, asOf);
        }

        /** The same, held by whoever holds its post: for the time being, and until then, if that person does. */
        private Incumbent by(PostHolder person, String title) {
            boolean own = kind != AppointmentKind.SUBSTANTIVE;
            return new Incumbent(
                    appointment,
                    own ? kind : person.kind(),
                    new Holder(person.person(), title),
                    heldByPost,
                    appointmentLetter,
                    own ? expectedEnd : earlier(expectedEnd, person.expectedEnd()),
                    timeCommitment,
                    delegatedAuthority,
                    delegatedLimit,
                    handoverNote,
                    replaces);
        }

        /** The same while nobody holds its post. */
        private Vacancy vacated() {
            return new Vacancy(appointment, heldByPost, expectedEnd, replaces);
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
            if (one == null || other == null) return one == null ? other : one;
            return one.isBefore(other) ? one : other;
        }
    }

    /**
     * A role that nobody holds, on record as vacant, or held by a post that is.
     *
     * @param heldByPost id of the post that nobody holds, as the appointment states it; null: the role itself is on record as
     *     vacant
     * @param expectedEnd first day on which it is no longer expected to be vacant
     */
    public record Vacancy(
            String appointment,
            @Nullable Grounded<String> heldByPost,
            @Nullable LocalDate expectedEnd,
            @Nullable String replaces)
            implements Running {
        private static final String KIND = "VACANT";

        @JsonProperty(value = "kind", access = JsonProperty.Access.READ_ONLY)
        private String kind() {
            return KIND;
        }
    }

    /**
     * A role that nobody took over from whom the appointment ended.
     *
     * @param handoverNote reference of the note that the holder left
     */
    public record Ended(String appointment, @Nullable String handoverNote) implements Holding {
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
            case RoleAppointed appointed -> with(appointed.role(), grounds.ground(holding(appointed, grounds)));
            case AppointmentEnded ended -> ended(ended, grounds);
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

    /** Ids of the posts that hold roles. */
    public Set<String> posts() {
        Set<String> posts = new TreeSet<>();
        for (Grounded<Holding> holding : roles.values())
            if (holding.value() instanceof Incumbent incumbent && incumbent.heldByPost() != null)
                posts.add(incumbent.heldByPost().value());
        return posts;
    }

    /**
     * The same on a day, with who holds the posts that hold roles; a role whose post nobody holds is vacant. Either rests on
     * two facts, the appointment and that of the post.
     */
    public AppointmentsState heldBy(Function<String, @Nullable PostState> posts) {
        if (posts().isEmpty()) return this;
        SortedMap<Role, Grounded<Holding>> held = new TreeMap<>(roles);
        held.replaceAll((_, holding) -> heldBy(holding, posts));
        return new AppointmentsState(initiative, held);
    }

    private static Grounded<Holding> heldBy(Grounded<Holding> holding, Function<String, @Nullable PostState> posts) {
        if (!(holding.value() instanceof Incumbent incumbent) || incumbent.heldByPost() == null) return holding;
        PostState post = posts.apply(incumbent.heldByPost().value());
        Grounded<Holding> held = holding.as(
                post == null || post.holder() == null
                        ? incumbent.vacated()
                        : incumbent.by(post.holder().value(), post.title().value()));
        Grounded<?> ofPost = post == null ? null : post.holding();
        return ofPost == null ? held : held.with(ofPost);
    }

    @Override
    public List<Reference> references() {
        return roles.values().stream().flatMap(this::references).toList();
    }

    private Stream<Reference> references(Grounded<Holding> holding) {
        return switch (holding.value()) {
            case Incumbent held -> references(held.heldByPost(), holding);
            case Vacancy vacancy -> references(vacancy.heldByPost(), holding);
            case Ended _ -> Stream.of(Reference.toFormer(Kinds.INITIATIVE, initiative, holding));
        };
    }

    /** It is the appointment that refers, whoever holds its post. */
    private Stream<Reference> references(@Nullable Grounded<String> post, Grounded<Holding> holding) {
        return post == null
                ? Stream.of(Reference.to(Kinds.INITIATIVE, initiative, holding))
                : Stream.of(
                        Reference.to(Kinds.INITIATIVE, initiative, post), Reference.to(Kinds.POST, post.value(), post));
    }

    private static Holding holding(RoleAppointed appointed, Grounds grounds) {
        boolean held = appointed.holder() != null || appointed.heldByPost() != null;
        return !held || appointed.kind() == AppointmentKind.VACANT
                ? new Vacancy(appointed.appointment(), null, appointed.expectedEnd(), appointed.replaces())
                : new Incumbent(
                        appointed.appointment(),
                        appointed.kind(),
                        appointed.holder(),
                        grounds.maybe(appointed.heldByPost()),
                        appointed.appointmentLetter(),
                        appointed.expectedEnd(),
                        appointed.timeCommitment(),
                        appointed.delegatedAuthority(),
                        appointed.delegatedLimit(),
                        appointed.handoverNote(),
                        appointed.replaces());
    }

    private AppointmentsState ended(AppointmentEnded fact, Grounds grounds) {
        String appointment = fact.appointment();
        for (Map.Entry<Role, Grounded<Holding>> role : roles.entrySet())
            if (role.getValue().value() instanceof Running running
                    && running.appointment().equals(appointment))
                return with(role.getKey(), grounds.ground(new Ended(appointment, fact.handoverNote())));
        return this;
    }

    private AppointmentsState with(Role role, Grounded<Holding> holding) {
        return new AppointmentsState(initiative, Copies.with(roles, role, holding));
    }
}

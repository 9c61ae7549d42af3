package org.portfolioledger.query.accountability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.PostState.PostHolder;
import org.portfolioledger.state.PostState.PostRole;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * Somebody who holds roles in a portfolio, and which.
 *
 * @param person id of the person; null: the source names a post alone
 * @param post title of that post; absent where a person is named
 * @param roles in its initiatives, by initiative, then in the portfolio itself, by post
 * @param timeCommitment sum of the stated shares of working time, in percent; null: none is stated
 * @param alerts what should not be overlooked
 */
record RoleHolder(
        @JsonInclude @Nullable String person,
        @Nullable String post,
        List<PartView<HeldRole>> roles,
        @JsonInclude @Nullable Integer timeCommitment,
        SortedSet<Alert> alerts) {

    /**
     * A role that somebody holds: that of an initiative, or in the portfolio itself.
     *
     * @param initiative absent where it is one in the portfolio
     * @param portfolio absent where it is one of an initiative
     * @param post id of the post on record whose holder holds it
     * @param title of the post in which it is held
     * @param expectedEnd first day on which it is no longer expected to be held
     * @param timeCommitment share of working time, in percent
     */
    record HeldRole(
            Role role,
            @Nullable String initiative,
            @Nullable String portfolio,
            @Nullable String post,
            @Nullable String title,
            AppointmentKind kind,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment) {}

    /** Persons come before posts of which no holder is named. */
    private static final Comparator<Holder> ORDER = Comparator.comparing(
                    Holder::person, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(Holder::post, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /**
     * All who hold a role.
     *
     * @param roles of the initiatives, with the holders of their posts
     * @param posts with a role in the portfolio
     */
    static List<RoleHolder> of(Collection<AppointmentsState> roles, Collection<PostState> posts, Viewpoint seen) {
        Map<Holder, List<PartView<HeldRole>>> held = new TreeMap<>(ORDER);
        for (AppointmentsState state : roles)
            for (Role role : Role.values()) {
                Grounded<Incumbent> incumbent = state.incumbent(role);
                if (incumbent == null) continue;
                add(held, holder(incumbent.value()), of(state.initiative(), role, incumbent, seen));
            }
        for (PostState post : posts) {
            Grounded<PostHolder> holder = post.holder();
            Grounded<PostRole> role = post.role();
            if (holder == null || role == null) continue;
            add(held, new Holder(holder.value().person(), null), of(post, role.value(), holder, seen));
        }
        List<RoleHolder> holders = new ArrayList<>();
        held.forEach((holder, own) -> holders.add(of(holder, own)));
        return holders;
    }

    private static void add(Map<Holder, List<PartView<HeldRole>>> held, Holder holder, PartView<HeldRole> role) {
        held.computeIfAbsent(holder, _ -> new ArrayList<>()).add(role);
    }

    /** A person is one in whatever post. */
    private static Holder holder(Incumbent incumbent) {
        Holder holder = Objects.requireNonNull(incumbent.holder());
        return holder.person() == null ? holder : new Holder(holder.person(), null);
    }

    private static PartView<HeldRole> of(String initiative, Role role, Grounded<Incumbent> incumbent, Viewpoint seen) {
        Incumbent held = incumbent.value();
        Holder holder = Objects.requireNonNull(held.holder());
        return PartView.of(
                held.appointment(),
                incumbent,
                new HeldRole(
                        role,
                        initiative,
                        null,
                        held.heldByPost() == null ? null : held.heldByPost().value(),
                        holder.post(),
                        held.kind(),
                        held.expectedEnd(),
                        held.timeCommitment()),
                seen);
    }

    private static PartView<HeldRole> of(PostState post, PostRole role, Grounded<PostHolder> holder, Viewpoint seen) {
        return PartView.of(
                post.post(),
                holder,
                new HeldRole(
                        role.role(),
                        null,
                        role.portfolio(),
                        post.post(),
                        post.title().value(),
                        holder.value().kind(),
                        holder.value().expectedEnd(),
                        holder.value().timeCommitment()),
                seen);
    }

    private static RoleHolder of(Holder holder, List<PartView<HeldRole>> roles) {
        List<Integer> shares = roles.stream()
                .map(role -> role.value().timeCommitment())
                .filter(Objects::nonNull)
                .toList();
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        SortedSet<Alert> alerts = new TreeSet<>();
        roles.forEach(role -> alerts.addAll(role.alerts()));
        if (sum > 100) alerts.add(Alert.OVERCOMMITTED);
        return new RoleHolder(
                holder.person(),
                holder.post(),
                List.copyOf(roles),
                shares.isEmpty() ? null : sum,
                Collections.unmodifiableSortedSet(alerts));
    }
}

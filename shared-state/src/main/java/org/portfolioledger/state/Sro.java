package org.portfolioledger.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.vocabulary.Role;

/**
 * The SRO of an initiative on a day, or that nobody is any more.
 *
 * @param role how the role is held, by the holder of its post where a post holds it
 * @param grounds on which it rests: the appointment, and who holds the post where a post holds the role
 */
public record Sro(Grounded<Holding> role, List<Grounded<?>> grounds) {

    /**
     * The SRO by the appointments of a day; empty if nobody was ever appointed by then.
     *
     * @param posts gives a post as it was on that day, by its id; null where it was not there
     */
    public static Optional<Sro> of(AppointmentsState appointments, Function<String, @Nullable PostState> posts) {
        Grounded<Incumbent> incumbent = appointments.incumbent(Role.SRO);
        Grounded<String> stated = incumbent == null ? null : incumbent.value().heldByPost();
        if (stated == null)
            return Optional.ofNullable(appointments.roles().get(Role.SRO)).map(role -> new Sro(role, List.of(role)));
        PostState post = posts.apply(stated.value());
        return Optional.ofNullable(appointments
                        .heldBy(id -> id.equals(stated.value()) ? post : null)
                        .roles()
                        .get(Role.SRO))
                .map(role -> new Sro(role, grounds(stated, post)));
    }

    private static List<Grounded<?>> grounds(Grounded<String> stated, @Nullable PostState post) {
        return post == null || post.holder() == null ? List.of(stated) : List.of(stated, post.holder());
    }

    /** Whether this person is the SRO. */
    public boolean isHeldBy(String person) {
        return role.value().isHeldBy(person);
    }
}

package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.AppointmentsState.Holding;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.PostState.PostHolder;
import org.portfolioledger.vocabulary.Role;

/**
 * The SRO of an initiative on a day, or that nobody is any more.
 *
 * @param role how the role is held, by the holder of its post where a post holds it
 * @param grounds on which it rests: the appointment, and who holds the post where a post holds the role
 */
public record Sro(Grounded<Holding> role, List<Grounded<?>> grounds) {

    /** The SRO that day; empty if nobody was ever appointed by then. */
    public static Optional<Sro> of(String initiative, LocalDate day, Evidence evidence) {
        return evidence.history(Kinds.APPOINTMENTS, initiative)
                .timeline()
                .on(day)
                .flatMap(appointments -> of(appointments, day, evidence));
    }

    private static Optional<Sro> of(AppointmentsState appointments, LocalDate day, Evidence evidence) {
        Grounded<Incumbent> incumbent = appointments.incumbent(Role.SRO);
        Grounded<String> stated = incumbent == null ? null : incumbent.value().heldByPost();
        if (stated == null)
            return Optional.ofNullable(appointments.roles().get(Role.SRO)).map(role -> new Sro(role, List.of(role)));
        String post = stated.value();
        PostState state = evidence.history(Kinds.POST, post).timeline().on(day).orElse(null);
        return Stream.ofNullable(appointments
                        .heldBy(id -> id.equals(post) ? state : null)
                        .roles()
                        .get(Role.SRO))
                .map(role -> new Sro(role, grounds(stated, state)))
                .findFirst();
    }

    private static List<Grounded<?>> grounds(Grounded<String> stated, @Nullable PostState state) {
        Grounded<PostHolder> holder = state == null ? null : state.holder();
        return holder == null ? List.of(stated) : List.of(stated, holder);
    }

    /** Whether this person is the SRO. */
    public boolean isHeldBy(String person) {
        return role.value().isHeldBy(person);
    }

    /** Notes that a decision rests on who is the SRO. */
    public void restIn(Findings findings) {
        grounds.forEach(findings::rest);
    }
}

package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.PostState.PostHolder;
import org.portfolioledger.vocabulary.Role;

/** Tells whether one of some persons holds a role of an initiative, also through a post. */
final class InitiativeRoles {

    private InitiativeRoles() {}

    /** What shows that one of them does that day; empty: none does. */
    static List<Grounded<?>> grounds(
            String initiative, Role role, Set<String> persons, LocalDate day, Evidence evidence) {
        Grounded<Incumbent> incumbent = evidence.history(Kinds.APPOINTMENTS, initiative)
                .timeline()
                .on(day)
                .map(appointments -> appointments.incumbent(role))
                .orElse(null);
        if (incumbent == null) return List.of();
        Grounded<String> post = incumbent.value().heldByPost();
        if (post == null)
            return persons.stream().anyMatch(incumbent.value()::isHeldBy) ? List.of(incumbent) : List.of();
        Grounded<PostHolder> holder = evidence.history(Kinds.POST, post.value())
                .timeline()
                .on(day)
                .map(PostState::holder)
                .orElse(null);
        return holder != null && persons.contains(holder.value().person()) ? List.of(post, holder) : List.of();
    }
}

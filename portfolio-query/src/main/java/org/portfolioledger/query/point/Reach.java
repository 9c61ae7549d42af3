package org.portfolioledger.query.point;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Role;

/**
 * How far the grants of a viewer reach for reading. Several add up.
 *
 * @param everything whether nothing is kept from the viewer but what is marked
 * @param places streams of portfolios, initiatives and boards for which there is a grant
 * @param roles the initiatives count in which the person holds one of these today
 * @param boards whether the boards count on which the person sits today
 */
record Reach(boolean everything, Set<String> places, Set<Role> roles, boolean boards) {

    static Reach of(Collection<Grant> grants) {
        boolean everything = false;
        Set<String> places = new TreeSet<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean boards = false;
        for (Grant grant : grants) {
            String within = grant.within();
            // Looks after accounts, and reads no records, wherever it is.
            if (grant.role() == ActorRole.ADMINISTRATOR) continue;
            if (grant.readsEverything()) everything = true;
            else if (within != null) places.add(within);
            else if (grant.role() == ActorRole.SRO) roles.add(Role.SRO);
            else if (grant.role() == ActorRole.PROGRAMME_MANAGER) roles.add(Role.PROGRAMME_MANAGER);
            else boards = true;
        }
        return new Reach(everything, places, roles, boards);
    }

    /** Whether it must be looked up which appointments the person has today. */
    boolean dependsOnAppointments() {
        return !everything && (boards || !roles.isEmpty());
    }

    /** Whether it reaches anything at all. */
    boolean isNowhere() {
        return !everything && places.isEmpty() && roles.isEmpty() && !boards;
    }
}

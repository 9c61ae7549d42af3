package org.portfolioledger.query.accountability;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.Segments;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads who held which role of some initiatives until a day. */
@Component
final class RoleTenures {

    private final Rows rows;

    RoleTenures(Rows rows) {
        this.rows = rows;
    }

    /**
     * What is known of the roles of some initiatives, over all days.
     *
     * @param roles by initiative, the segments of its roles
     * @param posts by id, the segments of the posts that hold them
     */
    record Read(
            TimePoint point,
            Map<String, List<Known<AppointmentsState>>> roles,
            Map<String, List<Known<PostState>>> posts) {

        /** The tenures of one role of an initiative that began by the day of the point. */
        List<Tenure> of(String initiative, Role role) {
            return Tenure.of(role, roles.getOrDefault(initiative, List.of()), posts, point.asOf());
        }
    }

    Read read(TimePoint point, Collection<String> initiatives) {
        Map<String, List<Known<AppointmentsState>>> roles =
                new Segments(rows).of(point, Kinds.APPOINTMENTS, initiatives);
        Set<String> posts = new TreeSet<>();
        roles.values()
                .forEach(segments ->
                        segments.forEach(segment -> posts.addAll(segment.state().posts())));
        return new Read(point, roles, new Segments(rows).of(point, Kinds.POST, posts));
    }
}

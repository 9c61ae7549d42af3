package org.portfolioledger.query.overview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of roles that posts hold, and of risks that posts own, who holds those posts at a point: both follow the holder. */
@Component
public final class PostHolders {

    private final Rows rows;

    PostHolders(Rows rows) {
        this.rows = rows;
    }

    /** The roles of an initiative with the holders of their posts. */
    public AppointmentsState at(TimePoint point, AppointmentsState roles) {
        return at(point, List.of(roles)).getFirst();
    }

    /** The roles of some initiatives, in their order. */
    public List<AppointmentsState> at(TimePoint point, Collection<AppointmentsState> all) {
        Set<String> ids = new TreeSet<>();
        for (AppointmentsState roles : all) ids.addAll(roles.posts());
        Map<String, PostState> posts = posts(point, ids);
        return all.stream().map(roles -> roles.heldBy(posts::get)).toList();
    }

    /**
     * From where roles are seen with the holders of their posts, on whose grounds they rest too.
     *
     * @param held the roles with the holders of their posts
     * @param without from where the roles are seen without
     */
    public Viewpoint seen(TimePoint point, AppointmentsState roles, AppointmentsState held, Viewpoint without) {
        return roles.posts().isEmpty() ? without : rows.viewpoint(point, List.of(held));
    }

    /** The posts that own some risks, by id. */
    public Map<String, PostState> owning(TimePoint point, Collection<RiskState> risks) {
        Set<String> ids = new TreeSet<>();
        for (RiskState risk : risks)
            if (risk.heldByPost() != null) ids.add(risk.heldByPost().value());
        return posts(point, ids);
    }

    private Map<String, PostState> posts(TimePoint point, Set<String> ids) {
        if (ids.isEmpty()) return Map.of();
        Among among = Among.ofIds(ids);
        return rows.where(point, Kinds.POST, among.condition(), among.values()).stream()
                .collect(Collectors.toMap(Known::id, Known::state));
    }
}

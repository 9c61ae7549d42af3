package org.portfolioledger.query.overview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BoardState.Decision;
import org.portfolioledger.state.Deciding;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedDecision;
import org.portfolioledger.state.Viewpoint;

/** What boards decided on an initiative beside its business cases, as far as it should not be overlooked of the initiative. */
record DecidedBeside(List<Grounded<Decision>> decisions) implements Deciding {

    static final DecidedBeside NOTHING = new DecidedBeside(List.of());

    private static final String ON_ONE_OF_THEM = "part #>> '{value,initiative}' = any(:ids)";

    /** By initiative, of those on which anything was decided. */
    static Map<String, DecidedBeside> at(Rows rows, TimePoint point, List<String> initiatives) {
        Map<String, String[]> values = Map.of(
                "streams",
                initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new),
                "ids",
                initiatives.toArray(String[]::new));
        Map<String, DecidedBeside> beside = new HashMap<>();
        for (Grounded<Decision> decision : rows.grounded(
                point,
                Kinds.BOARD,
                "r.refs && :streams::text[]",
                "r.state -> 'decisions'",
                ON_ONE_OF_THEM,
                Decision.class,
                values))
            beside.computeIfAbsent(
                            String.valueOf(decision.value().initiative()), _ -> new DecidedBeside(new ArrayList<>()))
                    .decisions()
                    .add(decision);
        return beside;
    }

    @Override
    public List<RecordedDecision> recordedDecisions() {
        return BoardState.recorded(decisions);
    }

    Set<Alert> alerts(Viewpoint seen) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        for (Grounded<Decision> decision : decisions) {
            if (decision.value().ultraVires() != null) alerts.add(Alert.ULTRA_VIRES);
            alerts.addAll(seen.contradictions(decision.fact()).keySet());
        }
        return alerts;
    }
}

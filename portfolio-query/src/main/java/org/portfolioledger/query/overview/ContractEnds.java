package org.portfolioledger.query.overview;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.MilestonesState;

/** Which contracts end before the initiatives that they serve: their last day is a constraint on those. */
public final class ContractEnds {

    private final Map<String, MilestonesState> milestones;

    private ContractEnds(Map<String, MilestonesState> milestones) {
        this.milestones = milestones;
    }

    /** What is needed of the initiatives that some contracts serve. */
    public static ContractEnds of(Rows rows, TimePoint point, Collection<ContractState> contracts) {
        List<String> initiatives = contracts.stream()
                .filter(contract -> contract.isOpen() && contract.lastDay() != null)
                .flatMap(contract -> Stream.ofNullable(contract.initiative()))
                .map(Grounded::value)
                .distinct()
                .toList();
        if (initiatives.isEmpty()) return new ContractEnds(Map.of());
        Among among = Among.ofIds(initiatives);
        return new ContractEnds(rows.where(point, Kinds.MILESTONES, among.condition(), among.values()).stream()
                .collect(Collectors.toMap(Known::id, Known::state)));
    }

    /** The milestones with which the initiative of a contract ends, and which are expected after its last day. */
    public List<Milestone> laterThan(ContractState contract) {
        MilestonesState planned = contract.initiative() == null
                ? null
                : milestones.get(contract.initiative().value());
        return planned == null ? List.of() : contract.outlivedBy(planned);
    }

    /** The alerts that contracts give the initiatives that they serve, by id. */
    static Map<String, Set<Alert>> alerts(Rows rows, TimePoint point, Collection<String> initiatives) {
        String[] streams = initiatives.stream().map(Kinds.INITIATIVE::stream).toArray(String[]::new);
        List<ContractState> contracts =
                rows.where(point, Kinds.CONTRACT, "r.refs && :streams::text[]", Map.of("streams", streams)).stream()
                        .map(Known::state)
                        .toList();
        ContractEnds ends = of(rows, point, contracts);
        Map<String, Set<Alert>> alerts = new HashMap<>();
        for (ContractState contract : contracts)
            if (contract.initiative() != null && !ends.laterThan(contract).isEmpty())
                alerts.put(contract.initiative().value(), EnumSet.of(Alert.CONTRACT_ENDS_BEFORE_INITIATIVE));
        return alerts;
    }
}

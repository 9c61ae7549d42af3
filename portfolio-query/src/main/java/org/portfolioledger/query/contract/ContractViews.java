package org.portfolioledger.query.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.query.answer.ItemsAsListed;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.overview.ContractEnds;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.StatedDate;
import org.springframework.stereotype.Component;

/** Shows of contracts whether the initiatives that they serve are expected to end later. */
@Component
final class ContractViews implements ItemsAsListed<ContractState, ContractViews.ContractView> {

    private final Rows rows;

    ContractViews(Rows rows) {
        this.rows = rows;
    }

    /**
     * A contract.
     *
     * @param endsAfterIt milestones with which its initiative ends, and which are expected after its last day
     * @param alerts what should not be overlooked
     */
    record ContractView(@JsonUnwrapped ContractState state, List<LaterEnd> endsAfterIt, SortedSet<Alert> alerts) {

        static ContractView of(ContractState contract, List<Milestone> later, Viewpoint seen) {
            SortedSet<Alert> alerts = new TreeSet<>(Alert.of(contract, seen));
            if (!later.isEmpty()) alerts.add(Alert.CONTRACT_ENDS_BEFORE_INITIATIVE);
            return new ContractView(contract, later.stream().map(LaterEnd::of).toList(), alerts);
        }
    }

    /**
     * A milestone with which the initiative ends.
     *
     * @param milestone id, unique within the initiative
     * @param forecast when it is expected
     */
    record LaterEnd(String milestone, Grounded<String> name, Grounded<StatedDate> forecast) {

        static LaterEnd of(Milestone milestone) {
            return new LaterEnd(milestone.milestone(), milestone.name(), Objects.requireNonNull(milestone.forecast()));
        }
    }

    @Override
    public Kind<?, ContractState> kind() {
        return Kinds.CONTRACT;
    }

    @Override
    public Viewed<List<ContractView>> list(TimePoint point, List<ContractState> contracts) {
        ContractEnds ends = ContractEnds.of(rows, point, contracts);
        List<Object> shown = new ArrayList<>(contracts);
        for (ContractState contract : contracts) shown.addAll(ends.laterThan(contract));
        Viewpoint seen = rows.viewpoint(point, shown);
        return new Viewed<>(
                contracts.stream()
                        .map(contract -> ContractView.of(contract, ends.laterThan(contract), seen))
                        .toList(),
                seen);
    }
}

package org.portfolioledger.query.milestone;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.MilestonesState.Baseline;
import org.portfolioledger.state.Viewpoint;

/**
 * A baseline as it is listed.
 *
 * @param inForce whether none was set after it
 */
@SchemaName("BaselineOfInitiative")
record BaselineView(
        String initiative, int number, @JsonUnwrapped Baseline set, boolean inForce) {

    /** Those of an initiative. */
    static List<PartView<BaselineView>> of(MilestonesState state, Viewpoint seen) {
        List<PartView<BaselineView>> shown = new ArrayList<>();
        state.baselines()
                .forEach((number, set) -> shown.add(PartView.of(
                        number.toString(),
                        set,
                        new BaselineView(state.initiative(), number, set.value(), number.equals(state.lastBaseline())),
                        seen)));
        return shown;
    }
}

package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The generations of a model of the database: the live one, and one that may be built beside it. */
final class ModelRows {

    private ModelGeneration live = new ModelGeneration(1);
    private @Nullable ModelGeneration building;
    private int generations = 1;

    ModelGeneration live() {
        return live;
    }

    Optional<ModelGeneration> building() {
        return Optional.ofNullable(building);
    }

    void begin() {
        if (building == null) building = new ModelGeneration(++generations);
    }

    /** In one transaction; where both are whole they hold the same rows. */
    void swap() {
        ModelGeneration built = building;
        if (built == null || built.checkpoint().position() != live.checkpoint().position()) return;
        if (built.checkpoint().blocked().isEmpty()
                && live.checkpoint().blocked().isEmpty())
            assertThat(built.rows()).as("rows built anew").isEqualTo(live.rows());
        live.retire();
        live = built;
        building = null;
    }

    /** How often rows were put in the place of others. */
    int swaps() {
        return generations - 1 - (building == null ? 0 : 1);
    }
}

package org.portfolioledger.serialization;

import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Upcasts what was stored in an old revision, one revision at a time.
 *
 * @param steps from (type name, revision) to the function that makes the next revision of it
 */
record Upcasters(Map<Step, UnaryOperator<ObjectNode>> steps) {

    /** Every upcast there is: none yet, since no fact has had a second revision. */
    static final Upcasters ALL = new Upcasters(Map.of());

    record Step(String typeName, int from) {}

    ObjectNode upcast(String typeName, int revision, int target, ObjectNode stored) {
        if (revision > target)
            throw new IllegalStateException(
                    typeName + " is stored in revision " + revision + ", newer than this program's " + target);
        ObjectNode upcasted = stored;
        for (int from = revision; from < target; from++) {
            UnaryOperator<ObjectNode> step = steps.get(new Step(typeName, from));
            if (step == null) throw new IllegalStateException("nothing upcasts " + typeName + " from revision " + from);
            upcasted = step.apply(upcasted);
        }
        return upcasted;
    }
}

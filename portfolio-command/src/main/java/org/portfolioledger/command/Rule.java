package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.edge.ProblemType;

/** A rule that a command can break. Implemented by one enum for each family. */
public interface Rule extends ProblemType {

    /** What there is to say about the rule. */
    Says says();

    /**
     * Whether it is a rule of governance: one that a migrated source may leave unmet, and that is then written on the
     * fact. The others are structural: refused always.
     */
    default boolean isGovernance() {
        return says().governance();
    }

    @Override
    default int status() {
        return 409;
    }

    @Override
    default String title() {
        return says().title();
    }

    @Override
    default String advice() {
        return says().advice();
    }

    @Override
    default @Nullable Integer productRule() {
        return says().productRule() == 0 ? null : says().productRule();
    }

    /**
     * @param productRule number of the rule of the product; 0 for none
     * @param title what is wrong, in a few words
     * @param advice what the caller can do about it
     */
    record Says(boolean governance, int productRule, String title, String advice) {

        static Says of(ProblemType problem) {
            return structural(0, problem.title(), problem.advice());
        }

        public static Says governance(int productRule, String title, String advice) {
            return new Says(true, productRule, title, advice);
        }

        public static Says structural(int productRule, String title, String advice) {
            return new Says(false, productRule, title, advice);
        }
    }
}

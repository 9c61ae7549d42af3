package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.ProblemType;

/** A rule that a command can break. Implemented by one enum for each family. */
public interface Rule extends ProblemType {

    /** What there is to say about the rule. */
    RuleText text();

    /**
     * Whether it is a rule of governance: one that a migrated source may leave unmet, and that is then written on the
     * fact. The others are structural: refused always.
     */
    default boolean isGovernance() {
        return text().governance();
    }

    @Override
    default int status() {
        return 409;
    }

    @Override
    default String title() {
        return text().title();
    }

    @Override
    default String advice() {
        return text().advice();
    }

    @Override
    default @Nullable Integer productRule() {
        return text().productRule() == 0 ? null : text().productRule();
    }

    /**
     * @param productRule number of the rule of the product; 0 for none
     * @param title what is wrong, in a few words
     * @param advice what the caller can do about it
     */
    record RuleText(boolean governance, int productRule, String title, String advice) {

        static RuleText of(ProblemType problem) {
            return structural(0, problem.title(), problem.advice());
        }

        public static RuleText governance(int productRule, String title, String advice) {
            return new RuleText(true, productRule, title, advice);
        }

        public static RuleText structural(int productRule, String title, String advice) {
            return new RuleText(false, productRule, title, advice);
        }
    }
}

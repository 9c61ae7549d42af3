package org.portfolioledger.command;

import java.util.Locale;

/** A rule that a command can break. Implemented by one enum for each family. */
public interface Rule {

    /** The enum constant's name, under which a rule that stays unmet is recorded. */
    String name();

    RuleText text();

    /** The rule's code, in kebab-case. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether it is a rule of governance: one that a migrated source may leave unmet, and that is then written on the
     * fact. The others are structural: refused always.
     */
    default boolean isGovernance() {
        return text().governance();
    }

    /**
     * @param productRule number of the rule of the product; 0 for none
     * @param title what is wrong, in a few words
     * @param advice what the caller can do about it
     */
    record RuleText(boolean governance, int productRule, String title, String advice) {

        public static RuleText governance(int productRule, String title, String advice) {
            return new RuleText(true, productRule, title, advice);
        }

        public static RuleText structural(int productRule, String title, String advice) {
            return new RuleText(false, productRule, title, advice);
        }
    }
}

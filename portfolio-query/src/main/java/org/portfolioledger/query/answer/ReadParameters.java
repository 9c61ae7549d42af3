package org.portfolioledger.query.answer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a path may be asked: the one list by which parameters are accepted, refused and described. */
@Documented
@Target({ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadParameters {

    /** Axes of time and paging. */
    Form value();

    /** Filters by the id of something on record, each called as its kind is; besides {@code actor} and {@code stream}. */
    String[] filters() default {};

    /** Filters by the id of something on record that are called otherwise than its kind. */
    Named[] named() default {};

    /** Filters by something else that is on record. */
    Stated[] stated() default {};

    /** Parameters that take any text, or that the path reads by itself. */
    String[] texts() default {};

    /** Ranges, each with a parameter that ends with {@code From}, included, and one with {@code To}, not included. */
    Range[] ranges() default {};

    /** Members by which a list may be sorted. */
    String[] sorts() default {};

    /** Filters that take certain words only. */
    Choice[] choices() default {};

    /** Parameters that take a whole number. */
    Count[] counts() default {};

    /** Whether {@code limit=all} gives a list as a whole, sent while it is made. */
    boolean whole() default false;

    /** A filter by the id of an entity of a kind. */
    @interface Named {
        String filter();

        String kind();
    }

    /** A filter by what some row {@code r} must have held at any time, as a condition that names the filter's value. */
    @interface Stated {
        String filter();

        String condition();
    }

    /** A range of days, or of moments that days may stand for. */
    @interface Range {
        String name();

        boolean moments() default false;
    }

    /** A filter by one word of a vocabulary. */
    @interface Choice {
        String filter();

        Class<? extends Enum<?>> of();

        /** Words that are taken besides. */
        String[] or() default {};
    }

    /** A parameter that takes a whole number within limits, which are included. */
    @interface Count {
        String name();

        int least();

        int most();

        /** The number that is meant where none is given; below the least: none is. */
        int otherwise() default -1;

        /** What it counts, in a sentence. */
        String meaning();
    }

    /** The forms of question. */
    enum Form {
        /** One thing at a point. */
        ITEM(true, true, false),
        /** A list of what there was at a point. */
        LIST(true, true, true),
        /** A list over all days, as known then. */
        HISTORY(false, true, true),
        /** One thing that no day changes, as known then. */
        RECORD(false, true, false),
        /** A list of what is different between two points, which are parameters of its own. */
        COMPARISON(false, false, true),
        /** What has no history: it is as it is today, whatever the point. */
        DIRECTORY(false, false, false),
        /** A list of what was recorded beside the ledger, the latest first; no point belongs to it. */
        LOG(false, false, true);

        private final boolean asOf;
        private final boolean knownAt;
        private final boolean paged;

        Form(boolean asOf, boolean knownAt, boolean paged) {
            this.asOf = asOf;
            this.knownAt = knownAt;
            this.paged = paged;
        }

        boolean takesAsOf() {
            return asOf;
        }

        boolean takesKnownAt() {
            return knownAt;
        }

        boolean isPaged() {
            return paged;
        }
    }
}

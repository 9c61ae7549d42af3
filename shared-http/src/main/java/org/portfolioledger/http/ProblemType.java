package org.portfolioledger.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of the error catalogue: a {@code type} of RFC 9457, at {@code /problems/{slug}}. Implemented by enums. */
public interface ProblemType {

    /** The enum constant's name. */
    String name();

    /** HTTP status code. */
    int status();

    /** What is wrong, in a few words; the same for every occurrence. */
    String title();

    /** What the caller can do about it. */
    String advice();

    /** Number of the rule of the product that it stands for; null if it stands for none. */
    default @Nullable Integer productRule() {
        return null;
    }

    /** Last part of the type's address, in kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

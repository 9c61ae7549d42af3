package org.portfolioledger.vocabulary;

import java.util.List;

/** Figures by financial year, as one source states them: each year and kind once. */
public interface StatedFigures {

    /** Money, each year once. */
    List<YearlyMoney> money();

    /** Posts, each year and kind once. */
    List<YearlyPosts> posts();
}

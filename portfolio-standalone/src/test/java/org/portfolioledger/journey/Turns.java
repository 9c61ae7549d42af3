package org.portfolioledger.journey;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.ledger.SuiteSize;

/**
 * What is taken of many: all in the long suite; else one, each time the next, so that every place is given one and every
 * one goes to some.
 */
final class Turns {

    private int turn;

    <T> List<T> of(List<T> all) {
        return of(all, 1);
    }

    <T> List<T> of(List<T> all, int few) {
        if (SuiteSize.LONG || all.size() <= few) return all;
        List<T> some = new ArrayList<>();
        for (int n = 0; n < few; n++) some.add(all.get(turn++ % all.size()));
        return some;
    }
}

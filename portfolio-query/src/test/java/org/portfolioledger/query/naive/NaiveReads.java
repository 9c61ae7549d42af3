package org.portfolioledger.query.naive;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every read that is answered from the record at a point, by its path. */
final class NaiveReads {

    static final Map<String, NaiveRead> ALL = all();

    private NaiveReads() {}

    private static Map<String, NaiveRead> all() {
        Map<String, NaiveRead> all = new TreeMap<>();
        Stream.of(
                        EntityReads.ALL,
                        AccountabilityReads.ALL,
                        PartReads.ALL,
                        PortfolioReads.ALL,
                        GraphReads.ALL,
                        DependencyReads.ALL,
                        HistoryReads.ALL,
                        ChangeReads.ALL,
                        BoardReads.ALL,
                        RiskReads.ALL,
                        BenefitReads.ALL,
                        NaiveMeasure.READS,
                        NaiveBudget.READS,
                        DataStandardReads.ALL)
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}

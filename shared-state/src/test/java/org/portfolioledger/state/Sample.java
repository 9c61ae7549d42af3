package org.portfolioledger.state;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Source;

/** Values that the lives of several families state: each with every field. */
final class Sample {

    static final Money COST =
            new Money(new BigDecimal("12400000.50"), "GBP", PriceBasis.REAL, "2011/12", Confidence.VALIDATED);

    static final Paper PAPER =
            new Paper("0f".repeat(32), "The case – “v2”", Marking.RESTRICTED, PaperPurpose.FOR_DECISION);

    static final Provenance VAGUE = new Provenance(
            LocalDate.parse("2011-05-01"),
            DatePrecision.MONTH,
            true,
            "no day is given",
            DateQualifier.NO_LATER_THAN,
            new Source("Update", "B.9", LocalDate.parse("2011-06-13")));

    static final List<Citation> EVIDENCE = List.of(new Citation("DOC-0", null), new Citation(null, "Minutes"));

    private Sample() {}

    static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("zeta", "1.10", "a much longer name", "", "a", "x"));
    }

    static Provenance statedIn(String day, String document) {
        return new Provenance(
                LocalDate.parse(day), null, null, null, null, new Source(document, null, LocalDate.parse(day)));
    }
}

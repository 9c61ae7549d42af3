package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

/** One full life of a workforce control: every fact of the family, and every field of its state. */
final class WorkforceControlLife {

    private WorkforceControlLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.WORKFORCE_CONTROL)
                .then(new WorkforceControlFact.WorkforceControlOpened(
                        "WC-1",
                        "MPS",
                        WorkforceControlKind.EARLY_DEPARTURE,
                        "Phase 1",
                        1,
                        List.of("Wardens", "Performance"),
                        "PF-1",
                        LocalDate.parse("2011-09-30"),
                        attributes(),
                        VAGUE))
                .then(new WorkforceControlFact.WorkforceFiguresReported(
                        "WC-1", 1349, null, 102, null, on("2011-06-14")))
                .then(new WorkforceControlFact.WorkforceFiguresReported(
                        "WC-1",
                        null,
                        448,
                        null,
                        new Money(new BigDecimal("12500000"), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROXIMATE),
                        on("2011-07-01")))
                .then(new WorkforceControlFact.WorkforceControlRescheduled(
                        "WC-1", LocalDate.parse("2011-10-31"), "talks", on("2011-08-01")))
                .then(new WorkforceControlFact.WorkforceControlEnded("WC-1", "answered", on("2011-11-01")));
    }
}

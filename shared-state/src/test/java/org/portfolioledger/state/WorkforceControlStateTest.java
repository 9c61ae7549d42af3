package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;

class WorkforceControlStateTest {

    private final Story<WorkforceControlFact, WorkforceControlState> opened =
            Story.<WorkforceControlFact, WorkforceControlState>of(Kinds.WORKFORCE_CONTROL)
                    .then(new WorkforceControlOpened(
                            "WC",
                            "MPS",
                            WorkforceControlKind.REDEPLOYMENT,
                            "Redeployment",
                            null,
                            List.of("Schools"),
                            "PF",
                            null,
                            new TreeMap<>(),
                            on("2011-06-13")));

    @Test
    void a_figure_that_is_not_stated_again_stays() {
        var reported = opened.then(new WorkforceFiguresReported("WC", 10, null, 102, null, on("2011-07-01")))
                .then(new WorkforceFiguresReported("WC", 12, 4, null, null, on("2011-08-01")));
        assertThat(value(reported.state("2011-06-13").posts())).isNull();
        assertThat(value(reported.state("2011-07-01").accepted())).isNull();
        WorkforceControlState last = reported.state("2011-08-01");
        assertThat(value(last.offers())).isEqualTo(12);
        assertThat(value(last.accepted())).isEqualTo(4);
        assertThat(value(last.posts())).isEqualTo(102);
    }

    @Test
    void it_runs_until_it_is_ended_and_refers_to_its_portfolio() {
        var ended = opened.then(new WorkforceControlEnded("WC", null, on("2012-01-01")));
        assertThat(ended.state("2011-12-31").isOpen()).isTrue();
        assertThat(ended.state("2012-01-01").isOpen()).isFalse();
        assertThat(ended.state("2012-01-01").references())
                .extracting(Referring.Reference::stream)
                .containsExactly("portfolio-PF");
    }

    private static <T> @Nullable T value(@Nullable Grounded<T> grounded) {
        return grounded == null ? null : grounded.value();
    }
}

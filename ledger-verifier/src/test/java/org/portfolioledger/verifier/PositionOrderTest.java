package org.portfolioledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionOrderTest {

    /** A number is a fact that states it, sN a subtree of level N, ? a leaf that states nothing. The tree has 16 leaves. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 |",
                "1 2 s1 5 6 7 8 s3 |",
                "s4 |",
                "1 2 3 ? 5 6 7 8 s3 |",
                "1 2 3 5 6 7 8 s3 | missing 4",
                "2 3 4 5 6 7 8 s3 | missing 1",
                "1 2 3 7 8 s3 | missing 4",
                "1 2 3 4 5 6 7 s3 | missing 8",
                "1 2 3 6 9 10 11 12 13 14 15 16 | missing 4, missing 7",
                "1 2 s1 7 8 s3 | missing 5",
                "1 2 3 4 s1 8 9 10 11 12 13 14 15 16 | missing 7",
                "1 2 4 s2 9 10 11 12 13 14 15 16 | missing 3",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 | cut-off 16",
                "1 2 3 4 5 6 7 8 s2 | cut-off 13",
                "1 2 3 4 | cut-off 5",
                "'' | cut-off 1",
                "1 2 4 3 5 6 7 8 s3 | reordered 4",
                "1 2 3 4 5 6 8 7 s3 | reordered 8",
                "1 2 3 5 6 4 7 8 s3 | reordered 4",
                "1 2 6 3 4 5 7 8 s3 | reordered 6",
                "1 2 5 6 7 3 4 8 s3 | reordered 5",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 15 | reordered 16",
                "1 2 3 4 5 6 7 8 9 10 16 11 12 13 14 15 | reordered 16",
                "1 2 3 3 4 5 6 7 8 s3 | inserted 3",
                "1 2 3 1 4 5 6 7 8 s3 | inserted 1",
                "1 2 3 99 4 5 6 7 8 s3 | inserted 99",
                "1 2 3 1 2 3 4 5 6 7 8 s3 | inserted 1",
                "1 2 3 99 100 4 5 6 7 8 s3 | inserted 99",
                "1 2 3 4 5 6 7 8 s3 17 | inserted 17",
                "1 2 3 4 5 6 7 8 s3 s0 | inserted 17",
                "1 2 3 99 5 6 7 8 s3 | renumbered 4",
                "1 2 3 1 5 6 7 8 s3 | renumbered 4",
                "1 2 3 4 5 6 7 9 s3 | renumbered 8",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 99 | renumbered 16",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 | missing 15"
            })
    void what_is_wrong_with_the_order_is_named(String log, String faults) {
        assertThat(faults(log, 16)).isEqualTo(faults == null ? "" : faults);
    }

    @Test
    void a_log_in_any_disorder_is_told_apart_from_a_good_one_in_little_memory() {
        String backwards = String.join(
                " ",
                LongStream.rangeClosed(1, 20_000)
                        .mapToObj(i -> Long.toString(20_001 - i))
                        .toList());
        Report report = report(backwards, 20_000);
        assertThat(report.found()).isPositive();
        assertThat(report.faults()).hasSizeLessThanOrEqualTo(Report.MOST_FAULTS);
        String everyOther = String.join(
                " ",
                LongStream.rangeClosed(1, 20_000)
                        .mapToObj(i -> Long.toString(2 * i))
                        .toList());
        assertThat(report(everyOther, 40_000).found()).isPositive();
    }

    @Test
    void up_to_a_fault_the_leaves_stand_where_they_must() {
        Report report = new Report();
        PositionOrder order = new PositionOrder(report);
        for (long position : List.of(1L, 2L, 4L, 5L)) order.fact(position);
        assertThat(order.isIntact(2)).isTrue();
        assertThat(order.isIntact(3)).isFalse();
        assertThat(order.last()).isEqualTo(5);
    }

    private static String faults(String log, long size) {
        return String.join(
                ", ",
                report(log, size).faults().stream()
                        .map(fault -> fault.kind().word() + " " + fault.position())
                        .toList());
    }

    private static Report report(String log, long size) {
        Report report = new Report();
        PositionOrder order = new PositionOrder(report);
        for (String word : log.split(" ", -1)) {
            if (word.equals("?")) order.leaf();
            else if (word.startsWith("s")) order.subtree(Integer.parseInt(word.substring(1)));
            else if (!word.isEmpty()) order.fact(Long.parseLong(word));
        }
        order.end(size);
        return report;
    }
}

package org.portfolioledger.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RegisterHistory.register;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.Actor;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.RequestedTimePoint;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.point.TimePointResolver.Patience;
import org.portfolioledger.query.row.EntityName;

/** Whatever lies between two points, looking at it and looking at every entity find the same, page by page. */
class ChangedEntitiesTest {

    private static final List<String> DAYS =
            List.of("2010-12-31", "2011-01-01", "2012-05-31", "2012-06-01", "2035-01-01");

    private static Served served;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-01-01"));
        for (String id : List.of("b", "A", "C.1", "C-1", "a_long"))
            history.append(initiative(id, "First", "PF", "2011-01-01"));
        long wrong = history.append(renamed("A", "Mistaken", "2012-06-01"));
        history.append(renamed("b", "Ahead", "2034-06-01"));
        for (int n = 0; n < 20; n++) history.append(renamed("a_long", "Name " + n, "2012-06-01"));
        history.append(ended("b", "NOBODY", "2012-06-01"));
        history.in("GMPP").known("2011-02-01T09:00:00Z", portfolio("PF-2", "2011-01-01"));
        history.in("MPS").correct(wrong, "Entered in error", null);
        last = history.in("GMPP").known("2011-03-01T09:00:00Z", initiative("G", "First", "PF-2", "2011-01-01"));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void both_ways_find_the_same() {
        List<TimePoint> points = points();
        // In the short suite every 5th pair: each point is first of some and second of others.
        int step = SuiteSize.LONG ? 1 : 5;
        int different = 0;
        for (int first = 0; first < points.size(); first++)
            for (int second = first % step; second < points.size(); second += step) {
                TimePoint from = points.get(first);
                TimePoint to = points.get(second);
                if (from.asOf().isAfter(to.asOf())) continue;
                ChangedEntities changed = served.part(Rows.class).changed(from, to);
                List<EntityName> all = changed.after(null, null, 1000, true);
                assertThat(changed.after(null, null, 1000, false))
                        .as(from + " " + to)
                        .isEqualTo(all);
                if (!all.isEmpty()) different++;
            }
        assertThat(different).isGreaterThan(points.size());
    }

    @Test
    void pages_of_one_are_the_whole_list() {
        ChangedEntities changed = served.part(Rows.class)
                .changed(
                        point("2011-01-01", new KnownAt.AtPosition(2), null),
                        point("2012-06-01", new KnownAt.AtPosition(last), null));
        List<EntityName> all = changed.after(null, null, 1000, true);
        assertThat(all)
                .extracting(EntityName::id)
                .containsSubsequence("b", "A", "C-1", "C.1", "G", "a_long", "b", "PF-2");
        for (boolean isLittle : List.of(true, false)) {
            List<EntityName> paged = new ArrayList<>();
            List<EntityName> next = changed.after(null, null, 1, isLittle);
            while (!next.isEmpty()) {
                paged.addAll(next);
                next = changed.after(null, next.getLast(), 1, isLittle);
            }
            assertThat(paged).isEqualTo(all);
        }
    }

    private static List<TimePoint> points() {
        List<TimePoint> points = new ArrayList<>();
        for (String day : DAYS) {
            for (long position = 0; position <= last; position += 9) points.add(point(day, position));
            for (long position = 2; position <= last; position += 15)
                points.add(point(
                        day,
                        new KnownAt.At(
                                served.ledger().at(position).orElseThrow().recordedAt()),
                        null));
        }
        return points;
    }

    private static TimePoint point(String day, long position) {
        return point(day, new KnownAt.AtPosition(position), position % 2 == 0 ? null : "MPS");
    }

    private static TimePoint point(String day, KnownAt knownAt, @Nullable String register) {
        RequestedTimePoint asked = new RequestedTimePoint(
                LocalDate.parse(day), knownAt, "knownAt", new Actor("reader", "P-9", Set.of()), Sight.EVERYTHING, true);
        return served.part(TimePointResolver.class).resolve(asked, register, new Patience(Duration.ofSeconds(10), 0));
    }
}

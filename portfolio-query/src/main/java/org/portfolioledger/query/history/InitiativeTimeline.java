package org.portfolioledger.query.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Next;
import org.portfolioledger.query.answer.Rows.OfKind;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.history.SegmentView.RatingsView;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.overview.RatingPortfolios.RatingsThrough;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;

/** What held when of an initiative, page by page, each at the cost of its own length. */
final class InitiativeTimeline {

    private static final Comparator<Segment> ORDER =
            Comparator.comparing(Segment::from).thenComparing(Segment::kind).thenComparing(Segment::id);

    private final Rows rows;
    private final RatingPortfolios portfolios;

    InitiativeTimeline(Rows rows, RatingPortfolios portfolios) {
        this.rows = rows;
        this.portfolios = portfolios;
    }

    /**
     * A page.
     *
     * @param after sort keys of its last segment; null if nothing comes after it
     */
    record Page(List<SegmentView> segments, @Nullable List<String> after) {}

    /** A segment before it is known how it is seen. */
    private record Segment(
            String kind,
            String id,
            LocalDate from,
            @Nullable LocalDate to,
            Object state) {

        List<String> keys() {
            return List.of(from.toString(), kind, id);
        }
    }

    /** The page that was asked for, of the segments of some kinds. */
    Page page(TimePoint point, String initiative, Set<String> kinds, ReadRequest.Page asked) {
        Next after = next(asked.after());
        int most = asked.limit() + 1;
        List<Segment> segments = new ArrayList<>(rows(point, initiative, kinds, after, most));
        if (kinds.contains(Kinds.RAG.name())) segments.addAll(ratings(point, initiative, after, most));
        segments.sort(ORDER);
        List<Segment> page = segments.subList(0, Math.min(asked.limit(), segments.size()));
        Viewpoint seen = rows.viewpoint(point, page.stream().map(Segment::state).toList());
        return new Page(
                page.stream().map(segment -> view(segment, seen)).toList(),
                page.size() < segments.size() ? page.getLast().keys() : null);
    }

    private static Next next(@Nullable List<String> after) {
        if (after == null) return Next.FIRST;
        try {
            if (after.size() == 3) return new Next(KnownAt.Forms.day(after.get(0)), after.get(1), after.get(2));
        } catch (DateTimeException _) {
            // No day that a page ended with.
        }
        throw Pages.unreadableCursor();
    }

    private List<Segment> rows(TimePoint point, String initiative, Set<String> kinds, Next after, int most) {
        List<EntityName> entities = new ArrayList<>();
        for (String kind : List.of(Kinds.INITIATIVE.name(), Kinds.APPOINTMENTS.name()))
            if (kinds.contains(kind)) entities.add(new EntityName(kind, initiative));
        if (kinds.contains(Kinds.BUSINESS_CASE.name()))
            for (String id : rows.idsOf(point, Kinds.BUSINESS_CASE.name(), initiative))
                entities.add(new EntityName(Kinds.BUSINESS_CASE.name(), id));
        return rows.segmentsOf(point, initiative, entities, after, most).stream()
                .map(InitiativeTimeline::segment)
                .toList();
    }

    private static Segment segment(OfKind row) {
        LocalDate from = Objects.requireNonNull(row.segment().from());
        return new Segment(
                row.kind(),
                row.segment().id(),
                from,
                row.segment().to(),
                row.segment().state());
    }

    private List<Segment> ratings(TimePoint point, String initiative, Next after, int most) {
        String rag = Kinds.RAG.name();
        boolean isPassed = new EntityName(after.kind(), after.id()).equals(new EntityName(rag, initiative));
        LocalDate from = isPassed ? after.day().plusDays(1) : after.day();
        return portfolios.from(point, initiative, from, most).stream()
                .map(range -> segment(rag, initiative, range))
                .toList();
    }

    private static Segment segment(String kind, String initiative, RatingsThrough range) {
        return new Segment(
                kind,
                initiative,
                Objects.requireNonNull(range.from()),
                range.to(),
                new RatingsView(range.initiative(), range.ratings()));
    }

    private static SegmentView view(Segment segment, Viewpoint seen) {
        Viewpoint first = seen.on(segment.from());
        Object state = segment.state();
        return new SegmentView(
                segment.kind(),
                segment.id(),
                segment.from(),
                segment.to(),
                state instanceof InitiativeState initiative ? new Seen<>(initiative, first) : null,
                state instanceof AppointmentsState appointments ? new Seen<>(appointments, first) : null,
                state instanceof RatingsView ratings ? new Seen<>(ratings, first) : null,
                state instanceof BusinessCaseState businessCase ? new Seen<>(businessCase, first) : null);
    }
}

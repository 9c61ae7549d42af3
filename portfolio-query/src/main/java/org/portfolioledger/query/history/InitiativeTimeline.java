package org.portfolioledger.query.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Pages;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.answer.Segments;
import org.portfolioledger.query.answer.Segments.Belonging;
import org.portfolioledger.query.answer.Segments.Next;
import org.portfolioledger.query.answer.Segments.OfKind;
import org.portfolioledger.query.history.InitiativeParts.Parts;
import org.portfolioledger.query.history.RolesOverTime.RolesThrough;
import org.portfolioledger.query.history.SegmentView.RatingsView;
import org.portfolioledger.query.overview.RatingPortfolios;
import org.portfolioledger.query.overview.RatingPortfolios.RatingsThrough;
import org.portfolioledger.query.point.KnownAt;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.AccountingAssessmentState;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DeliveryPlanState;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.ExternalRequestState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MilestonesState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.VacancyRequestState;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** What held when of an initiative, page by page, each at the cost of its own length. */
@Component
final class InitiativeTimeline {

    static final List<String> KINDS = Stream.concat(
                    Stream.of(Kinds.INITIATIVE, Kinds.APPOINTMENTS, Kinds.RAG, Kinds.MILESTONES),
                    InitiativeParts.KINDS.stream())
            .map(Kind::name)
            .toList();

    private static final Comparator<Segment> ORDER =
            Comparator.comparing(Segment::from).thenComparing(Segment::kind).thenComparing(Segment::id);

    private final Rows rows;
    private final InitiativeParts parts;
    private final RolesOverTime roles;
    private final RatingPortfolios portfolios;

    InitiativeTimeline(Rows rows, InitiativeParts parts, RolesOverTime roles, RatingPortfolios portfolios) {
        this.rows = rows;
        this.parts = parts;
        this.roles = roles;
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

        static Segment of(OfKind row) {
            return new Segment(
                    row.kind(),
                    row.segment().id(),
                    Objects.requireNonNull(row.segment().from()),
                    row.segment().to(),
                    row.segment().state());
        }

        static Segment of(String initiative, RolesThrough range) {
            return new Segment(Kinds.APPOINTMENTS.name(), initiative, range.from(), range.to(), range.roles());
        }

        static Segment of(String initiative, RatingsThrough range) {
            return new Segment(
                    Kinds.RAG.name(),
                    initiative,
                    Objects.requireNonNull(range.from()),
                    range.to(),
                    new RatingsView(range.initiative(), range.ratings()));
        }

        List<String> keys() {
            return List.of(from.toString(), kind, id);
        }
    }

    /** The page that was asked for, of the segments of some kinds. */
    Page page(TimePoint point, String initiative, Set<String> kinds, ReadRequest.Page asked) {
        Next after = next(asked.after());
        int most = asked.limit() + 1;
        List<Segment> segments = new ArrayList<>();
        new Segments(rows)
                .next(point, whole(point, initiative, kinds), after, most)
                .forEach(row -> segments.add(Segment.of(row)));
        if (kinds.contains(Kinds.APPOINTMENTS.name()))
            roles.from(point, initiative, after.dayOf(Kinds.APPOINTMENTS, initiative), most)
                    .forEach(range -> segments.add(Segment.of(initiative, range)));
        if (kinds.contains(Kinds.RAG.name()))
            portfolios
                    .from(point, initiative, after.dayOf(Kinds.RAG, initiative), most)
                    .forEach(range -> segments.add(Segment.of(initiative, range)));
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

    /** What is shown as its rows are. */
    private List<Belonging> whole(TimePoint point, String initiative, Set<String> kinds) {
        List<Belonging> whole = new ArrayList<>();
        for (Kind<?, ?> own : List.of(Kinds.INITIATIVE, Kinds.MILESTONES))
            if (kinds.contains(own.name())) whole.add(new Belonging(new EntityName(own.name(), initiative), Set.of()));
        if (InitiativeParts.KINDS.stream().map(Kind::name).noneMatch(kinds::contains)) return whole;
        Parts its = parts.of(point, initiative);
        for (EntityName part : its.all())
            if (kinds.contains(part.kind())) whole.add(new Belonging(part, its.through(part.kind())));
        return whole;
    }

    private static SegmentView view(Segment segment, Viewpoint seen) {
        Viewpoint first = seen.on(segment.from());
        return new SegmentView(
                segment.kind(),
                segment.id(),
                segment.from(),
                segment.to(),
                seen(InitiativeState.class, segment, first),
                seen(AppointmentsState.class, segment, first),
                seen(RatingsView.class, segment, first),
                seen(MilestonesState.class, segment, first),
                seen(BusinessCaseState.class, segment, first),
                seen(ReviewState.class, segment, first),
                seen(DependencyState.class, segment, first),
                seen(ActionState.class, segment, first),
                seen(DeliveryPlanState.class, segment, first),
                seen(EqualityAssessmentState.class, segment, first),
                seen(AccountingAssessmentState.class, segment, first),
                seen(VacancyRequestState.class, segment, first),
                seen(ExternalRequestState.class, segment, first),
                seen(RiskState.class, segment, first),
                seen(BenefitState.class, segment, first),
                seen(MeasureState.class, segment, first),
                seen(BudgetState.class, segment, first));
    }

    private static <S> @Nullable Seen<S> seen(Class<S> type, Segment segment, Viewpoint first) {
        return type.isInstance(segment.state()) ? new Seen<>(type.cast(segment.state()), first) : null;
    }
}

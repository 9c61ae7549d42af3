package org.portfolioledger.query.accountability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.state.AppointmentsState.Incumbent;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/**
 * How a role of an initiative is held on a day, and was held until then.
 *
 * @param name of the initiative
 * @param holder who holds it; null: nobody
 * @param concerns what is of concern
 * @param changes number of times that a different holder followed, whether or not there was a gap between them; a holder who returns after a gap is not different
 * @param recentChanges those within the requested number of months
 * @param medianTenureDays median number of days for which its holders held it, by that day; null: nobody ever did
 * @param lifeDays days for which the initiative was open by that day, including that day
 * @param heldDays on how many of them somebody held it
 * @param shareHeld share of its life for which it was held, in percent; null: it has not begun
 * @param tenures who held it when, in order of time
 * @param gaps when nobody held it, from the opening of the initiative to its closure
 */
record RoleAccountability(
        String initiative,
        Grounded<String> name,
        Role role,
        @JsonInclude @Nullable Grounded<Incumbent> holder,
        SortedSet<Concern> concerns,
        int changes,
        int recentChanges,
        @JsonInclude @Nullable BigDecimal medianTenureDays,
        long lifeDays,
        long heldDays,
        @JsonInclude @Nullable BigDecimal shareHeld,
        List<TenureView> tenures,
        List<RoleGap> gaps) {

    /**
     * That one holder held a role without a break.
     *
     * @param kind how it was last held
     * @param appointments ids of those by which it was held, in order of time
     * @param from first day
     * @param to first day on which it was no longer held so; absent: it is
     * @param days days for which it was held, up to and including the day in question
     * @param shareOfLife share of the initiative's life, in percent; absent: it has not begun
     * @param overlaps whether the source has another holder at the same time
     * @param fact position of the fact by which it was held last
     */
    record TenureView(
            Holder holder,
            AppointmentKind kind,
            List<String> appointments,
            LocalDate from,
            @Nullable LocalDate to,
            long days,
            @Nullable BigDecimal shareOfLife,
            boolean overlaps,
            long fact) {}

    /**
     * Days on which nobody holds a role.
     *
     * @param from first day
     * @param to first day on which somebody holds it, or the initiative is closed; absent: nobody holds it yet
     * @param days number of days up to and including the day in question
     */
    record RoleGap(LocalDate from, @Nullable LocalDate to, long days) {}

    /**
     * What is asked.
     *
     * @param months before the day within which changes are recent
     * @param changes number of recent changes from which they are of concern
     */
    record Question(LocalDate asOf, int months, int changes) {}

    /**
     * The life of an initiative as far as it has come.
     *
     * @param from its first day
     * @param end first day after its closure, or after the day that is asked about
     * @param isOpen whether it goes on
     */
    private record LifeSpan(LocalDate from, LocalDate end, boolean isOpen) {

        static LifeSpan of(InitiativeState initiative, LocalDate asOf) {
            Grounded<?> closure = initiative.closure();
            LocalDate end = closure == null ? asOf.plusDays(1) : closure.since();
            return new LifeSpan(initiative.openedAs().since(), end, closure == null);
        }

        /** How much of it lies between two days, the second not included. */
        long days(LocalDate first, LocalDate after) {
            LocalDate begin = first.isAfter(from) ? first : from;
            LocalDate stop = after.isBefore(end) ? after : end;
            return Math.max(0, ChronoUnit.DAYS.between(begin, stop));
        }

        /** All of it. */
        long days() {
            return days(from, end);
        }

        @Nullable
        BigDecimal share(long days) {
            return Figures.percent(days, days());
        }
    }

    /** How a role was held, given its tenures. */
    static RoleAccountability of(InitiativeState initiative, Role role, List<Tenure> tenures, Question question) {
        LocalDate asOf = question.asOf();
        LifeSpan life = LifeSpan.of(initiative, asOf);
        Tenure last = tenures.isEmpty() || tenures.getLast().to() != null ? null : tenures.getLast();
        Grounded<Incumbent> holder = last == null ? null : last.held().getLast();
        long held = tenures.stream()
                .mapToLong(tenure -> life.days(tenure.from(), tenure.end(asOf)))
                .sum();
        List<Tenure> changes = Tenure.changes(tenures);
        LocalDate after = asOf.minusMonths(question.months());
        int recent = (int)
                changes.stream().filter(change -> change.from().isAfter(after)).count();
        return new RoleAccountability(
                initiative.initiative(),
                initiative.name(),
                role,
                holder,
                life.isOpen() ? concerns(last, recent >= question.changes(), asOf) : Collections.emptySortedSet(),
                changes.size(),
                recent,
                Figures.median(tenures.stream().map(tenure -> tenure.days(asOf)).toList()),
                life.days(),
                held,
                life.share(held),
                tenures.stream().map(tenure -> view(tenure, life, asOf)).toList(),
                gaps(tenures, life, asOf));
    }

    /** @param last null: nobody holds the role */
    private static SortedSet<Concern> concerns(@Nullable Tenure last, boolean frequent, LocalDate asOf) {
        SortedSet<Concern> concerns = new TreeSet<>();
        if (last == null) concerns.add(Concern.NO_HOLDER);
        else if (!last.held().getLast().value().alerts(asOf).isEmpty()) concerns.add(Concern.ACTING_BEYOND_TERM);
        if (frequent) concerns.add(Concern.FREQUENT_CHANGES);
        if (last != null && last.overlaps()) concerns.add(Concern.OVERLAP);
        return Collections.unmodifiableSortedSet(concerns);
    }

    private static TenureView view(Tenure tenure, LifeSpan life, LocalDate asOf) {
        Grounded<Incumbent> last = tenure.held().getLast();
        return new TenureView(
                tenure.holder(),
                last.value().kind(),
                tenure.held().stream()
                        .map(held -> held.value().appointment())
                        .distinct()
                        .toList(),
                tenure.from(),
                tenure.to(),
                tenure.days(asOf),
                life.share(life.days(tenure.from(), tenure.end(asOf))),
                tenure.overlaps(),
                last.fact());
    }

    private static List<RoleGap> gaps(List<Tenure> tenures, LifeSpan life, LocalDate asOf) {
        List<RoleGap> gaps = new ArrayList<>();
        LocalDate next = life.from();
        for (Tenure tenure : tenures) {
            if (life.days(next, tenure.from()) > 0) gaps.add(gap(next, earlier(tenure.from(), life.end()), life));
            if (tenure.end(asOf).isAfter(next)) next = tenure.end(asOf);
        }
        if (life.days(next, life.end()) > 0) gaps.add(gap(next, life.isOpen() ? null : life.end(), life));
        return List.copyOf(gaps);
    }

    private static RoleGap gap(LocalDate from, @Nullable LocalDate to, LifeSpan life) {
        return new RoleGap(from, to, life.days(from, to == null ? life.end() : to));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

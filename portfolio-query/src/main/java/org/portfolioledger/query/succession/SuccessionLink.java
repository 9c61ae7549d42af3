package org.portfolioledger.query.succession;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.InitiativeState.SuccessionKind;

/**
 * That the work of one initiative goes on in another.
 *
 * @param from the one before
 * @param to the one after
 * @param statedBefore the manner and the first day, as the earlier one states them; null: it does not
 * @param statedAfter the same, as the later one states them
 */
record SuccessionLink(
        String from,
        String to,
        @Nullable Grounded<SuccessionKind> statedBefore,
        @Nullable Grounded<SuccessionKind> statedAfter) {

    static final Comparator<SuccessionLink> BY_FIRST_DAY = Comparator.comparing(SuccessionLink::firstDay)
            .thenComparing(SuccessionLink::from)
            .thenComparing(SuccessionLink::to);

    /** The links that some initiatives state, one for each two of them. */
    static List<SuccessionLink> in(Collection<InitiativeState> initiatives) {
        Map<String, SuccessionLink> links = new TreeMap<>();
        for (InitiativeState one : initiatives) {
            one.successors().forEach((to, how) -> add(links, new SuccessionLink(one.initiative(), to, how, null)));
            one.predecessors()
                    .forEach((from, how) -> add(links, new SuccessionLink(from, one.initiative(), null, how)));
        }
        return List.copyOf(links.values());
    }

    private static void add(Map<String, SuccessionLink> links, SuccessionLink link) {
        // No id holds a colon.
        links.merge(link.from + ":" + link.to, link, SuccessionLink::with);
    }

    private SuccessionLink with(SuccessionLink other) {
        return new SuccessionLink(
                from,
                to,
                statedBefore == null ? other.statedBefore : statedBefore,
                statedAfter == null ? other.statedAfter : statedAfter);
    }

    private LocalDate firstDay() {
        return Stream.of(statedBefore, statedAfter)
                .<LocalDate>mapMulti((stated, days) -> {
                    if (stated != null) days.accept(stated.since());
                })
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}

package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.state.DependencyState;

/**
 * What several dependencies have in common.
 *
 * @param theme what is the same
 * @param value the id of the initiative, the type, or the area in the words of the first dependency that names it
 */
record DependencyTheme(
        Theme theme, String value, @JsonUnwrapped CountedDependencies counted) {

    /** In what dependencies are alike. */
    enum Theme {
        /** One initiative gives them. */
        GIVER,
        /** One initiative receives them. */
        RECEIVER,
        /** What is no initiative, as HR, Property or ICT, is an end of them, whatever the case of the letters. */
        ENABLING_AREA,
        TYPE
    }

    private static final Comparator<DependencyTheme> ORDER = Comparator.<DependencyTheme>comparingInt(
                    one -> one.counted().count())
            .reversed()
            .thenComparing(DependencyTheme::theme)
            .thenComparing(DependencyTheme::value);

    /**
     * Those that are common to some dependencies at least: what most have in common comes first.
     *
     * @param dependencies by id
     * @param least how many of them
     */
    static List<DependencyTheme> of(Collection<DependencyState> dependencies, int least) {
        Map<Theme, Map<String, List<DependencyState>>> themes = new EnumMap<>(Theme.class);
        Map<String, String> areas = new TreeMap<>();
        for (DependencyState one : dependencies) {
            end(themes, Theme.GIVER, one.giver().value(), one, areas);
            end(themes, Theme.RECEIVER, one.receiver().value(), one, areas);
            add(themes, Theme.TYPE, one.type().value().name(), one);
        }
        List<DependencyTheme> shown = new ArrayList<>();
        themes.forEach((theme, values) -> values.forEach((value, some) -> {
            if (some.size() < least) return;
            String said = theme == Theme.ENABLING_AREA ? areas.getOrDefault(value, value) : value;
            shown.add(new DependencyTheme(theme, said, CountedDependencies.of(some)));
        }));
        shown.sort(ORDER);
        return shown;
    }

    private static void end(
            Map<Theme, Map<String, List<DependencyState>>> themes,
            Theme theme,
            DependencyEnd end,
            DependencyState dependency,
            Map<String, String> areas) {
        if (end.initiative() != null) {
            add(themes, theme, end.initiative(), dependency);
            return;
        }
        String said = String.valueOf(end.description());
        areas.putIfAbsent(DependencyMatrix.folded(said), said);
        add(themes, Theme.ENABLING_AREA, DependencyMatrix.folded(said), dependency);
    }

    private static void add(
            Map<Theme, Map<String, List<DependencyState>>> themes,
            Theme theme,
            String value,
            DependencyState dependency) {
        themes.computeIfAbsent(theme, _ -> new TreeMap<>())
                .computeIfAbsent(value, _ -> new ArrayList<>())
                .add(dependency);
    }
}

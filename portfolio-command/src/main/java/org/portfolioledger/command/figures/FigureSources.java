package org.portfolioledger.command.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;

/** Judges which sources state figures, and which of these is preferred. */
public final class FigureSources {

    private FigureSources() {}

    /**
     * What a source states.
     *
     * @param figures such as "profile" or "figure BUDGET"
     */
    public record SourceOf(String statedIn, String figures) {}

    /** The name of a source in the spelling in which it was stated first. */
    public static <F> String firstSpelling(
            String statedIn, List<EffectiveEntry<RecordedFact>> entries, Class<F> stating, Function<F, String> source) {
        return EntryChecks.firstSpelling(
                statedIn, EntryChecks.facts(entries, stating).map(source));
    }

    /**
     * That a source is preferred only for what it states on that day, and withdraws only that.
     *
     * @param stated by a fact; null: it states nothing
     * @param preferred by a fact; null: it prefers nothing
     * @param withdrawn by a fact; null: it withdraws nothing
     */
    public static List<Finding> requireStated(
            List<EffectiveEntry<RecordedFact>> entries,
            Function<GovernanceFact, @Nullable SourceOf> stated,
            Function<GovernanceFact, @Nullable SourceOf> preferred,
            Function<GovernanceFact, @Nullable SourceOf> withdrawn) {
        List<Finding> findings = new ArrayList<>();
        Set<SourceOf> present = new HashSet<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            GovernanceFact fact = entry.content().fact();
            SourceOf states = stated.apply(fact);
            if (states != null) present.add(states);
            SourceOf prefers = preferred.apply(fact);
            if (prefers != null && !present.contains(prefers)) findings.add(statesNothing(prefers, entry));
            SourceOf withdraws = withdrawn.apply(fact);
            if (withdraws != null && !present.remove(withdraws)) findings.add(statesNothing(withdraws, entry));
        }
        return findings;
    }

    private static Finding statesNothing(SourceOf source, EffectiveEntry<RecordedFact> entry) {
        return Finding.contradiction(
                FiguresRule.SOURCE_STATES_NOTHING,
                "\"%s\" states no %s on %s".formatted(source.statedIn(), source.figures(), entry.effectiveOn()),
                entry,
                List.of());
    }
}

package org.portfolioledger.state;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;

/**
 * A fact as the ledger holds it.
 *
 * @param position place in the ledger's one order
 * @param recordedBy ids of the persons who put these words on record, or others of which they are the correction; empty
 *     where they were copied from papers
 * @param unmetRules rules of governance that a migrated source could not satisfy
 * @param restsOn positions of the facts on which the decision rested
 * @param retracted null, or the reason for which it no longer counts and is only shown
 */
public record RecordedFact(
        long position,
        GovernanceFact fact,
        Set<String> recordedBy,
        List<String> unmetRules,
        List<Long> restsOn,
        @Nullable String retracted) {

    public RecordedFact(
            long position, GovernanceFact fact, Set<String> recordedBy, List<String> unmetRules, List<Long> restsOn) {
        this(position, fact, recordedBy, unmetRules, restsOn, null);
    }

    /**
     * Who put a fact on record: whoever copies papers into a register that migrates takes no part in what they state. What
     * a service or an agent records, it records for a person, who takes part as well.
     *
     * @param onBehalfOf that person; null: the actor is a person
     */
    public static Set<String> recorders(
            String actor, @Nullable String onBehalfOf, Instant knownAt, Instant recordedAt) {
        if (!knownAt.equals(recordedAt)) return Set.of();
        return onBehalfOf == null ? Set.of(actor) : Set.copyOf(List.of(actor, onBehalfOf));
    }

    /** Whether it counts. */
    public boolean counts() {
        return retracted == null;
    }

    /** The same, of which these persons put earlier words on record. */
    RecordedFact alsoBy(Set<String> persons) {
        Set<String> all = new TreeSet<>(recordedBy);
        all.addAll(persons);
        return new RecordedFact(position, fact, all, unmetRules, restsOn, retracted);
    }

    /** Other words recorded with it. */
    RecordedFact saying(GovernanceFact words) {
        return new RecordedFact(position, words, recordedBy, unmetRules, restsOn, null);
    }
}

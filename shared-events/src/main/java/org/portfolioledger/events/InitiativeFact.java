package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about an initiative. Stream {@code initiative-{id}}. */
public sealed interface InitiativeFact extends GovernanceFact {

    /**
     * The initiative began.
     *
     * @param placement where it belongs; null: in no portfolio
     * @param owners business groups that own it, at most two
     * @param continues initiatives whose work it takes over
     * @param attributes what the source also says and no field holds, by name
     */
    record InitiativeOpened(
            String initiative,
            String register,
            InitiativeLevel level,
            String name,
            @Nullable String formerName,
            @Nullable Tier tier,
            @Nullable Placement placement,
            List<String> owners,
            List<String> continues,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements InitiativeFact, Opening {}

    /** It has another name. */
    record InitiativeRenamed(
            String initiative, String name, @Nullable String reason, Provenance provenance) implements InitiativeFact {}

    /**
     * It belongs elsewhere, under another initiative or directly in a portfolio.
     *
     * @param decidedBy who decided, in the source's words; null: not stated
     */
    record InitiativeMoved(
            String initiative,
            Placement to,
            @Nullable String decidedBy,
            @Nullable String reason,
            Provenance provenance) implements InitiativeFact {}

    /**
     * It left the portfolio, with a stated outcome; it continues elsewhere, or is closed as well.
     *
     * @param decision position of the board's decision; null only in migrated history
     * @param decidedBy who decided, in the source's words
     * @param outcome what it achieved; null only in migrated history
     * @param benefitsHeldBy who answers for its benefits from then on; null only in migrated history
     */
    record InitiativeExited(
            String initiative,
            String reason,
            @Nullable Long decision,
            @Nullable String decidedBy,
            @Nullable ExitOutcome outcome,
            @Nullable Holder benefitsHeldBy,
            Provenance provenance)
            implements InitiativeFact, Approval {}

    /** Other business groups own it. */
    record InitiativeOwnersChanged(
            String initiative,
            List<String> owners,
            @Nullable String reason,
            Provenance provenance) implements InitiativeFact {}

    /**
     * It ended.
     *
     * @param continuedBy initiatives that take over its work
     */
    record InitiativeClosed(String initiative, String reason, List<String> continuedBy, Provenance provenance)
            implements InitiativeFact {}

    /** Part of its work passes to another initiative, and it continues itself. */
    record InitiativeSplit(
            String initiative, String into, @Nullable String reason, Provenance provenance) implements InitiativeFact {}

    /** It ended, and another initiative takes over its work. */
    record InitiativeMerged(String initiative, String into, String reason, Provenance provenance)
            implements InitiativeFact {}

    /**
     * Another organisation or system calls it by an identifier of its own. Within a scheme it has one at a time: another
     * takes the place of the one before.
     *
     * @param scheme whose identifiers these are, as {@code GMPP}
     * @param alias the identifier
     */
    record InitiativeAliasGiven(String initiative, String scheme, String alias, Provenance provenance)
            implements InitiativeFact {}

    /** It no longer has an identifier in that scheme. */
    record InitiativeAliasEnded(
            String initiative, String scheme, @Nullable String reason, Provenance provenance)
            implements InitiativeFact {}

    /**
     * What was stated at its opening has changed.
     *
     * @param level null: unchanged
     * @param tier null: unchanged
     * @param attributes those that are new or have changed, by name; the others are unchanged
     * @param without names of attributes that no longer hold
     */
    record InitiativeAttributesChanged(
            String initiative,
            @Nullable InitiativeLevel level,
            @Nullable Tier tier,
            SortedMap<String, String> attributes,
            List<String> without,
            @Nullable String reason,
            Provenance provenance)
            implements InitiativeFact {}

    /**
     * What an initiative achieved, measured against the last approved case.
     *
     * @param businessCase id of that case; null: none was ever approved
     * @param statement in words
     */
    record ExitOutcome(
            @IdOf("business-case") @Nullable String businessCase,
            CaseMeasure measure,
            @Nullable String statement) {}

    /** How far what a business case promised was achieved. */
    enum CaseMeasure {
        MET,
        PARTLY_MET,
        NOT_MET,
        /** It is too early to say, or nobody measured it. */
        NOT_MEASURED
    }

    /** Level of an initiative within its portfolio. */
    enum InitiativeLevel {
        PROGRAMME,
        PROJECT,
        WORKSTREAM,
        WORK_PACKAGE
    }

    /** Tier of an initiative: the Government Major Projects Portfolio, the department's, another, or local. */
    enum Tier {
        GMPP,
        DMP,
        OTHER,
        LOCAL
    }

    /**
     * Where an initiative belongs: under another initiative, directly in a portfolio, or nowhere.
     *
     * @param parent id of the initiative above
     * @param portfolio id of the portfolio; null where a parent is given
     */
    record Placement(
            @IdOf("initiative") @Nullable String parent,
            @IdOf("portfolio") @Nullable String portfolio) {}
}

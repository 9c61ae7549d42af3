package org.portfolioledger.command;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/**
 * All that decides on one kind of entity: its commands, and its rules as pure functions without framework, clock or
 * chance. {@link #decide} finds what a command itself breaks, the invariants what would be broken afterwards.
 */
public abstract class Family<C extends Command, F extends GovernanceFact, S> {

    private final Kind<F, S> kind;
    private final Class<C> commands;
    private final List<CommandRoute<?>> routes;
    private final List<Rule> rules;

    protected Family(Kind<F, S> kind, Class<C> commands, List<CommandRoute<?>> routes, Rule... rules) {
        this.kind = kind;
        this.commands = commands;
        this.routes = routes;
        this.rules = List.of(rules);
    }

    /** What its streams are folded to. */
    public final Kind<F, S> kind() {
        return kind;
    }

    /** The commands that it decides. */
    public final Class<C> commands() {
        return commands;
    }

    /** Where its commands are sent to. */
    public final List<CommandRoute<?>> routes() {
        return routes;
    }

    /** What it can refuse a command for. */
    public final List<Rule> rules() {
        return rules;
    }

    /**
     * What a command results in.
     *
     * @param history the entity as known now
     */
    protected abstract Decision<F> decide(C command, History<RecordedFact, S> history, Evidence evidence);

    /**
     * The initiatives each of whose SROs may put a fact on record or correct it; none: no SRO may.
     *
     * @param state the entity with the fact
     */
    protected List<String> initiatives(F fact, S state) {
        return List.of();
    }

    /**
     * The initiatives each of whose programme managers may put a fact on record or correct it.
     *
     * @param state the entity with the fact
     */
    protected List<String> managed(F fact, S state) {
        return initiatives(fact, state);
    }

    /**
     * The streams of what an entity concerns, besides its own: a role that is granted within one of them, or within a
     * portfolio or an initiative in which it lies, reaches the entity.
     */
    protected Set<String> concerns(S state) {
        return Concerns.referred(state);
    }

    /**
     * The same of one of its facts. What a board decided concerns that board alone.
     *
     * @param state the entity without the fact, or with it
     */
    protected Set<String> concerns(F fact, S state) {
        return concerns(state);
    }

    /** What must hold in every segment of the timeline, past and future; the findings are what does not. */
    protected List<Finding> invariants(S state) {
        return List.of();
    }

    /**
     * What a correction of one of its facts breaks by itself, whatever would hold afterwards.
     *
     * @param corrected the fact at which the corrections began
     * @param history the entity before the correction
     */
    protected List<Finding> correcting(F corrected, History<RecordedFact, S> history, Evidence evidence) {
        return List.of();
    }

    /**
     * Notes what would newly hold of the entity, whatever fact brought it about, and breaks a rule that rests on other
     * streams: for instance that an approval is final.
     *
     * @param before the entity as known now
     * @param after the entity as it would be
     */
    protected void arising(
            History<RecordedFact, S> before, History<RecordedFact, S> after, Evidence evidence, Findings findings) {}

    /** What stands as approved in a state, each under a key of its own. No agent adds to it (rule 22). */
    protected Set<?> approved(S state) {
        return Set.of();
    }

    /**
     * What does not hold in all that is on record of one entity, where no state alone shows that it fails.
     *
     * @param entries in the order in which they are folded
     */
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return List.of();
    }

    /** Whether history invariants ask for facts of a type. A stream that holds none of them is not looked through. */
    protected boolean bindsHistory(Class<?> fact) {
        return true;
    }
}

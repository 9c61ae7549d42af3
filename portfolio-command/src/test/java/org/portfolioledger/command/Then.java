package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.timeline.History;

/** What came of a command. */
public final class Then {

    /** Rules of no family that nothing breaks but against something on record; each life names those of its family. */
    private static final Set<String> OF_ALL_FAMILIES = Set.of(
            "ALREADY_EXISTS",
            "AMOUNTS_NOT_COMPARABLE",
            "ANOTHER_REGISTER",
            "BOARD_NOT_IN_EXISTENCE",
            "INITIATIVE_CLOSED",
            "MEETING_OF_ANOTHER_BOARD",
            "NOT_PRESENT",
            "NO_QUORUM",
            "OUTSIDE_REMIT",
            "OVER_DELEGATED_LIMIT",
            "POST_IS_CLOSED");

    final Command command;
    final String stream;
    final boolean migrating;
    final Decided decided;
    private final List<Finding> refusing;
    private final List<String> unmet;
    final Given.Reading reading;

    /** Position of the last fact before it. */
    private final long head;

    Then(
            Command command,
            String stream,
            boolean migrating,
            Decided decided,
            List<Finding> refusing,
            List<String> unmet,
            Given.Reading reading,
            long head) {
        this.command = command;
        this.stream = stream;
        this.migrating = migrating;
        this.decided = decided;
        this.refusing = refusing;
        this.unmet = unmet;
        this.reading = reading;
        this.head = head;
    }

    /** Recorded as it was asked for. */
    public Then isRecorded() {
        assertThat(refusing).as("refusing findings of %s", command).isEmpty();
        assertThat(decided.facts()).as("facts of %s", command).isNotEmpty();
        return this;
    }

    public Then records(GovernanceFact fact) {
        isRecorded();
        assertThat(fact()).isEqualTo(fact);
        return this;
    }

    /** The first fact that would be recorded; of a correction its replacement is part of it. */
    public GovernanceFact fact() {
        return facts().getFirst().fact();
    }

    /** All facts that would be recorded, with their streams. */
    public List<StreamFact> facts() {
        isRecorded();
        return decided.facts();
    }

    /** Recorded, with exactly these rules unmet. */
    public Then unmet(Rule... rules) {
        isRecorded();
        assertThat(unmet).isEqualTo(names(Arrays.asList(rules)));
        return this;
    }

    /** Recorded, each fact resting on exactly these. */
    public Then restsOn(Long... positions) {
        assertThat(facts()).allSatisfy(fact -> assertThat(fact.restsOn()).containsExactlyInAnyOrder(positions));
        return this;
    }

    /** Recorded, the fact of a number resting on exactly these; −1 is the first of those that are recorded with it. */
    public Then restsOn(int number, Long... positions) {
        assertThat(facts().get(number - 1).restsOn())
                .extracting(position -> History.isRecorded(position) ? position : -number(position))
                .as("what fact %s rests on", number)
                .containsExactlyInAnyOrder(positions);
        return this;
    }

    /** Which of its facts stands at a position, from 1. */
    long number(long unrecorded) {
        return unrecorded - History.FIRST_UNRECORDED + 1;
    }

    /** These streams were read as evidence, and so are guarded. */
    public Then reads(String... names) {
        assertThat(reading.read).containsExactlyInAnyOrder(names);
        return this;
    }

    /** What was recorded can be found by exactly these. */
    public Then isMarked(Mark... marks) {
        assertThat(reading.marks).containsExactlyInAnyOrder(marks);
        return this;
    }

    public void changesNothing() {
        storesNothing();
        assertThat(decided.findings()).isEmpty();
    }

    /** Accepted, and on record already. */
    public void storesNothing() {
        assertThat(refusing).as("refusing findings of %s", command).isEmpty();
        assertThat(decided.facts()).as("facts of %s", command).isEmpty();
    }

    /** The rules that refuse it. */
    public List<Rule> rules() {
        return refusing.stream().map(Finding::rule).distinct().toList();
    }

    public boolean isAccepted() {
        return refusing.isEmpty() && !decided.facts().isEmpty();
    }

    /** Refused for this rule alone, once, in words that help. */
    public Refusal refuses(Rule rule) {
        assertThat(refusing).as("what refuses %s", command).isNotEmpty();
        assertThat(refusing)
                .as("rules that refuse %s", command)
                .extracting(finding -> finding.rule().name())
                .containsOnly(rule.name());
        for (Finding finding : refusing) {
            if (OF_ALL_FAMILIES.contains(rule.name()) || Lives.colliding().contains(rule.name()))
                assertThat(finding.facts())
                        .as("facts with which %s collides", command)
                        .isNotEmpty();
            assertThat(finding.detail()).hasSizeGreaterThan(12).doesNotContain("null", "Grounded", "[]");
            assertThat(finding.facts())
                    .allSatisfy(position -> assertThat(position).isBetween(1L, head));
        }
        return new Refusal(refusing);
    }

    /** Refused for exactly these rules. */
    public void refusesAll(Rule... rules) {
        assertThat(names(refusing.stream().map(Finding::rule).toList())).isEqualTo(names(Arrays.asList(rules)));
    }

    static List<String> names(List<Rule> rules) {
        return rules.stream().map(Rule::name).distinct().sorted().toList();
    }
}

package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/**
 * What is sent in the course of a life.
 *
 * @param how 0 to 5: a command; 6 and 7: it replaces a fact; 8: a retraction
 * @param which of the facts of the stream is corrected, and what the command names
 * @param day after 1 January 2020
 */
record Sent(int how, int kind, int which, int other, int day) {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** Sends everything; what is accepted is recorded, what is refused changes nothing. */
    static Given play(Life<?> life, List<Sent> sequence) {
        Given given = life.beginning();
        for (Sent sent : sequence) {
            List<RecordedFact> before = given.stream(life.stream());
            Then then = sent.to(life, given);
            if (then.isAccepted()) {
                given.and(then);
                assertThat(given.stream(life.stream()).subList(0, before.size()))
                        .isEqualTo(before);
            } else {
                assertThat(given.stream(life.stream())).isEqualTo(before);
            }
        }
        return given;
    }

    private Then to(Life<?> life, Given given) {
        String on = FIRST.plusDays(day).toString();
        GovernanceFact wanted = life.asked(this, on);
        List<RecordedFact> facts = given.stream(life.stream());
        if (how < 6 || facts.isEmpty()) return given.when(wanted);
        // Mostly the last of a line, since only that can be corrected.
        List<Long> corrected = facts.stream()
                .map(RecordedFact::fact)
                .filter(Corrected.class::isInstance)
                .map(fact -> ((Corrected) fact).fact())
                .toList();
        List<RecordedFact> last = facts.stream()
                .filter(recorded -> !corrected.contains(recorded.position()))
                .toList();
        if (how == 8) {
            return given.whenStruck(last.get(which % last.size()).position());
        }
        // The edge makes the replacement of the command that gave the fact.
        List<RecordedFact> alike = last.stream()
                .filter(recorded -> words(facts, recorded).equals(wanted.getClass()))
                .toList();
        if (alike.isEmpty()) return given.when(wanted);
        return given.whenReplaced(alike.get(which % alike.size()).position(), wanted);
    }

    private static Class<?> words(List<RecordedFact> stream, RecordedFact recorded) {
        long place = RecordedStream.of(stream)
                .lineages()
                .lineageOf(recorded.position())
                .getFirst()
                .position();
        return stream.stream()
                .filter(first -> first.position() == place)
                .findFirst()
                .orElseThrow()
                .fact()
                .getClass();
    }
}

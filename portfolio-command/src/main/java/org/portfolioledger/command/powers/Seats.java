package org.portfolioledger.command.powers;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.PostHolding;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.vocabulary.DecisionManner;

/**
 * Who sits on a board on a day.
 *
 * @param areNamed whether its members are on record; if not, nobody can be missing
 * @param sitting ids of the persons who have a seat, also through a post on record that they hold
 * @param ofAnybody number of seats of a post that has no holders on record, each for one who is not named
 */
record Seats(boolean areNamed, Set<String> sitting, int ofAnybody) {

    /** The seats as they are on the day of a decision, which rests on them where they are named. */
    static Seats of(ProposedDecision said, BoardState board, Evidence evidence, Findings powers) {
        var membership = board.membership().value();
        boolean alone =
                said.manner() == DecisionManner.ALONE && !membership.seats().isEmpty();
        boolean named = !membership.members().isEmpty() || alone;
        if (named) powers.rest(board.membership());
        Set<String> sitting = new TreeSet<>();
        int ofAnybody = 0;
        for (Seat seat : membership.seats()) {
            if (seat.person() != null) sitting.add(seat.person());
            else if (seat.heldByPost() == null) ofAnybody++;
            else PostHolding.of(seat.heldByPost(), said.on(), evidence, powers).ifPresent(sitting::add);
        }
        return new Seats(named, sitting, ofAnybody);
    }

    /** How many seats these persons take. */
    int takenBy(Collection<String> persons) {
        Set<String> all = new TreeSet<>(persons);
        if (!areNamed) return all.size();
        long others = all.stream().filter(person -> !sitting.contains(person)).count();
        return all.size() - (int) Math.max(0, others - ofAnybody);
    }

    /** How many can be taken while these persons take none. */
    int withoutThose(Set<String> away) {
        if (!areNamed) return Integer.MAX_VALUE;
        return (int) sitting.stream().filter(person -> !away.contains(person)).count() + ofAnybody;
    }
}

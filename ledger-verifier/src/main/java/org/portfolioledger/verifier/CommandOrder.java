package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows the commands: the facts of one stand next to each other and have one {@code recordedAt}, {@code knownAt} and
 * register; {@code recordedAt} rises from one command to the next; and facts rest only on those of earlier commands and of their
 * own.
 */
final class CommandOrder {

    /** A fact that rests on a later position: it may, if that is of its own command. */
    private record Forward(long position, long restsOn) {}

    private final KeyTable commands = new KeyTable(0);
    private final TextKey command = new TextKey();
    private final List<Forward> forwards = new ArrayList<>();
    private boolean begun;
    private long position;
    private long recordedAt;
    private long knownAt;

    /**
     * @param sameRegister whether this fact has the register of the one before
     * @param otherFactsBetween whether something stands between them that cannot be of the same command
     */
    void fact(FactEntry fact, RestsOnScan restsOn, boolean sameRegister, boolean otherFactsBetween, Report report) {
        if (fact.commandKey(command) && begun) {
            continues(fact, sameRegister, report);
            if (otherFactsBetween)
                report.fault(
                        FaultKind.MISSING,
                        position + 1,
                        "Between the positions " + position + " and " + fact.position()
                                + " of one command the bundle has a hash in place of facts.");
        } else {
            begins(fact, report);
        }
        position = fact.position();
        recordedAt = fact.recordedAt();
        knownAt = fact.knownAt();
        rests(restsOn, report);
    }

    private void begins(FactEntry fact, Report report) {
        endForwards(fact.position(), report);
        if (begun && fact.recordedAt() <= recordedAt)
            report.fault(
                    FaultKind.TIME,
                    fact.position(),
                    "Position " + fact.position() + " was recorded at " + FactEntry.moment(fact.recordedAt())
                            + ", which is not later than the command before it (" + FactEntry.moment(recordedAt)
                            + ").");
        if (commands.add(command) >= 0)
            report.fault(
                    FaultKind.COMMAND,
                    fact.position(),
                    "Position " + fact.position() + " is of a command whose other facts stand elsewhere: "
                            + fact.text(FactEntry.COMMAND) + " of " + fact.text(FactEntry.ACTOR) + ".");
        begun = true;
    }

    private void continues(FactEntry fact, boolean sameRegister, Report report) {
        if (fact.recordedAt() != recordedAt || fact.knownAt() != knownAt)
            report.fault(
                    FaultKind.TIME,
                    fact.position(),
                    "Position " + fact.position() + " has other moments than the fact before it of the same command.");
        if (!sameRegister)
            report.fault(
                    FaultKind.REGISTER,
                    fact.position(),
                    "Position " + fact.position()
                            + " is in another register than the fact before it of the same command.");
    }

    private void rests(RestsOnScan restsOn, Report report) {
        if (restsOn.isMalformed())
            report.fault(
                    FaultKind.MALFORMED_ENTRY,
                    position,
                    "The basis of position " + position + " does not begin with the positions on which it rests.");
        else if (restsOn.restsOnItself())
            report.fault(FaultKind.BASIS, position, "Position " + position + " rests on itself.");
        else if (restsOn.largest() > position) forwards.add(new Forward(position, restsOn.largest()));
    }

    /** Where another command begins, those that rest on it or on what is behind it rest on what was later. */
    private void endForwards(long next, Report report) {
        for (Forward forward : forwards)
            if (forward.restsOn >= next)
                report.fault(
                        FaultKind.BASIS,
                        forward.position,
                        "Position " + forward.position + " rests on position " + forward.restsOn
                                + ", which was recorded later.");
        forwards.clear();
    }

    /** @param size of the tree, beyond which there is nothing to rest on */
    void end(long size, Report report) {
        endForwards(size + 1, report);
    }
}

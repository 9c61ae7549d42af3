package org.portfolioledger.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Judges the signatures of one checkpoint under a policy. Lines of keys that the policy does not name say nothing. */
final class SignatureCheck {

    private final Note note;
    private final LogCheckpoint checkpoint;
    private final Report report;
    /** Keys of which the note has a line that they did not sign: it spoils the note. */
    private final Set<VerifierKey> forgers = new HashSet<>();

    SignatureCheck(Note note, LogCheckpoint checkpoint, Report report) {
        this.note = note;
        this.checkpoint = checkpoint;
        this.report = report;
    }

    /** @param whose the policy, for sentences */
    void under(WitnessPolicy policy, String whose) {
        List<String> logs = new ArrayList<>();
        for (VerifierKey key : policy.logs())
            if (signedAt(key).isPresent() && key.name().equals(checkpoint.origin())) logs.add(key.name());
        Set<String> cosigned = new LinkedHashSet<>();
        List<String> told = new ArrayList<>();
        for (WitnessPolicy.Witness witness : policy.witnesses()) {
            OptionalLong seconds = signedAt(witness.key());
            // Without a moment it does not say that it saw no larger tree.
            if (seconds.orElse(0) == 0) continue;
            cosigned.add(witness.name());
            told.add(witness.key().name() + " at " + moment(seconds.getAsLong()));
        }
        if (logs.isEmpty() && forgers.isEmpty())
            report.fault(
                    FaultKind.SIGNATURE,
                    "The checkpoint of " + checkpoint.origin() + " is not signed by a log of " + whose + ".");
        if (!policy.isQuorum(cosigned))
            report.fault(
                    FaultKind.SIGNATURE,
                    "The quorum of " + whose + " is not reached: the checkpoint is cosigned by "
                            + (told.isEmpty() ? "no witness of the policy" : String.join(", ", told)) + ".");
        else if (!logs.isEmpty() && forgers.isEmpty())
            report.shown("The log " + checkpoint.origin() + " signed the checkpoint"
                    + (told.isEmpty() ? "" : ", and so did the witnesses " + String.join(", ", told))
                    + "; this is enough for " + whose + ".");
        if (LogCheckpoint.hasExtensions(note))
            report.note("The checkpoint has extension lines, which nobody can audit; nothing here rests on them.");
    }

    /** Under the key alone that a bundle has beside its checkpoint. */
    void under(VerifierKey key) {
        boolean signed = signedAt(key).isPresent();
        if (forgers.isEmpty() && !(signed && key.name().equals(checkpoint.origin())))
            report.fault(
                    FaultKind.SIGNATURE,
                    "The public key of the bundle is of " + key.name() + ", which did not sign the checkpoint.");
    }

    /** When a key signed; empty if it did not. A line that passes for the key's and is not spoils the whole note. */
    private OptionalLong signedAt(VerifierKey key) {
        OptionalLong latest = OptionalLong.empty();
        boolean forged = false;
        for (NoteSignature signature : note.signatures()) {
            if (!signature.isOf(key)) continue;
            OptionalLong seconds = key.signedAt(note.text(), checkpoint, signature);
            if (seconds.isEmpty()) forged = true;
            else if (latest.isEmpty() || seconds.getAsLong() > latest.getAsLong()) latest = seconds;
        }
        if (!forged) return latest;
        if (forgers.stream().noneMatch(key::hasMaterialOf))
            report.fault(
                    FaultKind.SIGNATURE,
                    "A signature of the checkpoint passes for one of " + key.name() + " and is forged.");
        forgers.add(key);
        return OptionalLong.empty();
    }

    /** Signatures carry any number of seconds, and most of these are beyond the years of a calendar. */
    private static String moment(long seconds) {
        return seconds > Instant.MAX.getEpochSecond()
                ? "second " + seconds
                : Instant.ofEpochSecond(seconds).toString();
    }
}

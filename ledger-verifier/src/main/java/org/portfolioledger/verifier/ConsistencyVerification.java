package org.portfolioledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verifies that the tree of one checkpoint begins with the tree of an older one. */
final class ConsistencyVerification {

    /** In bytes. */
    static final int LONGEST = 1 << 16;

    private ConsistencyVerification() {}

    static void verify(LogCheckpoint old, LogCheckpoint now, List<NodeHash> path, Report report) {
        if (!old.origin().equals(now.origin()))
            report.fault(
                    FaultKind.CHECKPOINT,
                    "The checkpoints are of two logs: " + old.origin() + " and " + now.origin() + ".");
        if (old.size() > now.size())
            report.fault(
                    FaultKind.CHECKPOINT,
                    "The old checkpoint has " + Printable.count(old.size(), "fact") + " and the new one "
                            + Printable.count(now.size(), "fact") + "; a log never becomes shorter.");
        else if (ConsistencyPath.leads(old.size(), old.root(), now.size(), now.root(), path))
            report.shown("The tree of the new checkpoint, with " + Printable.count(now.size(), "fact")
                    + ", begins with that of the old one, with " + Printable.count(old.size(), "fact") + ".");
        else if (old.size() == now.size() && !old.root().equals(now.root()))
            report.fault(
                    FaultKind.REWRITTEN, "The checkpoints state two roots for one size: the ledger was rewritten.");
        else report.fault(FaultKind.PROOF, "The proof does not lead from the old checkpoint to the new one.");
        report.note("The signatures of the checkpoints were not verified. The command checkpoint does that.");
    }

    /** One hash a line, in base64. */
    static List<NodeHash> path(byte[] bytes) throws Malformed {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) return List.of();
        if (!text.endsWith("\n")) throw new Malformed("its last line does not end in a line feed");
        return TlogProof.hashes(List.of(text.substring(0, text.length() - 1).split("\n", -1)));
    }
}

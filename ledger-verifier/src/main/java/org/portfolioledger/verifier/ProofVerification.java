package org.portfolioledger.verifier;

import java.util.Optional;

/** Verifies that one fact is in the tree of a signed checkpoint. */
final class ProofVerification {

    private ProofVerification() {}

    static void verify(TlogProof proof, FactEntry entry, Optional<WitnessPolicy> policy, Report report)
            throws UnreadableInput {
        LogCheckpoint checkpoint;
        try {
            checkpoint = LogCheckpoint.of(proof.checkpoint());
        } catch (Malformed e) {
            throw new UnreadableInput("The checkpoint of the proof is not a checkpoint: " + e.getMessage() + ".");
        }
        String malformation = entry.malformation();
        if (malformation != null)
            report.fault(FaultKind.MALFORMED_ENTRY, "The entry is malformed: " + malformation + ".");
        else describe(entry, proof, report);

        NodeHash leaf = NodeHash.ofLeaf(entry.toBytes());
        boolean leads = InclusionPath.root(leaf, proof.index(), checkpoint.size(), proof.path())
                .filter(checkpoint.root()::equals)
                .isPresent();
        if (leads) report.shown("The proof leads from the fact to the root of " + checkpoint + ".");
        else report.fault(FaultKind.PROOF, "The proof does not lead from the fact to the root of " + checkpoint + ".");

        if (policy.isPresent())
            new SignatureCheck(proof.checkpoint(), checkpoint, report).under(policy.get(), "your policy");
        else report.undecided("Who signed the checkpoint cannot be decided without a policy. Give one with --policy.");
    }

    private static void describe(FactEntry entry, TlogProof proof, Report report) {
        long position = entry.position();
        if (position - 1 != proof.index())
            report.fault(
                    FaultKind.PROOF,
                    position,
                    "The fact states position " + position + "; the proof is for the leaf of position "
                            + (proof.index() + 1) + ".");
        report.shown("The fact at position " + position + " is " + entry.text(FactEntry.TYPE) + ", revision "
                + entry.revision()
                + ", of the stream " + entry.text(FactEntry.STREAM) + " (sequence " + entry.sequence()
                + ") in the register "
                + entry.text(FactEntry.REGISTER) + ", effective on " + entry.effectiveOn() + ", known at "
                + FactEntry.moment(entry.knownAt()) + ", recorded at " + FactEntry.moment(entry.recordedAt())
                + " by the command " + entry.text(FactEntry.COMMAND) + " of " + entry.text(FactEntry.ACTOR)
                + ", with the id " + entry.eventId() + ".");
    }
}

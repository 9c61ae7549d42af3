package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies an audit bundle: its files, its signatures, its facts and its tree. */
final class BundleVerification {

    private final Report report;
    private final ProgressLine progress;
    private final Optional<WitnessPolicy> ownPolicy;

    /** @param ownPolicy the auditor's, in the place of that of the bundle */
    BundleVerification(Optional<WitnessPolicy> ownPolicy, ProgressLine progress, Report report) {
        this.ownPolicy = ownPolicy;
        this.progress = progress;
        this.report = report;
    }

    /** @param held checkpoints with which the tree must begin */
    void verify(BundleFile bundle, List<HeldCheckpoint> held) throws UnreadableInput {
        FactRules rules = newRules(bundle.manifest());
        checked(bundle, held, rules).ifPresent(checkpoint -> rules.endOfTree(checkpoint.size(), report));
    }

    /**
     * Verifies two bundles as one.
     *
     * @param earlier what the later one continues
     */
    void verify(BundleFile earlier, String earlierName, BundleFile later, List<HeldCheckpoint> held)
            throws UnreadableInput {
        report.in(earlierName);
        FactRules rules = newRules(earlier.manifest());
        Optional<LogCheckpoint> before = checked(earlier, List.of(), rules);
        report.in("");
        List<HeldCheckpoint> all = new ArrayList<>(held);
        before.ifPresent(
                checkpoint -> all.add(new HeldCheckpoint("the checkpoint of the bundle " + earlierName, checkpoint)));
        if (continues(earlier.manifest(), later.manifest())) {
            checked(later, all, rules).ifPresent(checkpoint -> rules.endOfTree(checkpoint.size(), report));
            return;
        }
        before.ifPresent(checkpoint -> rules.endOfTree(checkpoint.size(), report));
        verify(later, all);
    }

    /** If not, the rules can be followed within each alone. */
    private boolean continues(BundleManifest earlier, BundleManifest later) {
        if (!later.scope().isSameAs(earlier.scope()))
            report.undecided(
                    "Whether the sequences of streams and the moments continue those of the earlier bundle cannot be decided:"
                            + " the bundles are of different scopes.");
        else if (later.from() > earlier.to() + 1)
            report.undecided(
                    "Whether the sequences of streams and the moments continue those of the earlier bundle cannot be decided:"
                            + " neither bundle holds the positions " + (earlier.to() + 1) + " to " + (later.from() - 1)
                            + ".");
        else return true;
        return false;
    }

    private static FactRules newRules(BundleManifest manifest) {
        return new FactRules(manifest.from() == 1, manifest.scope());
    }

    private Optional<LogCheckpoint> checked(BundleFile bundle, List<HeldCheckpoint> held, FactRules rules)
            throws UnreadableInput {
        bundle.checkNames(report);
        Optional<LogCheckpoint> own = signedCheckpoint(bundle);
        BundleManifest manifest = bundle.manifest();
        own.ifPresent(checkpoint -> compare(checkpoint, manifest));

        long size = own.map(LogCheckpoint::size).orElse(manifest.size());
        Set<Long> sizes = new HashSet<>(Set.of(size));
        held.forEach(one -> sizes.add(one.checkpoint().size()));
        SeenRoots roots = new SeenRoots(sizes);
        long faults = report.found();
        LogPass pass = new LogPass(manifest, rules, roots, progress, report);
        bundle.read(BundleFile.LOG, report, in -> pass.run(in, size));
        for (String file : bundle.opaqueFiles()) bundle.read(file, report, _ -> {});

        if (pass.facts() != manifest.facts())
            report.fault(
                    FaultKind.MANIFEST,
                    "The log holds " + Printable.count(pass.facts(), "fact") + "; the manifest states "
                            + manifest.facts() + ".");
        if (report.found() == faults) tellWhatHolds(manifest);
        own.ifPresent(checkpoint -> new TreeComparison(pass, roots, report).with(checkpoint, held));
        tellWhatCannotBeSeen(manifest);
        return own;
    }

    private void tellWhatHolds(BundleManifest manifest) {
        report.shown(
                "The bundle is of " + manifest.scope() + ", from position " + manifest.from() + " to " + manifest.to()
                        + ". It holds " + Printable.count(manifest.facts(), "fact")
                        + ": each payload, metadata and basis fits its entry,"
                        + " and positions, sequences, commands, grounds and moments are in order.");
    }

    private void tellWhatCannotBeSeen(BundleManifest manifest) {
        if (!manifest.scope().isEverything())
            report.note(
                    "A bundle of some registers or streams cannot show that it leaves out no stream of its scope, or no facts at the"
                            + " end of a stream. A bundle of the whole ledger can.");
        if (manifest.to() < manifest.size())
            report.note("Of the facts behind position " + manifest.to() + " the bundle has only hashes.");
    }

    private void compare(LogCheckpoint checkpoint, BundleManifest manifest) {
        if (!checkpoint.equals(new LogCheckpoint(manifest.origin(), manifest.size(), manifest.root())))
            report.fault(
                    FaultKind.MANIFEST, "The manifest states another origin, size or root than the checkpoint does.");
    }

    private Optional<LogCheckpoint> signedCheckpoint(BundleFile bundle) throws UnreadableInput {
        byte[] checkpointBytes = bundle.bytes(BundleFile.CHECKPOINT, Note.LONGEST, report);
        byte[] policyBytes = bundle.bytes(BundleFile.POLICY, WitnessPolicy.LONGEST, report);
        byte[] keyBytes = bundle.bytes(BundleFile.PUBLIC_KEY, Note.LONGEST, report);
        Note note;
        LogCheckpoint checkpoint;
        try {
            note = Note.parse(checkpointBytes);
            checkpoint = LogCheckpoint.of(note);
        } catch (Malformed e) {
            report.fault(
                    FaultKind.CHECKPOINT, "The checkpoint of the bundle is not a checkpoint: " + e.getMessage() + ".");
            return Optional.empty();
        }
        SignatureCheck signatures = new SignatureCheck(note, checkpoint, report);
        try {
            if (ownPolicy.isPresent()) signatures.under(ownPolicy.get(), "your policy");
            else signatures.under(WitnessPolicy.parse(policyBytes), "the bundle's policy");
        } catch (Malformed e) {
            report.fault(FaultKind.CHECKPOINT, "The policy of the bundle is not a policy: " + e.getMessage() + ".");
        }
        try {
            signatures.under(publicKey(keyBytes));
        } catch (Malformed e) {
            report.fault(FaultKind.CHECKPOINT, "The public key of the bundle is not a key: " + e.getMessage() + ".");
        }
        if (ownPolicy.isEmpty())
            report.note("The keys are those that the bundle itself brings, which proves nothing about who signed."
                    + " Give a policy of your own with --policy.");
        return Optional.of(checkpoint);
    }

    private static VerifierKey publicKey(byte[] line) throws Malformed {
        String text = Utf8.strictly(line);
        if (!text.endsWith("\n")) throw new Malformed("it does not end in a line feed");
        return VerifierKey.parse(text.substring(0, text.length() - 1));
    }
}

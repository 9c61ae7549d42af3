package org.portfolioledger.verifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verifier as a program; see {@code --help}. */
public final class Main {

    private final CommandLine line;
    private final ProgressLine progress;
    private final Report report;

    private Main(CommandLine line, PrintStream err, Report report) {
        this.line = line;
        this.progress = new ProgressLine(err);
        this.report = report;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, List.of(arguments)).number());
    }

    static ExitCode run(PrintStream out, PrintStream err, List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        if (words.contains(CommandLine.HELP)) {
            out.print(CommandLine.USAGE);
            out.flush();
            return ExitCode.WHOLE;
        }
        boolean json = words.removeIf(CommandLine.JSON::equals);
        Report report = new Report();
        try {
            new Main(CommandLine.parse(words), err, report).verify();
        } catch (UnreadableInput e) {
            return failed(ExitCode.UNREADABLE, e.sentence(), json, out, err);
        } catch (OutOfMemoryError e) {
            return failed(ExitCode.UNDECIDED, "There is not enough memory. Give Java more with -Xmx.", json, out, err);
        } catch (RuntimeException | StackOverflowError e) {
            // Java's own exit code would be that of something wrong.
            return failed(ExitCode.UNDECIDED, "The verifier failed, which decides nothing: " + e + ".", json, out, err);
        }
        report.print(out, json);
        return report.exitCode();
    }

    private static ExitCode failed(ExitCode code, String sentence, boolean json, PrintStream out, PrintStream err) {
        if (json) out.println(Report.jsonResult(code, 0, sentence));
        else err.println(Printable.text(sentence));
        out.flush();
        return code;
    }

    private void verify() throws UnreadableInput {
        switch (line.command()) {
            case "bundle" -> bundle();
            case "proof" -> proof();
            case "checkpoint" -> checkpoint();
            default -> consistency();
        }
    }

    private void bundle() throws UnreadableInput {
        BundleVerification verification = new BundleVerification(policy(), progress, report);
        List<HeldCheckpoint> held = new ArrayList<>();
        if (line.option(CommandLine.CHECKPOINT).isPresent())
            held.add(HeldCheckpoint.read(line.option(CommandLine.CHECKPOINT).get()));
        Optional<String> from = line.option(CommandLine.FROM);
        try (BundleFile bundle = BundleFile.open(file(0))) {
            if (from.isEmpty()) {
                verification.verify(bundle, held);
                return;
            }
            try (BundleFile earlier = BundleFile.open(from.get())) {
                verification.verify(earlier, from.get(), bundle, held);
            }
        }
    }

    private void proof() throws UnreadableInput {
        Optional<String> entry = line.option(CommandLine.ENTRY);
        Optional<String> fact = line.option(CommandLine.FACT);
        if (entry.isPresent() == fact.isPresent())
            throw new UnreadableInput("The command proof needs either --entry or --fact. See --help.");
        TlogProof proof = InputFile.parse(file(0), "a proof", TlogProof.LONGEST, TlogProof::parse);
        FactEntry proven = entry.isPresent()
                ? FactEntry.of(InputFile.bytes(entry.get(), FactEntry.LONGEST))
                : FactSearch.find(fact.get(), progress, report);
        ProofVerification.verify(proof, proven, policy(), report);
    }

    private void checkpoint() throws UnreadableInput {
        WitnessPolicy policy =
                policy().orElseThrow(() -> new UnreadableInput("The command checkpoint needs --policy. See --help."));
        Note note = InputFile.parse(file(0), "a checkpoint", Note.LONGEST, Note::parse);
        LogCheckpoint checkpoint = HeldCheckpoint.read(file(0)).checkpoint();
        report.shown("It is " + checkpoint + " and the root " + checkpoint.root() + ".");
        new SignatureCheck(note, checkpoint, report).under(policy, "your policy");
    }

    private void consistency() throws UnreadableInput {
        ConsistencyVerification.verify(
                HeldCheckpoint.read(file(0)).checkpoint(),
                HeldCheckpoint.read(file(1)).checkpoint(),
                InputFile.parse(
                        file(2),
                        "a proof of consistency",
                        ConsistencyVerification.LONGEST,
                        ConsistencyVerification::path),
                report);
    }

    private Optional<WitnessPolicy> policy() throws UnreadableInput {
        Optional<String> file = line.option(CommandLine.POLICY);
        if (file.isEmpty()) return Optional.empty();
        return Optional.of(InputFile.parse(file.get(), "a policy", WitnessPolicy.LONGEST, WitnessPolicy::parse));
    }

    private String file(int number) {
        return line.files().get(number);
    }
}

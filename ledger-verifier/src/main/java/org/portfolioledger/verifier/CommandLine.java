package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user typed.
 *
 * @param command the first word
 * @param files the words after it that belong to no option
 * @param options by name, with two hyphens
 */
record CommandLine(String command, List<String> files, Map<String, String> options) {

    static final String CHECKPOINT = "--checkpoint";
    static final String POLICY = "--policy";
    static final String FROM = "--from";
    static final String ENTRY = "--entry";
    static final String FACT = "--fact";
    static final String JSON = "--json";
    static final String HELP = "--help";

    static final String USAGE = """
            Verifies the audit bundles, checkpoints and proofs of a Portfolio Ledger.

              java -jar ledger-verifier.jar COMMAND ... [--json]

            Commands:
              bundle FILE [--checkpoint FILE] [--policy FILE] [--from FILE]
                  Verifies an audit bundle.
                  --checkpoint  a checkpoint that you hold: the ledger must begin with it
                  --policy      your own tlog-policy, in place of the one in the bundle, which proves
                                nothing about who signed
                  --from        an earlier bundle, which this one continues: both are verified as one
              proof FILE (--entry FILE | --fact BUNDLE:POSITION) [--policy FILE]
                  Verifies a C2SP tlog-proof for the entry in a file, or for a fact of a bundle.
              checkpoint FILE --policy FILE
                  Verifies the signatures of a checkpoint.
              consistency OLD NEW PROOF
                  Verifies that the ledger of one checkpoint begins with that of an older one. PROOF is a
                  file with one hash a line, in base64.

            Options of every command:
              --json  the same as lines of JSON; the last one is the result
              --help  this text

            Exit codes:
              0  whole: nothing is wrong
              1  wrong: something is altered, missing, or not signed as it must be
              2  unreadable: the command line or a file cannot be read
              3  undecided: nothing is wrong, but something cannot be decided from the files
            """;

    private static final Map<String, Integer> FILES =
            Map.of("bundle", 1, "proof", 1, "checkpoint", 1, "consistency", 3);
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "bundle", Set.of(CHECKPOINT, POLICY, FROM),
            "proof", Set.of(ENTRY, FACT, POLICY),
            "checkpoint", Set.of(POLICY),
            "consistency", Set.of());

    static CommandLine parse(List<String> words) throws UnreadableInput {
        if (words.isEmpty() || !FILES.containsKey(words.getFirst()))
            throw wrong("The command must be bundle, proof, checkpoint or consistency.");
        String command = words.getFirst();
        List<String> files = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                files.add(word);
                continue;
            }
            if (!OPTIONS.getOrDefault(command, Set.of()).contains(word))
                throw wrong("The command " + command + " has no option " + word + ".");
            if (++i == words.size()) throw wrong("The option " + word + " needs a value.");
            if (options.put(word, words.get(i)) != null) throw wrong("The option " + word + " is there twice.");
        }
        int wanted = FILES.getOrDefault(command, 0);
        if (files.size() != wanted)
            throw wrong("The command " + command + " needs " + Printable.count(wanted, "file") + ".");
        return new CommandLine(command, List.copyOf(files), Map.copyOf(options));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private static UnreadableInput wrong(String sentence) {
        return new UnreadableInput(sentence + " See --help.");
    }
}

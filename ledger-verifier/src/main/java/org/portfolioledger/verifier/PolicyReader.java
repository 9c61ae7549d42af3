package org.portfolioledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads C2SP's tlog-policy, line by line. */
final class PolicyReader {

    /** Of logs, of witnesses and of groups. */
    private static final int MOST = 1000;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<WitnessPolicy.Witness> witnesses = new ArrayList<>();
    private final List<WitnessPolicy.Group> groups = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable String quorum;

    WitnessPolicy read(byte[] text) throws Malformed {
        // Names are compared byte for byte: each byte is read as one character.
        String[] lines = new String(text, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                take(lines[i]);
            } catch (Malformed e) {
                throw new Malformed("line " + (i + 1) + " is not a line of a policy: " + e.getMessage());
            }
        }
        if (quorum == null) throw new Malformed("it has no quorum");
        return new WitnessPolicy(logs, witnesses, groups, quorum);
    }

    private void take(String line) throws Malformed {
        require(line.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f), "it has control characters");
        List<String> words = Stream.of(line.split("[ \t]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.getFirst().startsWith("#")) return;
        require(
                Math.max(logs.size(), Math.max(witnesses.size(), groups.size())) < MOST,
                "there are too many before it");
        switch (words.getFirst()) {
            case "log" -> takeLog(words);
            case "witness" -> takeWitness(words);
            case "group" -> takeGroup(words);
            case "quorum" -> takeQuorum(words);
            default -> throw new Malformed("it begins with " + words.getFirst());
        }
    }

    private void takeLog(List<String> words) throws Malformed {
        require(words.size() == 2 || words.size() == 3, "a log has a key and perhaps a URL");
        VerifierKey key = key(words.get(1));
        require(logs.stream().noneMatch(key::hasMaterialOf), "the key is that of an earlier log");
        logs.add(key);
    }

    private void takeWitness(List<String> words) throws Malformed {
        require(words.size() == 3 || words.size() == 4, "a witness has a name, a key and perhaps a URL");
        VerifierKey key = key(words.get(2));
        require(key.type().isTimed(), "a witness has a key for cosignatures");
        // A witness that stood here twice would count twice.
        require(
                witnesses.stream().map(WitnessPolicy.Witness::key).noneMatch(key::hasMaterialOf),
                "the key is that of an earlier witness");
        witnesses.add(new WitnessPolicy.Witness(newName(words.get(1)), key));
    }

    private void takeGroup(List<String> words) throws Malformed {
        require(words.size() >= 4, "a group has a name, a number and members");
        List<String> ofGroup = words.subList(3, words.size());
        for (String member : ofGroup) {
            require(names.contains(member), "no earlier line defines " + member);
            require(members.add(member), member + " is a member already");
        }
        groups.add(new WitnessPolicy.Group(
                newName(words.get(1)), threshold(words.get(2), ofGroup.size()), List.copyOf(ofGroup)));
    }

    private static int threshold(String text, int members) throws Malformed {
        long number = switch (text) {
            case "any" -> 1;
            case "all" -> members;
            default -> Decimal.parse(text);
        };
        require(
                number >= 1 && number <= members,
                "of " + Printable.count(members, "member") + " there cannot be " + text);
        return Math.toIntExact(number);
    }

    private void takeQuorum(List<String> words) throws Malformed {
        require(words.size() == 2, "a quorum has one name");
        require(quorum == null, "there is a quorum already");
        String name = words.get(1);
        require(name.equals(WitnessPolicy.NONE) || names.contains(name), "no earlier line defines " + name);
        quorum = name;
    }

    private VerifierKey key(String text) throws Malformed {
        VerifierKey key = VerifierKey.parse(Utf8.strictly(text.getBytes(StandardCharsets.ISO_8859_1)));
        boolean collides = Stream.concat(logs.stream(), witnesses.stream().map(WitnessPolicy.Witness::key))
                .anyMatch(other ->
                        other.name().equals(key.name()) && other.id() == key.id() && !other.hasMaterialOf(key));
        // Nobody could tell whose signature a line is.
        require(!collides, "another key has the same name and id");
        return key;
    }

    private String newName(String name) throws Malformed {
        require(!name.equals(WitnessPolicy.NONE), "nothing can have the name " + WitnessPolicy.NONE);
        require(names.add(name), "the name is that of an earlier line: " + name);
        return name;
    }

    private static void require(boolean holds, String otherwise) throws Malformed {
        if (!holds) throw new Malformed(otherwise);
    }
}

package org.portfolioledger.ledger.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which logs and which witnesses count, and how many of these a checkpoint needs: C2SP's tlog-policy. */
public final class TrustPolicy {

    private static final String NONE = "none";

    private final List<Log> logs;
    private final Map<String, Witness> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;

    /** @param url where it is to be had; null if the policy does not say */
    public record Log(NoteKey key, @Nullable URI url) {}

    /**
     * @param name by which the policy calls it, and nobody else
     * @param url where it takes checkpoints; null if the policy does not say
     */
    public record Witness(
            String name, NoteKey key, @Nullable URI url) {}

    private record Group(int threshold, List<String> members) {}

    private TrustPolicy(List<Log> logs, Map<String, Witness> witnesses, Map<String, Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.groups = Map.copyOf(groups);
        this.quorum = quorum;
    }

    /** @throws IllegalArgumentException if it is none; the message names the line */
    public static TrustPolicy parse(String text) {
        return new Parser().parse(text);
    }

    public List<Log> logs() {
        return logs;
    }

    /** In the order of the policy. */
    public List<Witness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /**
     * The head that a checkpoint states, if a log of the policy signed it and enough witnesses did.
     *
     * @throws IllegalArgumentException if it is no checkpoint, or if a signature of a known key is forged
     */
    public Optional<TreeHead> accepted(SignedNote checkpoint) {
        TreeHead head = TreeHead.parse(checkpoint.text());
        boolean signed = false;
        for (Log log : logs)
            signed |= log.key().name().equals(head.origin())
                    && TreeHead.signedAt(checkpoint, log.key()).isPresent();
        Set<String> cosigned = new HashSet<>();
        for (Witness witness : witnesses.values())
            if (TreeHead.signedAt(checkpoint, witness.key()).isPresent()) cosigned.add(witness.name());
        return signed && counts(quorum, cosigned) ? Optional.of(head) : Optional.empty();
    }

    private boolean counts(String name, Set<String> cosigned) {
        Group group = groups.get(name);
        if (group == null) return name.equals(NONE) || cosigned.contains(name);
        return group.members().stream()
                        .filter(member -> counts(member, cosigned))
                        .count()
                >= group.threshold();
    }

    private static final class Parser {

        private final List<Log> logs = new ArrayList<>();
        private final Map<String, Witness> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new HashMap<>();
        private final Set<String> members = new HashSet<>();
        private final Set<Object> keys = new HashSet<>();
        private @Nullable String quorum;

        TrustPolicy parse(String text) {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                try {
                    take(line);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + " of the policy: " + e.getMessage(), e);
                }
            }
            if (quorum == null) throw new IllegalArgumentException("a policy names its quorum");
            return new TrustPolicy(logs, witnesses, groups, quorum);
        }

        private void take(String line) {
            if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f))
                throw new IllegalArgumentException("it holds a control character");
            String said = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (said.isEmpty() || said.startsWith("#")) return;
            String[] words = said.split("[ \t]+");
            switch (words[0]) {
                case "log" -> {
                    require(words.length == 2 || words.length == 3, "a log has a key, and may have a URL");
                    logs.add(new Log(key(words[1], false), words.length == 3 ? URI.create(words[2]) : null));
                }
                case "witness" -> {
                    require(
                            words.length == 3 || words.length == 4,
                            "a witness has a name and a key, and may have a URL");
                    named(words[1]);
                    witnesses.put(
                            words[1],
                            new Witness(
                                    words[1], key(words[2], true), words.length == 4 ? URI.create(words[3]) : null));
                }
                case "group" -> {
                    require(words.length >= 4, "a group has a name, a number and members");
                    named(words[1]);
                    groups.put(words[1], group(words[2], Arrays.asList(words).subList(3, words.length)));
                }
                case "quorum" -> {
                    require(words.length == 2 && quorum == null, "a policy names one quorum");
                    require(words[1].equals(NONE) || isKnown(words[1]), "nothing is named " + words[1]);
                    quorum = words[1];
                }
                default -> throw new IllegalArgumentException("no line begins with " + words[0]);
            }
        }

        private Group group(String number, List<String> names) {
            for (String name : names) {
                require(isKnown(name), "nothing is named " + name);
                require(members.add(name), name + " is a member already");
            }
            int threshold = switch (number) {
                case "any" -> 1;
                case "all" -> names.size();
                default -> {
                    require(number.matches("[1-9][0-9]{0,3}"), "not a number of members: " + number);
                    yield Integer.parseInt(number);
                }
            };
            require(threshold <= names.size(), "a group of " + names.size() + " has no " + threshold);
            return new Group(threshold, List.copyOf(names));
        }

        private NoteKey key(String text, boolean ofWitness) {
            NoteKey key = NoteKey.parse(text);
            require(key.kind().isTimed() == ofWitness, "a key of another kind: " + key.kind());
            // Who stands twice in a policy would count twice.
            require(keys.add(key.material()), "the key of another");
            return key;
        }

        private void named(String name) {
            require(!name.equals(NONE) && !isKnown(name), "the name is taken: " + name);
        }

        private boolean isKnown(String name) {
            return witnesses.containsKey(name) || groups.containsKey(name);
        }

        private static void require(boolean fits, String otherwise) {
            if (!fits) throw new IllegalArgumentException(otherwise);
        }
    }
}

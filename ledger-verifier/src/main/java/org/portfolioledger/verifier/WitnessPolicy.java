package org.portfolioledger.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which logs may sign a checkpoint, and which witnesses must: C2SP's tlog-policy.
 *
 * @param groups in their order: each has only members that stand before it
 * @param quorum the witness or group that must have cosigned, or {@link #NONE}
 */
record WitnessPolicy(List<VerifierKey> logs, List<Witness> witnesses, List<Group> groups, String quorum) {

    static final String NONE = "none";

    /** In bytes. */
    static final int LONGEST = 1 << 20;

    /** @param name by which this policy alone calls it */
    record Witness(String name, VerifierKey key) {}

    /** @param threshold how many of its members must have cosigned */
    record Group(String name, int threshold, List<String> members) {}

    WitnessPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    static WitnessPolicy parse(byte[] text) throws Malformed {
        return new PolicyReader().read(text);
    }

    /** Whether these witnesses are enough. */
    boolean isQuorum(Set<String> cosigned) {
        Set<String> reached = new HashSet<>(cosigned);
        reached.add(NONE);
        for (Group group : groups)
            if (group.members().stream().filter(reached::contains).count() >= group.threshold())
                reached.add(group.name());
        return reached.contains(quorum);
    }
}

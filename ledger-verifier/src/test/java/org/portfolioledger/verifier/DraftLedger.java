package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Facts as a ledger records them: of several registers, one of which migrates, in commands of one to four facts. */
final class DraftLedger {

    private static final List<String> REGISTERS = List.of("MPS", "GMPP", "Län 1");

    private final List<DraftFact> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Random random;
    private long recordedAt = 800_000_000_000_000L;
    private long knownByMps = 300_000_000_000_000L;
    private int commands;

    private DraftLedger(Random random) {
        this.random = random;
    }

    static List<DraftFact> of(int size, Random random) {
        DraftLedger ledger = new DraftLedger(random);
        while (ledger.facts.size() < size) ledger.command(Math.min(size - ledger.facts.size(), 1 + random.nextInt(4)));
        return ledger.facts;
    }

    private void command(int size) {
        String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
        recordedAt += 1 + random.nextInt(3_000_000);
        knownByMps += random.nextInt(2) * 1_000_000L;
        long first = facts.size() + 1L;
        commands++;
        for (int i = 0; i < size; i++) {
            DraftFact fact = new DraftFact();
            fact.position = facts.size() + 1L;
            fact.recordedAt = recordedAt;
            fact.knownAt = register.equals("MPS") ? knownByMps : recordedAt;
            fact.register = register;
            fact.stream = register.charAt(0) + "-é-" + random.nextInt(1 + facts.size() / 5);
            fact.sequence = sequences.merge(fact.stream, 0L, (last, _) -> last + 1);
            fact.effectiveOn = random.nextInt(12_000) - 1_000;
            fact.eventId = random.nextLong();
            fact.actor = "actor " + random.nextInt(3);
            if (i > 0) fact.actor = facts.getLast().actor;
            fact.command = "key-" + commands;
            fact.payload = "{\"words\":\"" + "x".repeat(random.nextInt(400)) + "\"}";
            fact.restsOn(grounds(fact.position, first, size));
            facts.add(fact);
        }
    }

    /** Facts of the past, and of the same command. */
    private List<Long> grounds(long position, long first, int size) {
        return LongStream.rangeClosed(1, random.nextInt(3))
                .map(_ -> 1 + random.nextLong(first + size - 1))
                .filter(other -> other != position)
                .distinct()
                .boxed()
                .toList();
    }
}

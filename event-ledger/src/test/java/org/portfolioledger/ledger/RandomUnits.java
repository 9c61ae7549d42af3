package org.portfolioledger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.simulation.ModelLedger;

/** Batches of units that mostly fit what is there, and otherwise break each rule of the append now and then. */
final class RandomUnits {

    private static final Instant STATED = Instant.parse("2011-05-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2900-01-01T00:00:00Z");

    private final Random random;
    private final ModelLedger present;
    private final List<AppendRequest> made = new ArrayList<>();

    RandomUnits(long seed, ModelLedger present) {
        this.random = new Random(seed);
        this.present = present;
    }

    List<CommandKey> keys() {
        return made.stream().map(AppendRequest::command).toList();
    }

    List<AppendRequest> batch() {
        var due = new HashMap<String, Long>();
        var batch = new ArrayList<AppendRequest>();
        for (int n = 0; n <= random.nextInt(6); n++) batch.add(unit(due));
        made.addAll(batch);
        return batch;
    }

    private AppendRequest unit(Map<String, Long> due) {
        if (!made.isEmpty() && happens(8)) return any(made);
        boolean reused = !made.isEmpty() && happens(5);
        CommandKey key =
                reused ? any(made).command() : new CommandKey("actor-" + random.nextInt(2), "k" + random.nextLong());
        int entity = random.nextInt(12);
        String register = "register-" + (happens(1) ? random.nextInt(6) : entity % 6);
        Instant known = known(entity % 6);
        boolean empty = happens(10);
        boolean goesLive = !empty && known == null && happens(entity % 6 > 1 ? 30 : 3);
        return new AppendRequest(
                key,
                reused ? "other" : "f",
                register,
                known,
                goesLive,
                empty ? List.of() : events(entity, due),
                guards(due));
    }

    /** Some registers migrate for a long time, some until they go live soon, some are live from the first. */
    private @Nullable Instant known(int register) {
        if (register > 3 || happens(register > 1 ? 20 : 4)) return null;
        return happens(3) ? FUTURE : STATED.plusSeconds(present.position() + random.nextInt(8) - 2);
    }

    private List<NewEvent> events(int entity, Map<String, Long> due) {
        var events = new ArrayList<NewEvent>();
        for (int n = 0; n <= random.nextInt(3); n++) {
            // Both of the same register.
            String stream = "case-" + (happens(70) ? entity : (entity + 6) % 12);
            long next = due.computeIfAbsent(stream, name -> present.lastSequence(name) + 1);
            boolean isFirstOfUnit =
                    events.stream().noneMatch(event -> event.stream().equals(stream));
            long sequence = isFirstOfUnit && happens(6) ? random.nextInt(5) : next;
            if (!isFirstOfUnit) sequence = following(events, stream);
            due.put(stream, sequence + 1);
            NewEvent event = event(stream, sequence, events.isEmpty() && happens(2));
            events.add(event.restingOn(events.isEmpty() ? facts() : happens(50) ? List.of(-1L) : List.of()));
        }
        return events;
    }

    private static long following(List<NewEvent> events, String stream) {
        return events.stream()
                        .filter(event -> event.stream().equals(stream))
                        .mapToLong(NewEvent::sequence)
                        .max()
                        .orElseThrow()
                + 1;
    }

    private NewEvent event(String stream, long sequence, boolean taken) {
        boolean isTaken = present.position() > 0 && taken;
        UUID id = isTaken
                ? present.at(1 + random.nextLong(present.position()))
                        .orElseThrow()
                        .eventId()
                : new UUID(random.nextLong(), random.nextLong());
        byte[] payload = Units.json("{\"n\": %s}".formatted(random.nextInt(100)));
        return new NewEvent(
                id,
                stream,
                sequence,
                "noted",
                1,
                payload,
                Units.json("{}"),
                LocalDate.of(2026, 4, 1 + random.nextInt(30)));
    }

    private List<Guard> guards(Map<String, Long> due) {
        var guards = new ArrayList<Guard>();
        for (int n = random.nextInt(3); n > 0; n--) {
            String stream = "case-" + random.nextInt(12);
            long last = due.getOrDefault(stream, present.lastSequence(stream) + 1) - 1;
            guards.add(new Guard(stream, happens(20) ? Math.max(Guard.EMPTY, last + random.nextInt(3) - 1) : last));
        }
        return guards;
    }

    /** Now and then one that is not there. */
    private List<Long> facts() {
        long last = present.position();
        if (happens(1)) return List.of(last + 10);
        return last == 0 ? List.of() : List.of(1 + random.nextLong(last), 1 + random.nextLong(last));
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Book.Sending;
import org.portfolioledger.ledger.GroupAppender.Limits;
import org.portfolioledger.ledger.simulation.Machine;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;

/** Clients send commands to nodes that crash, drain and lose their one database; all of it follows from the seed. */
final class AppenderSimulation {

    private static final Instant STATED = Instant.parse("2011-05-01T00:00:00Z");

    private final Simulation simulation;
    private final ModelLedger database = new ModelLedger();
    private final Machine office = new Machine("office");
    private final Weather weather;
    private final Book book;
    private final Limits limits;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<AppendRequest> sent = new ArrayList<>();
    private int incarnations;
    private int clientsAtWork;
    private int keys;

    AppenderSimulation(long seed, @Nullable List<String> trace) {
        simulation = new Simulation(seed, trace);
        weather = new Weather(simulation);
        book = new Book(simulation);
        limits = new Limits(
                1 + any(4), 1 + any(4), Duration.ofMillis(20).plus(simulation.within(Duration.ofSeconds(2))));
    }

    /** Which kinds of answers the clients were given. */
    Set<Class<?>> run() {
        for (int n = 1 + any(3); n > 0; n--) nodes.add(node());
        clientsAtWork = 2 + any(6);
        for (int n = 0; n < clientsAtWork; n++) {
            String stream = "own-" + n;
            int commands = 1 + any(5);
            simulation.start(office, "client " + n, () -> work(stream, commands));
        }
        for (int n = any(3); n > 0; n--) simulation.after(soon(), "crash", this::crash);
        if (simulation.happens(30)) simulation.after(soon(), "drain", this::drain);
        simulation.run(() -> nodes.forEach(SimulatedNode::requireBounded));
        assertThat(clientsAtWork).as("clients who wait for ever").isZero();
        book.requireSound(database);
        return book.kinds();
    }

    private int any(int bound) {
        return simulation.random().nextInt(bound);
    }

    private Duration soon() {
        return simulation.within(simulation.happens(50) ? Duration.ofMillis(60) : Weather.LASTS);
    }

    private SimulatedNode node() {
        return new SimulatedNode("node " + incarnations++, simulation, database, weather, book, limits);
    }

    private void crash() {
        nodes.set(0, node()).crash();
        Collections.rotate(nodes, 1);
    }

    /** As at a new release: the new node takes over what comes from now on, the clients that know the old one are refused. */
    private void drain() {
        SimulatedNode old = nodes.get(0);
        old.drain(simulation.happens(50) ? Duration.ofHours(1) : simulation.within(Duration.ofMillis(100)));
        simulation.after(simulation.within(Duration.ofMillis(100)), "new release", () -> {
            if (nodes.remove(old)) nodes.add(node());
        });
    }

    private void work(String stream, int commands) {
        for (int n = 0; n < commands; n++) {
            if (simulation.happens(20)) sendContinuation(stream);
            else send(command(stream));
            if (simulation.happens(30)) pause(Duration.ofMillis(50));
        }
        clientsAtWork--;
    }

    /** Sends until something is certain, or gives up before. */
    private void send(AppendRequest unit) {
        sent.add(unit);
        while (true) {
            Sending sending = book.sent(unit);
            Object answer = nodes.get(any(nodes.size()))
                    .serve(unit, simulation.happens(5))
                    .join();
            book.told(sending, answer);
            boolean certain = answer instanceof Outcome || answer instanceof InvalidAppend;
            if (certain || simulation.happens(10)) return;
            pause(Duration.ofMillis(200));
        }
    }

    /** Sends once what was decided one upon another; who sends the rest again does it as a new decision. */
    private void sendContinuation(String stream) {
        List<AppendRequest> units = new ArrayList<>();
        long position = database.position();
        long next = database.lastSequence(stream) + 1;
        for (int n = 1 + any(4); n > 0; n--) {
            List<Guard> basis =
                    units.isEmpty() || simulation.happens(50) ? List.of() : List.of(new Guard(stream, next - 1));
            List<NewEvent> events = new ArrayList<>();
            if (basis.isEmpty() || simulation.happens(80)) {
                events.add(event(stream, next++, false).restingOn(basis.isEmpty() ? List.of() : List.of(position)));
                position++;
            }
            units.add(request(new CommandKey("a.clerk", "k" + keys++), "f", stream, "MPS", events, basis));
        }
        Continuation continuation = new Continuation(database.position(), units);
        // Those behind it cannot be sent alone: what is refused without the first may be appended with it.
        sent.add(units.getFirst());
        List<Sending> sendings = units.stream().map(book::sent).toList();
        Object answer = nodes.get(any(nodes.size()))
                .serve(continuation, simulation.happens(5))
                .join();
        if (!(answer instanceof List<?> outcomes)) {
            sendings.forEach(sending -> book.told(sending, answer));
            return;
        }
        for (int n = 0; n < outcomes.size(); n++) book.told(sendings.get(n), outcomes.get(n));
    }

    private void pause(Duration longest) {
        try {
            simulation.sleep(simulation.within(longest));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Mostly sound, on what the client read a moment ago; now and then a repetition, or what the database must refuse. */
    private AppendRequest command(String own) {
        if (!sent.isEmpty() && simulation.happens(10)) return sent.get(any(sent.size()));
        if (!sent.isEmpty() && simulation.happens(5))
            return unit(sent.get(any(sent.size())).command(), "other " + keys++, own);
        return unit(new CommandKey("a.clerk", "k" + keys++), "f", own);
    }

    private AppendRequest unit(CommandKey key, String fingerprint, String own) {
        String stream = simulation.happens(60) ? own : "shared-" + any(2);
        long next = database.lastSequence(stream) + 1;
        var events = new ArrayList<NewEvent>();
        for (int n = simulation.happens(10) ? 0 : 1 + any(3); n > 0; n--)
            events.add(event(stream, next + events.size(), events.isEmpty() && simulation.happens(3)));
        String guarded = "shared-" + any(2);
        List<Guard> basis =
                simulation.happens(30) ? List.of(new Guard(guarded, database.lastSequence(guarded))) : List.of();
        return request(key, fingerprint, stream, simulation.happens(3) ? "ELSEWHERE" : "MPS", events, basis);
    }

    private AppendRequest request(
            CommandKey key, String fingerprint, String stream, String live, List<NewEvent> events, List<Guard> basis) {
        boolean migrates = stream.equals("own-0");
        Instant known = migrates ? STATED.plusSeconds(any(5)) : null;
        return new AppendRequest(key, fingerprint, migrates ? "GMPP" : live, known, events, basis);
    }

    private NewEvent event(String stream, long sequence, boolean taken) {
        var id = taken && database.position() > 0
                ? database.at(1).orElseThrow().eventId()
                : new UUID(simulation.random().nextLong(), simulation.random().nextLong());
        return new NewEvent(id, stream, sequence, "noted", 1, new byte[0], new byte[0], LocalDate.of(2026, 4, 1));
    }
}

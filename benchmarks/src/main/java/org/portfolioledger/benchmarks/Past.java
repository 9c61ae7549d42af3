package org.portfolioledger.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.EventCodec.Encoded;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/** What initiatives went through before a measurement, appended without being decided upon. */
final class Past {

    private static final int BATCH = 128;

    private Past() {}

    /** The first ratings of one initiative. */
    static void rate(Ledger ledger, String initiative, int many) {
        append(ledger, IntStream.range(0, many).mapToObj(number -> rated(initiative, number)));
    }

    /** Further ratings of many initiatives, one of each after the other. */
    static void rateAll(Ledger ledger, int initiatives, int from, int to) {
        append(
                ledger,
                IntStream.range(from, to)
                        .boxed()
                        .flatMap(number -> IntStream.range(0, initiatives)
                                .mapToObj(initiative -> rated(Office.initiative(initiative), number))));
    }

    /** Names of an initiative after that with which it was opened. */
    static void rename(Ledger ledger, String initiative, int many) {
        append(
                ledger,
                IntStream.range(0, many)
                        .mapToObj(number -> new Stated(
                                "initiative-" + initiative,
                                number + 1L,
                                new InitiativeRenamed(
                                        initiative,
                                        "Homes " + number,
                                        null,
                                        Provenance.on(CommandBenchmark.day(number))),
                                List.of(),
                                List.of())));
    }

    /** Further ratings of some initiatives, month by month, each on the grounds that a command names. */
    static void rateMonthly(Ledger ledger, List<String> initiatives, LocalDate first, int from, int to) {
        StoredEvent scheme = ledger.stream("portfolio-PF", 0).stream()
                .filter(fact -> fact.type().equals("rating-scheme-defined"))
                .findFirst()
                .orElseThrow();
        Guard rated = new Guard(scheme.stream(), ledger.lastSequence(scheme.stream()));
        append(
                ledger,
                IntStream.range(from, to)
                        .boxed()
                        .flatMap(month -> initiatives.stream()
                                .map(initiative -> rated(
                                        initiative,
                                        month,
                                        first.plusMonths(month),
                                        List.of(new Guard("initiative-" + initiative, 0), rated),
                                        List.of(scheme.position())))));
    }

    private record Stated(String stream, long sequence, GovernanceFact fact, List<Guard> guards, List<Long> restsOn) {}

    private static Stated rated(String initiative, int number) {
        return rated(initiative, number, CommandBenchmark.day(number), List.of(), List.of());
    }

    private static Stated rated(String initiative, int number, LocalDate day, List<Guard> guards, List<Long> restsOn) {
        return new Stated(
                "rag-" + initiative,
                number,
                new RagAssessed(
                        initiative,
                        Office.SCHEME,
                        1,
                        "RISKS_AND_MITIGATION",
                        number % 2 == 0 ? RagRating.GREEN : RagRating.RED,
                        Assessor.PORTFOLIO_OFFICE,
                        Payload.RATIONALE,
                        null,
                        Provenance.on(day)),
                guards,
                restsOn);
    }

    private static void append(Ledger ledger, Stream<Stated> facts) {
        FactReader reader = new FactReader();
        List<AppendRequest> batch = new ArrayList<>();
        facts.forEach(fact -> {
            batch.add(request(reader, fact));
            if (batch.size() == BATCH) append(ledger, batch);
        });
        if (!batch.isEmpty()) append(ledger, batch);
    }

    private static void append(Ledger ledger, List<AppendRequest> batch) {
        if (!ledger.append(batch).stream().allMatch(Outcome.Appended.class::isInstance))
            throw new IllegalStateException("a fact was not appended");
        batch.clear();
    }

    private static AppendRequest request(FactReader reader, Stated stated) {
        Encoded encoded = reader.encode(stated.fact());
        NewEvent event = new NewEvent(
                UUID.randomUUID(),
                stated.stream(),
                stated.sequence(),
                encoded.type(),
                encoded.revision(),
                encoded.payload(),
                Payload.METADATA,
                stated.fact().provenance().effectiveOn(),
                stated.restsOn());
        return new AppendRequest(
                new CommandKey("p-office", UUID.randomUUID().toString()),
                "f",
                Office.REGISTER,
                null,
                List.of(event),
                stated.guards());
    }
}

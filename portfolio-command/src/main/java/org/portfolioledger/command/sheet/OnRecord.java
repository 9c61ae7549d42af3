package org.portfolioledger.command.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is on record when an import of a spreadsheet begins: the initiatives of its register, and what was imported with its
 * mapping before.
 *
 * @param statements of imports for the same day or an earlier one, but for this import
 */
record OnRecord(Roster roster, Statements statements) {

    private static final int PAGE = 5_000;
    private static final JsonMapper JSON = FactSerializer.mapper();

    static OnRecord read(MappingInUse mapping, ImportKeys keys, Ledger ledger, FactReader reader) {
        Map<String, List<RecordedFact>> streams = new LinkedHashMap<>();
        List<Stated> stated = new ArrayList<>();
        Set<Long> own = new HashSet<>();
        Map<String, String> aspects = mapping.version().commands().stream()
                .collect(Collectors.toMap(command -> ImportKeys.step(command.step()), OnRecord::aspect));
        Set<String> ofAbsent = mapping.version().commands().stream()
                .filter(command -> List.of(RowStatus.ABSENT).equals(command.when()))
                .map(command -> ImportKeys.step(command.step()))
                .collect(Collectors.toSet());
        Set<String> left = new HashSet<>();
        String initiatives = Kinds.INITIATIVE.stream("");
        String ofMapping = ImportKeys.ofMapping(mapping.id());
        long position = 0;
        List<StoredEvent> page;
        do {
            page = ledger.ofRegister(mapping.register(), initiatives, ofMapping, position, PAGE);
            for (StoredEvent event : page) {
                position = event.position();
                String key = event.command().key();
                if (event.stream().startsWith(initiatives))
                    streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                            .add(reader.read(event));
                if (key != null && key.startsWith(keys.beginning())) {
                    own.add(position);
                    ImportKeys.read(mapping.id(), key)
                            .filter(said -> ofAbsent.contains(said.step()))
                            .ifPresent(said -> left.add(said.subject()));
                } else stated(mapping.id(), keys, aspects, event).ifPresent(stated::add);
            }
        } while (page.size() == PAGE);
        return new OnRecord(roster(mapping, keys, streams, own, left), statements(stated));
    }

    static String aspect(MappedCommand command) {
        return command.aspect() == null ? command.step() : command.aspect();
    }

    /** What was imported of an aspect. */
    private record Stated(ImportKeys.Said said, String aspect, StoredEvent fact) {}

    private static Optional<Stated> stated(
            String mapping, ImportKeys keys, Map<String, String> aspects, StoredEvent event) {
        return ImportKeys.read(mapping, event.command().key())
                .filter(said -> !said.snapshot().isAfter(keys.snapshot()) && aspects.containsKey(said.step()))
                .map(said -> new Stated(said, aspects.getOrDefault(said.step(), said.step()), event));
    }

    /** Later days come after earlier ones, whenever they were recorded. */
    private static Statements statements(List<Stated> stated) {
        Statements statements = new Statements();
        stated.sort(Comparator.<Stated, LocalDate>comparing(one -> one.said().snapshot())
                .thenComparingLong(one -> one.fact().position()));
        for (Stated one : stated)
            statements.put(
                    one.said().subject(), one.aspect(), JSON.readTree(one.fact().payload()));
        return statements;
    }

    private static Roster roster(
            MappingInUse mapping,
            ImportKeys keys,
            Map<String, List<RecordedFact>> streams,
            Set<Long> own,
            Set<String> left) {
        Map<String, InitiativeState> states = new HashMap<>();
        Set<String> taken = new HashSet<>();
        streams.forEach((stream, facts) -> {
            String id = Kinds.INITIATIVE.idIn(stream);
            taken.add(id);
            Kinds.INITIATIVE
                    .history(RecordedStream.of(facts))
                    .timeline()
                    .on(keys.snapshot())
                    .ifPresent(state -> states.put(id.toLowerCase(Locale.ROOT), state));
        });
        RowRecognition recognition = mapping.version().recognition();
        return new Roster(
                mapping.version().portfolio(),
                recognition == null ? null : recognition.scheme(),
                states,
                taken,
                own,
                left);
    }
}

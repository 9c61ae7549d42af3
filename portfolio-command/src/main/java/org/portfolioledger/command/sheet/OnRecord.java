package org.portfolioledger.command.sheet;

import java.util.ArrayList;
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
        Map<String, Stated> last = new HashMap<>();
        Set<Long> own = new HashSet<>();
        Set<String> left = new HashSet<>();
        List<MappedCommand> commands = mapping.version().commands();
        Map<String, String> aspects = comparedAspects(commands);
        Set<String> ofAbsent = commands.stream()
                .filter(command -> List.of(RowStatus.ABSENT).equals(command.when()))
                .map(command -> ImportKeys.step(command.step()))
                .collect(Collectors.toSet());
        String initiatives = Kinds.INITIATIVE.stream("");
        // Whoever compares nothing with what was imported before need not read it.
        String imported = aspects.isEmpty() && ofAbsent.isEmpty() ? null : ImportKeys.ofMapping(mapping.id());
        long position = 0;
        List<StoredEvent> page;
        do {
            page = ledger.ofRegister(mapping.register(), initiatives, imported, position, PAGE);
            for (StoredEvent event : page) {
                position = event.position();
                String key = event.command().key();
                boolean isOwn = key != null && key.startsWith(keys.beginning());
                if (event.stream().startsWith(initiatives)) {
                    streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                            .add(reader.read(event));
                    if (isOwn) own.add(position);
                }
                if (isOwn)
                    ImportKeys.read(mapping.id(), key)
                            .filter(said -> ofAbsent.contains(said.step()))
                            .ifPresent(said -> left.add(said.subject()));
                else
                    stated(mapping.id(), keys, aspects, event)
                            .ifPresent(stated -> last.merge(stated.ofWhat(), stated, Stated::later));
            }
        } while (page.size() == PAGE);
        Statements statements = new Statements();
        last.values().forEach(one -> statements.put(one.said().subject(), one.aspect(), JSON.readTree(one.payload())));
        return new OnRecord(roster(mapping, keys, streams, own, left), statements);
    }

    static String aspect(MappedCommand command) {
        return command.aspect() == null ? command.step() : command.aspect();
    }

    /** By the step in a key the aspects of which some command asks whether, or what, was stated before. */
    private static Map<String, String> comparedAspects(List<MappedCommand> commands) {
        Set<String> compared = commands.stream()
                .filter(command -> command.turn() != null
                        || (command.changed() != null && !command.changed().isEmpty()))
                .map(OnRecord::aspect)
                .collect(Collectors.toSet());
        return commands.stream()
                .filter(command -> compared.contains(aspect(command)))
                .collect(Collectors.toMap(command -> ImportKeys.step(command.step()), OnRecord::aspect));
    }

    /** What was imported of an aspect. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stated(ImportKeys.Said said, String aspect, long position, byte[] payload) {

        String ofWhat() {
            return said.subject() + "\n" + aspect;
        }

        /** A later day comes after an earlier one, whenever it was recorded. */
        Stated later(Stated other) {
            int day = said.snapshot().compareTo(other.said.snapshot());
            return day > 0 || (day == 0 && position > other.position) ? this : other;
        }
    }

    private static Optional<Stated> stated(
            String mapping, ImportKeys keys, Map<String, String> aspects, StoredEvent event) {
        return ImportKeys.read(mapping, event.command().key()).flatMap(said -> {
            String aspect = aspects.get(said.step());
            return aspect == null || said.snapshot().isAfter(keys.snapshot())
                    ? Optional.empty()
                    : Optional.of(new Stated(said, aspect, event.position(), event.payload()));
        });
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

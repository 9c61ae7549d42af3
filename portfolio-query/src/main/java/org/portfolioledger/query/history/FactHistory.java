package org.portfolioledger.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.answer.Difference;
import org.portfolioledger.query.answer.Difference.Held;
import org.portfolioledger.query.row.Corrections;
import org.portfolioledger.query.row.Corrections.Correction;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the facts of some streams in the order in which they came, each with the difference that it made. */
final class FactHistory {

    private final FactDecoder reading = new FactDecoder();
    private final Map<String, List<RecordedFact>> streams = new HashMap<>();
    private final Map<String, List<Held>> held = new HashMap<>();
    /** Streams of which a fact could not be folded: from it on they are only told. */
    private final Set<String> unfolded = new HashSet<>();

    private final Map<Long, ObjectNode> pages = new LinkedHashMap<>();

    private FactHistory() {}

    /** The facts, which must be all of their streams up to a point, by position. */
    static List<ObjectNode> of(List<StoredEvent> facts) {
        FactHistory told = new FactHistory();
        facts.forEach(told::tell);
        told.streams.values().forEach(told::tellCorrections);
        return List.copyOf(told.pages.values());
    }

    private void tell(StoredEvent fact) {
        ObjectNode page = FactView.of(fact);
        pages.put(fact.position(), page);
        if (unfolded.contains(fact.stream())) return;
        try {
            page.set("difference", difference(fact));
        } catch (RuntimeException | StackOverflowError e) {
            unfolded.add(fact.stream());
            page.put("unfolded", FailureReason.of(e));
        }
    }

    private JsonNode difference(StoredEvent fact) {
        List<RecordedFact> stream = new ArrayList<>(streams.getOrDefault(fact.stream(), List.of()));
        stream.add(reading.recorded(fact));
        List<Held> before = held.getOrDefault(fact.stream(), List.of());
        List<Held> after =
                Kinds.ofStream(fact.stream()).map(kind -> fold(kind, stream)).orElse(List.of());
        JsonNode difference = Difference.between(before, after);
        streams.put(fact.stream(), stream);
        held.put(fact.stream(), after);
        return difference;
    }

    private void tellCorrections(List<RecordedFact> stream) {
        for (Correction correction : Corrections.in(stream)) {
            ObjectNode page = pages.get(correction.fact());
            if (page != null) page.set("corrected", FactView.json(correction));
        }
    }

    private static <S> List<Held> fold(Kind<?, S> kind, List<RecordedFact> stream) {
        return kind.history(stream).timeline().segments().stream()
                .map(segment -> new Held(segment.from(), segment.to(), FactView.json(segment.state())))
                .toList();
    }
}

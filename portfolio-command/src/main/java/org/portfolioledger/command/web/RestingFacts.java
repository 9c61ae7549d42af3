package org.portfolioledger.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.Entry;

/** Finds what rests on a correction's target, so that whoever corrects sees at once what that touches. */
final class RestingFacts {

    /** Most that an answer lists; {@code GET /facts/{position}} lists all. */
    private static final int MOST = 1000;

    private final LedgerReader ledger;
    private final FactReader reader;

    RestingFacts(LedgerReader ledger, FactReader reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    /** The receipt; of a correction with what rested on its targets when it was recorded, which never changes. */
    Receipt added(Receipt receipt, List<GovernanceFact> facts) {
        SortedSet<Long> resting = new TreeSet<>();
        boolean corrects = false;
        for (int i = 0; i < facts.size(); i++) {
            if (!(facts.get(i) instanceof Corrected corrected)) continue;
            corrects = true;
            resting.addAll(on(
                    receipt.facts().get(i).stream(),
                    corrected.fact(),
                    receipt.facts().getFirst().position() - 1));
        }
        return corrects ? receipt.restingOnIt(resting.stream().limit(MOST).toList()) : receipt;
    }

    private List<Long> on(String stream, long corrected, long last) {
        RecordedStream recorded = reader.read(ledger.stream(stream));
        List<Long> lineage = recorded.lineages().lineageOf(corrected).stream()
                .map(Entry::position)
                .filter(position -> position <= last)
                .toList();
        boolean opens = Decider.words(recorded, corrected) instanceof Opening;
        List<Long> resting = new ArrayList<>();
        for (StoredEvent event : ledger.resting(stream, lineage.getFirst() + 1, last, MOST)) {
            boolean rests = reader.read(event).restsOn().stream().anyMatch(lineage::contains);
            if (rests || (opens && !event.stream().equals(stream))) resting.add(event.position());
        }
        return resting;
    }
}

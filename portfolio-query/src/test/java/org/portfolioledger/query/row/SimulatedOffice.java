package org.portfolioledger.query.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;
import org.portfolioledger.query.row.Life.Told;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.Provenance;

/** Records lives in units of one to three facts, of any date, corrected and corrected again; some facts are indigestible. */
final class SimulatedOffice {

    /** What indigestible states contain. */
    static final String POISON = "66600";

    private static final FactSerializer WIRE = new FactSerializer();
    private static final LocalDate BEGIN = LocalDate.of(2011, 6, 1);

    private final Simulation simulation;
    private final ModelLedger ledger;
    private final List<Life> lives;
    private final Map<Life, List<Told>> told = new HashMap<>();
    private final Set<String> poisoned = new HashSet<>();
    private int numbers;

    SimulatedOffice(Simulation simulation, ModelLedger ledger) {
        this.simulation = simulation;
        this.ledger = ledger;
        List<Life> some = new ArrayList<>(Life.ALL);
        Collections.shuffle(some, simulation.random());
        lives = some.subList(0, 1 + any(4));
    }

    private record Draft(Life life, Life.Fact said, GovernanceFact fact, boolean opens) {}

    /** The streams that hold something indigestible. */
    Set<String> poisoned() {
        return poisoned;
    }

    void command() {
        List<Draft> drafts = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        for (int n = simulation.happens(60) ? 1 : 2 + any(2); n > 0; n--) {
            Life life = lives.get(any(lives.size()));
            boolean begins = !told.containsKey(life)
                    && drafts.stream().noneMatch(draft -> draft.life().equals(life));
            Draft draft = begins ? beginning(life) : going(life);
            long before =
                    drafts.stream().filter(other -> other.life().equals(life)).count();
            events.add(event(draft, ledger.lastSequence(life.stream()) + 1 + before));
            drafts.add(draft);
        }
        long first = append(events).first();
        for (Draft draft : drafts) {
            told.computeIfAbsent(draft.life(), _ -> new ArrayList<>())
                    .add(new Told(first++, draft.said(), draft.opens()));
            if (draft.fact().toString().contains(POISON)) poisoned.add(draft.life().stream());
        }
    }

    private Draft beginning(Life life) {
        return new Draft(life, life.beginning(), life.beginning().of(0, day()), true);
    }

    private Draft going(Life life) {
        List<Told> before = told.getOrDefault(life, List.of());
        if (before.isEmpty() || simulation.happens(60))
            return new Draft(life, life.going(), life.going().of(number(), day()), false);
        Told wrong = before.get(any(before.size()));
        boolean retracted = !wrong.opens() && simulation.happens(50);
        GovernanceFact instead = retracted ? null : wrong.fact().of(number(), day());
        return new Draft(life, wrong.fact(), corrected(wrong.position(), instead), wrong.opens());
    }

    private static GovernanceFact corrected(long fact, @Nullable GovernanceFact instead) {
        Provenance provenance = Provenance.on(LocalDate.of(2015, 1, 1));
        return new Corrected(fact, "mended", instead == null ? null : 1, instead, provenance);
    }

    private int number() {
        return ++numbers + (simulation.happens(5) ? 6_660_000 : 0);
    }

    private String day() {
        return BEGIN.plusDays(any(20) - 5).toString();
    }

    private int any(int bound) {
        return simulation.random().nextInt(bound);
    }

    private NewEvent event(Draft draft, long sequence) {
        FactType type = FactType.of(draft.fact().getClass());
        return new NewEvent(
                new UUID(simulation.random().nextLong(), simulation.random().nextLong()),
                draft.life().stream(),
                sequence,
                type.typeName(),
                type.revision(),
                WIRE.write(draft.fact()),
                new byte[] {'{', '}'},
                draft.fact().provenance().effectiveOn());
    }

    private Appended append(List<NewEvent> events) {
        CommandKey key = new CommandKey("a.clerk", "k" + ++numbers);
        AppendRequest unit = new AppendRequest(key, "f", "MPS", null, events, List.of());
        return (Appended) ledger.append(List.of(unit), simulation.now()).getFirst();
    }
}

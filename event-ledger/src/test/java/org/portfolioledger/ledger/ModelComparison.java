package org.portfolioledger.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.simulation.ModelLedger;

/** Hands the same batches to the model and to the database; what they answer and keep differs in their clocks alone. */
final class ModelComparison {

    private final Ledger ledger;
    private final ModelLedger model = new ModelLedger();
    private final RandomUnits units;
    private final Set<Class<?>> answers = new HashSet<>();
    private final Map<Instant, String> ledgersMoments = new HashMap<>();
    private final Map<Instant, String> modelsMoments = new HashMap<>();

    ModelComparison(long seed, Ledger ledger) {
        this.ledger = ledger;
        this.units = new RandomUnits(seed, model);
    }

    /** Which kinds of answers there were. */
    Set<Class<?>> run(int batches) {
        for (int n = 0; n < batches; n++) {
            List<AppendRequest> batch = units.batch();
            List<?> expected = told(() -> ledger.append(batch));
            List<?> answered = told(() -> model.append(batch, Instant.now()));
            assertThat(texts(answered, modelsMoments)).as("batch %d", n).isEqualTo(texts(expected, ledgersMoments));
            expected.forEach(each -> answers.add(each instanceof Class<?> failure ? failure : each.getClass()));
        }
        assertThat(facts(model.after(0, Integer.MAX_VALUE), modelsMoments))
                .isEqualTo(facts(ledger.after(0, Integer.MAX_VALUE), ledgersMoments));
        assertThat(registers(model.registers(), modelsMoments))
                .isEqualTo(registers(ledger.registers(), ledgersMoments));
        units.keys().forEach(key -> assertThat(model.command(key)).isEqualTo(ledger.command(key)));
        return answers;
    }

    private static List<?> told(Supplier<List<Outcome>> call) {
        try {
            return call.get();
        } catch (InvalidAppend e) {
            return List.of(e.getClass());
        }
    }

    private static List<String> texts(List<?> told, Map<Instant, String> moments) {
        var texts = new ArrayList<String>();
        for (Object each : told) {
            if (each instanceof Appended appended) moments.put(appended.recordedAt(), "recorded " + appended.first());
            texts.add(
                    switch (each) {
                        case Appended(long first, long last, Instant recordedAt, Instant knownAt) ->
                            first + " to " + last + say(recordedAt, moments) + say(knownAt, moments);
                        case KnownAtRefused(var reason, var last) -> reason + say(last, moments);
                        default -> each.toString();
                    });
        }
        return texts;
    }

    private static List<String> facts(List<StoredEvent> facts, Map<Instant, String> moments) {
        return facts.stream()
                .map(fact -> "%s %s %s %s %s %s %s %s %s %s %s %s %s %s"
                        .formatted(
                                fact.position(),
                                fact.eventId(),
                                fact.register(),
                                fact.stream(),
                                fact.sequence(),
                                fact.type(),
                                fact.revision(),
                                new String(fact.payload(), UTF_8),
                                new String(fact.metadata(), UTF_8),
                                fact.effectiveOn(),
                                say(fact.knownAt(), moments),
                                say(fact.recordedAt(), moments),
                                fact.command(),
                                new String(fact.basis(), UTF_8)))
                .toList();
    }

    private static List<String> registers(List<RegisterProgress> registers, Map<Instant, String> moments) {
        return registers.stream()
                .map(register -> "%s %s %s %s"
                        .formatted(
                                register.name(),
                                say(register.lastKnownAt(), moments),
                                register.lastPosition(),
                                register.livePosition()))
                .toList();
    }

    /** A moment of the clock by what was recorded then, a stated one as it is. */
    private static String say(@Nullable Instant moment, Map<Instant, String> moments) {
        return moment == null ? " never" : " " + moments.getOrDefault(moment, moment.toString());
    }
}

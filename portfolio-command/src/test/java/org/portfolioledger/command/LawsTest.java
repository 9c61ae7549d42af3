package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;

/**
 * Laws of deciding: whatever is sent, in whatever order and for whatever dates, corrections and corrections of corrections
 * included, what is accepted leaves no segment that breaks an invariant.
 */
@AddLifecycleHook(SuiteSize.class)
class LawsTest {

    @Example
    void every_family_has_a_life() {
        assertThat(Lives.ALL.stream().map(life -> life.kind().name()))
                .containsExactlyInAnyOrderElementsOf(Families.ALL.stream()
                        .map(family -> family.kind().name())
                        .toList());
    }

    @Property(tries = 1_800, edgeCases = EdgeCasesMode.NONE)
    void whatever_is_accepted_in_any_life_keeps_the_law(
            @ForAll("lives") Life<?> life, @ForAll("sequences") List<Sent> sequence) {
        Given given = Sent.play(life, sequence);
        keepsTheLaw(given, life.kind(), life.id());
        life.keepsLaw(given);
    }

    @Provide
    Arbitrary<Life<?>> lives() {
        return Arbitraries.of(Lives.ALL);
    }

    @Provide
    Arbitrary<List<Sent>> sequences() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 8);
        return Combinators.combine(
                        small, small, small, small, Arbitraries.integers().between(-3, 8))
                .as(Sent::new)
                .list()
                .ofMaxSize(14);
    }

    private static <S> void keepsTheLaw(Given given, Kind<?, S> kind, String id) {
        History<RecordedFact, S> history = given.history(kind, id);
        Family<?, ?, ?> family = Families.ofStream(kind.stream(id));
        for (Segment<S> segment : history.timeline().segments()) {
            assertThat(invariants(family, segment.state()))
                    .as("segment from %s", segment.from())
                    .isEmpty();
        }
        assertThat(family.historyInvariants(Kind.counting(history))).isEmpty();
        assertThat(openings(history)).isLessThanOrEqualTo(1);
        decidingAndAFoldFromScratchAgree(given, kind, id, history);
    }

    @SuppressWarnings("unchecked")
    private static <S> List<Finding> invariants(Family<?, ?, S> family, Object state) {
        return family.invariants((S) state);
    }

    private static <S> long openings(History<RecordedFact, S> history) {
        return history.entries().stream()
                .filter(entry -> Kind.opens(entry.content()))
                .count();
    }

    /** What deciding sees is the prefix of each fact; folding the same prefix again, by position, tells the same. */
    private static <S> void decidingAndAFoldFromScratchAgree(
            Given given, Kind<?, S> kind, String id, History<RecordedFact, S> history) {
        List<RecordedFact> stream = given.stream(kind.stream(id));
        History<RecordedFact, S> told = kind.history(RecordedStream.EMPTY);
        for (EffectiveEntry<RecordedFact> entry : shuffled(history.entries())) told = told.with(entry);
        assertThat(told.timeline()).isEqualTo(history.timeline());
        for (int length = 1; length <= stream.size(); length++) {
            List<RecordedFact> prefix = stream.subList(0, length);
            assertThat(kind.history(RecordedStream.of(stream), prefix.getLast().position())
                            .timeline())
                    .isEqualTo(kind.history(RecordedStream.of(prefix)).timeline());
        }
    }

    private static <T> List<T> shuffled(List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }
}

package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Closable;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.vocabulary.Holder;

/** What the laws of several families are told with. */
final class OwnLaws {

    private OwnLaws() {}

    static @Nullable String owner(@Nullable Holder owner) {
        return owner == null ? null : owner.person();
    }

    static void staysClosed(
            Given given, Kind<?, ? extends Closable> kind, String id, Class<? extends GovernanceFact> closing) {
        if (told(given, kind, id).noneMatch(closing::isInstance)) return;
        assertThat(given.history(kind, id).timeline().last().map(Closable::isOpen))
                .isNotEqualTo(Optional.of(true));
    }

    static Stream<GovernanceFact> told(Given given, Kind<?, ?> kind, String id) {
        return Kind.counting(given.history(kind, id)).stream()
                .map(entry -> entry.content().fact());
    }

    /** What opens it may follow its end on the same day, where a correction put the end before it. */
    static <S> void comesLast(
            Given given, String stream, Kind<?, S> kind, Predicate<GovernanceFact> ends, Set<Class<?>> mayFollow) {
        List<GovernanceFact> after = new ArrayList<>();
        boolean ended = false;
        for (EffectiveEntry<RecordedFact> entry : Kind.counting(given.history(kind, kind.idIn(stream)))) {
            GovernanceFact fact = entry.content().fact();
            if (ended && !mayFollow.contains(fact.getClass())) after.add(fact);
            ended |= ends.test(fact);
        }
        assertThat(after).isEmpty();
    }
}

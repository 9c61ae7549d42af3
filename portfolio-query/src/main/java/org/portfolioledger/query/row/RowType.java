package org.portfolioledger.query.row;

import java.util.List;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Referring;

/** How the rows of one kind are made: all of it follows from the kind and the type of its states. */
public interface RowType<S> {

    /** Every kind makes rows. */
    List<RowType<?>> ALL = Kinds.ALL.stream().<RowType<?>>map(RowType::of).toList();

    Kind<?, S> kind();

    /** What a state is found by, besides kind and id. */
    default LookupKeys columns(S state) {
        return LookupKeys.of(state);
    }

    /** Streams of the other entities that a state refers to, sorted. */
    default List<String> refs(S state) {
        if (!(state instanceof Referring referring)) return List.of();
        return referring.references().stream()
                .map(Referring.Reference::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The revision of the fold of this kind. */
    default int revision() {
        return kind().revision();
    }

    private static <S> RowType<S> of(Kind<?, S> kind) {
        return () -> kind;
    }
}

package org.portfolioledger.query.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/**
 * One family's part in the table of rows: its kind, and what its rows are found by. A bean for each family that says
 * more than its kind.
 */
public interface RowType<S> {

    Kind<?, S> kind();

    /**
     * The row types of all kinds: those that are there, and one of its own for each other kind.
     *
     * @throws IllegalStateException if there are two of one kind
     */
    static List<RowType<?>> ofEveryKind(List<RowType<?>> own) {
        Map<Kind<?, ?>, RowType<?>> byKind = own.stream().collect(Collectors.toMap(RowType::kind, Function.identity()));
        return Kinds.ALL.stream()
                .<RowType<?>>map(kind -> byKind.getOrDefault(kind, new PlainRows<>(kind)))
                .toList();
    }

    /** Rows that are found by kind and id. */
    record PlainRows<S>(Kind<?, S> kind) implements RowType<S> {}

    /** What a state is found by, besides kind and id. */
    default LookupKeys columns(S state) {
        return LookupKeys.NONE;
    }

    /**
     * The revision of the fold of this kind. Raise it with every change of what any of its facts makes: the next start then
     * makes the rows of this kind anew, and carries those of the others over. A test compares it with the rows.
     */
    default int revision() {
        return 1;
    }

    /** Streams of the other entities that a state refers to. */
    default Set<String> refs(S state) {
        return Set.of();
    }
}

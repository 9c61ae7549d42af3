package org.portfolioledger.query.row;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.subscription.UnwritableChanges;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of one generation of rows. Nothing else writes rows. */
record RowTable(JdbcClient jdbc, String name) {

    /** The table that a subscription fills. */
    static RowTable of(JdbcClient jdbc, String subscription) {
        return new RowTable(jdbc, Generation.table(Generation.number(subscription)));
    }

    /**
     * Closes rows, then writes rows, in the surrounding transaction.
     *
     * @throws UnwritableChanges if a row that is to be closed is not there
     */
    void write(List<RowChanges> changes) {
        List<RowChanges.Closed> closed =
                changes.stream().flatMap(one -> one.closed().stream()).toList();
        List<RowChanges.Opened> opened =
                changes.stream().flatMap(one -> one.opened().stream()).toList();
        if (closed.isEmpty() && opened.isEmpty()) return;
        int found = write(closed, opened);
        if (found != closed.size())
            throw new UnwritableChanges(
                    "%s rows were to be closed and %s were there: rebuild the rows".formatted(closed.size(), found));
    }

    /**
     * In one statement, of which what is opened waits for all that is closed: a present row has no other beside it.
     *
     * @return how many rows were closed; if they are fewer than they should, none is opened
     */
    private int write(List<RowChanges.Closed> closed, List<RowChanges.Opened> opened) {
        return jdbc.sql("""
                        with closed as (
                            update %1$s r set known = int8range(lower(r.known), c.at)
                            from unnest(:closedKinds::text[], :closedIds::text[], :closedFroms::date[], :closedAts::bigint[])
                                as c (kind, id, starts, at)
                            where r.kind = c.kind and r.id = c.id and upper_inf(r.known)
                              and coalesce(lower(r.valid), '-infinity') = coalesce(c.starts, '-infinity')
                            returning 1),
                        opened as (
                            insert into %1$s
                                (kind, id, initiative, portfolio, parent, refs, register, valid, known, state, facts)
                            select kind, id, initiative, portfolio, parent, refs::text[], register, valid::daterange,
                                   known::int8range, state::jsonb, facts::int8[]
                            from unnest(:kinds::text[], :ids::text[], :initiatives::text[], :portfolios::text[],
                                        :parents::text[], :refs::text[], :registers::text[], :valids::text[], :knowns::text[],
                                        :states::text[], :facts::text[])
                                as o (kind, id, initiative, portfolio, parent, refs, register, valid, known, state, facts)
                            where (select count(*) from closed) = :many)
                        select count(*) from closed""".formatted(name))
                .param("closedKinds", texts(closed, row -> row.key().kind()))
                .param("closedIds", texts(closed, row -> row.key().id()))
                .param("closedFroms", texts(closed, row -> row.key().from()))
                .param("closedAts", texts(closed, RowChanges.Closed::at))
                .param("many", closed.size())
                .param("kinds", texts(opened, o -> o.row().key().kind()))
                .param("ids", texts(opened, o -> o.row().key().id()))
                .param("initiatives", texts(opened, o -> o.row().columns().initiative()))
                .param("portfolios", texts(opened, o -> o.row().columns().portfolio()))
                .param("parents", texts(opened, o -> o.row().columns().parent()))
                .param("refs", texts(opened, o -> quoted(o.row().refs())))
                .param("registers", texts(opened, o -> o.row().register()))
                .param("valids", texts(opened, o -> o.row().valid()))
                .param("knowns", texts(opened, RowChanges.Opened::known))
                .param("states", texts(opened, o -> o.row().state()))
                .param("facts", texts(opened, o -> array(o.row().facts())))
                .query(Integer.class)
                .single();
    }

    private static String quoted(List<String> items) {
        return items.stream()
                .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(List<Long> numbers) {
        return numbers.toString().replace('[', '{').replace(']', '}');
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> part) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = part.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}

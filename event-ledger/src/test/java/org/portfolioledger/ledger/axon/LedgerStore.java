package org.portfolioledger.ledger.axon;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's engine, on a database whose functions read a clock that can be stepped. */
final class LedgerStore implements Store {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final Node holdsUp = new Node(database);
    private final Node others = new Node(database);

    /** One process that appends: so nothing but the database orders what the two of them append. */
    private record Node(GroupAppender appender, LedgerEventStorageEngine engine) {

        Node(LedgerDatabase database) {
            this(new Ledger(database.appender()));
        }

        private Node(Ledger ledger) {
            this(ledger, new GroupAppender(ledger, new GroupAppender.Limits(128, 1024, Duration.ofMinutes(5))));
        }

        private Node(Ledger ledger, GroupAppender appender) {
            this(
                    appender,
                    new LedgerEventStorageEngine(ledger, appender, Noted.CODEC, event -> LocalDate.of(2026, 4, 1)));
        }
    }

    LedgerStore() {
        owner.sql("create table public.step as select interval '0' as off").update();
        owner.sql("""
                        create function public.stepped_clock() returns timestamptz language sql volatile
                        return pg_catalog.clock_timestamp() + (select off from public.step)""").update();
        List<String> functions = owner.sql("""
                        select replace(pg_get_functiondef(oid), 'clock_timestamp()', 'public.stepped_clock()')
                        from pg_proc where pronamespace = 'ledger'::regnamespace and prosrc like '%clock_timestamp()%'""").query(String.class).list();
        functions.forEach(function -> owner.sql(function).update());
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public EventStorageEngine engine() {
        return others.engine();
    }

    @Override
    public LedgerDatabase database() {
        return database;
    }

    @Override
    public Table table() {
        return new Table("ledger.event", "stream");
    }

    @Override
    public void step(Duration off) {
        owner.sql("update public.step set off = make_interval(secs => ?)")
                .param(off.toSeconds())
                .update();
    }

    @Override
    public String append(String stream, long sequence) {
        EventMessage<Noted> event = Shop.event(stream, sequence, stream);
        Node node = stream.startsWith("held-") ? holdsUp : others;
        Shop.command(Shop.pending(), () -> node.engine().appendEvents(event));
        return event.getIdentifier();
    }

    @Override
    public int queued() {
        int behindTheHead = owner.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event in ('transactionid', 'tuple')""").query(Integer.class).single();
        return behindTheHead + holdsUp.appender().waiting() + others.appender().waiting();
    }

    @Override
    public List<String> committed() {
        return owner.sql("select event_id from ledger.event order by position")
                .query(String.class)
                .list();
    }

    /** How many facts are not recorded later than the one before. */
    int recordedOutOfOrder() {
        return owner.sql("""
                        select count(*) from (
                            select recorded_at <= lag(recorded_at) over (order by position) as back from ledger.event)
                        where back""").query(Integer.class).single();
    }

    /** How far the last fact is recorded ahead of the right time. */
    Duration ahead() {
        return Duration.ofSeconds(
                owner.sql("select extract(epoch from recorded_at - clock_timestamp())::bigint from ledger.head")
                        .query(Long.class)
                        .single());
    }
}

package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portfolioledger.query.row.Generation.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The generations of rows: which is live, which is being built, and which are over. */
public final class Generations {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Generations(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public Generation live() {
        return in(State.LIVE).orElseThrow();
    }

    public Optional<Generation> building() {
        return in(State.BUILDING);
    }

    public Optional<Generation> find(int number) {
        return jdbc.sql("select * from query.generation where number = ?")
                .param(number)
                .query((row, _) -> Generation.of(row))
                .optional();
    }

    /** Every generation, the latest first. */
    public List<Generation> all() {
        return jdbc.sql("select * from query.generation order by number desc")
                .query((row, _) -> Generation.of(row))
                .list();
    }

    /** The entities of a generation whose rows stand still, by stream. */
    public List<BlockedEntity> blocked(int generation) {
        return jdbc.sql("select * from query.blocked where generation = ? order by stream collate \"C\"")
                .param(generation)
                .query((row, _) -> BlockedEntity.of(row))
                .list();
    }

    /**
     * Asks for another attempt at a blocked entity of the live rows.
     *
     * @return the entity; empty if it is not blocked
     */
    public Optional<BlockedEntity> retry(String stream) {
        jdbc.sql("update query.blocked set retry = true where generation = ? and stream = ?")
                .params(live().number(), stream)
                .update();
        wakeTheFollower();
        return blocked(live().number()).stream()
                .filter(blocked -> blocked.stream().equals(stream))
                .findFirst();
    }

    /**
     * Begins a generation beside the live one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one is being built already
     */
    Generation begin(int fold, String askedBy, String reason) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            int begun = jdbc.sql("""
                            insert into query.generation (fold, state, asked_by, reason) values (?, 'BUILDING', ?, ?)
                            returning number""")
                    .params(fold, askedBy, reason)
                    .query(Integer.class)
                    .single();
            call("create_rows(%s)".formatted(begun));
            return find(begun).orElseThrow();
        }));
    }

    /**
     * Makes rows that hold nothing yet those of a fold, since any may make them; another process may be doing the same.
     *
     * @return the live generation as it is then
     */
    Generation adoptedBy(int fold) {
        Generation live = live();
        if (live.fold() >= fold || live.position() > 0) return live;
        jdbc.sql("update query.generation set fold = ? where state = 'LIVE' and position = 0 and fold < ?")
                .params(fold, fold)
                .update();
        return live();
    }

    /** Notes that a process begins to build it, or goes on with what another left. */
    void resume(int number) {
        jdbc.sql("update query.generation set resumed_at = clock_timestamp(), resumed_from = position where number = ?")
                .param(number)
                .update();
    }

    /**
     * Ends one that is being built: it will never be live.
     *
     * @return whether it was being built
     */
    public boolean fail(int number, String failure) {
        return jdbc.sql("""
                        update query.generation set state = 'FAILED', ended_at = clock_timestamp(), failure = ?
                        where number = ? and state = 'BUILDING'""").params(failure, number).update() == 1;
    }

    void compared(int number, long position, String digest, String replaced) {
        jdbc.sql("update query.generation set compared_at = ?, digest = ?, replaced_digest = ? where number = ?")
                .params(position, digest, replaced, number)
                .update();
    }

    /** Digest over the rows of a generation as they stood when they held a position. */
    public String digest(int number, long position) {
        return jdbc.sql("select query.digest(?, ?)")
                .params(number, position)
                .query(String.class)
                .single();
    }

    long overlaps(int number) {
        return jdbc.sql("select query.overlaps(?)")
                .param(number)
                .query(Long.class)
                .single();
    }

    void index(int number) {
        call("index_rows(%s)".formatted(number));
    }

    /**
     * Lets the view of the live rows show a generation, in the surrounding transaction, which does not wait long.
     *
     * @throws DataAccessException if somebody reads the view all the while
     */
    void show(int number) {
        waitBriefly();
        call("show_rows(%s)".formatted(number));
    }

    private void waitBriefly() {
        jdbc.sql("select set_config('lock_timeout', '1000', true)")
                .query((_, _) -> 1)
                .list();
    }

    /** The live generation, which nobody moves until the surrounding transaction ends. */
    Generation lockLive() {
        return jdbc.sql("select * from query.generation where state = 'LIVE' for update")
                .query((row, _) -> Generation.of(row))
                .single();
    }

    /**
     * Puts a generation in the place of the live one, in the surrounding transaction.
     *
     * @return whether it was still being built; if not, roll back
     */
    boolean promote(int number) {
        jdbc.sql("update query.generation set state = 'RETIRED', ended_at = clock_timestamp() where state = 'LIVE'")
                .update();
        int promoted = jdbc.sql("""
                        update query.generation set state = 'LIVE', live_at = clock_timestamp()
                        where number = ? and state = 'BUILDING'""").param(number).update();
        return promoted == 1;
    }

    /** Drops the rows of generations that were over for as long: until then who began to read them may end. */
    void dropAfter(Duration grace) {
        jdbc.sql("""
                        select * from query.generation where not dropped
                        and ended_at < clock_timestamp() - ? * interval '1 millisecond'""")
                .param(grace.toMillis())
                .query((row, _) -> Generation.of(row))
                .list()
                .forEach(over -> drop(over.number()));
    }

    /** Who reads them beyond the time of grace holds up nobody: they are dropped another time. */
    private void drop(int number) {
        try {
            transaction.executeWithoutResult(_ -> {
                waitBriefly();
                jdbc.sql("drop table if exists " + Generation.table(number)).update();
                jdbc.sql("delete from query.blocked where generation = ?")
                        .param(number)
                        .update();
                jdbc.sql("update query.generation set dropped = true where number = ?")
                        .param(number)
                        .update();
            });
        } catch (DataAccessException read) {
            if (!DatabaseErrors.isPassing(read)) throw read;
            LOG.info("the rows of generation {} are still being read: they are dropped later", number);
        }
    }

    /** Whichever process it is that follows. */
    private void wakeTheFollower() {
        jdbc.sql("select pg_notify('ledger_head', '')").query((_, _) -> 1).list();
    }

    private Optional<Generation> in(State state) {
        return jdbc.sql("select * from query.generation where state = ?")
                .param(state.name())
                .query((row, _) -> Generation.of(row))
                .optional();
    }

    private void call(String function) {
        jdbc.sql("select query." + function).query((_, _) -> 1).list();
    }
}

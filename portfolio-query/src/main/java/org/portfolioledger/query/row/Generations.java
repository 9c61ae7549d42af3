package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.DatabaseErrors;
import org.portfolioledger.ledger.subscription.Subscriptions;
import org.portfolioledger.query.row.Generation.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The generations of rows: which is live, which is being built, and which are over. */
public final class Generations {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private static final String SELECT =
            "select g.*, s.position from query.generation g join query.subscription s on s.name = 'rows-' || g.number ";

    /** A row is some kilobytes. */
    private static final int MOST_NOTED = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Subscriptions subscriptions;
    private final Runnable wake;

    /** @param wake wakes whichever process follows */
    Generations(JdbcClient jdbc, TransactionTemplate transaction, Subscriptions subscriptions, Runnable wake) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.subscriptions = subscriptions;
        this.wake = wake;
    }

    public Generation live() {
        return in(State.LIVE).orElseThrow();
    }

    public Optional<Generation> building() {
        return in(State.BUILDING);
    }

    /** How far the live generation has come, or the one that is being built, if some folds make its rows. */
    Optional<Checkpoint> checkpoint(State state, FoldRevisions revisions) {
        return subscriptions.find(
                "select 'rows-' || number from query.generation where state = ? and revisions = ?::jsonb",
                state.name(),
                revisions.json());
    }

    public Optional<Generation> find(int number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query((row, _) -> Generation.of(row))
                .optional();
    }

    /** Every generation, the latest first. */
    public List<Generation> all() {
        return jdbc.sql(SELECT + "order by number desc")
                .query((row, _) -> Generation.of(row))
                .list();
    }

    /** The entities of a generation whose rows do not follow, by stream. */
    public List<BlockedEntity> blocked(int generation) {
        return subscriptions.blocked(Generation.subscription(generation));
    }

    /**
     * Asks for another attempt at a blocked entity of the live rows.
     *
     * @return the entity; empty if it is not blocked
     */
    public Optional<BlockedEntity> retry(String stream) {
        Optional<BlockedEntity> asked = subscriptions.retry(live().subscription(), stream);
        wake.run();
        return asked;
    }

    /**
     * Begins a generation beside the live one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one is being built already
     */
    Generation begin(FoldRevisions revisions, String askedBy, String reason, boolean acceptsDifferences) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            int begun = jdbc.sql("""
                            insert into query.generation (revisions, state, asked_by, reason, accepts_differences)
                            values (?::jsonb, 'BUILDING', ?, ?, ?)
                            returning number""")
                    .params(revisions.json(), askedBy, reason, acceptsDifferences)
                    .query(Integer.class)
                    .single();
            subscriptions.open(Generation.subscription(begun));
            call("create_rows(%s)".formatted(begun));
            return find(begun).orElseThrow();
        }));
    }

    /**
     * Begins a generation with a copy of the live rows of some kinds, which are not folded again.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one is being built already
     */
    Generation beginWith(List<String> carried, FoldRevisions revisions, String askedBy, String reason) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Generation begun = begin(revisions, askedBy, reason, false);
            jdbc.sql("select query.carry_rows(?, ?, ?)")
                    .params(live().number(), begun.number(), carried.toArray(String[]::new))
                    .query((_, _) -> 1)
                    .list();
            return find(begun.number()).orElseThrow();
        }));
    }

    /**
     * Makes rows that hold nothing yet those of a fold, since any may make them; another process may be doing the same.
     *
     * @return the live generation as it is then
     */
    Generation adoptedBy(FoldRevisions revisions) {
        Generation live = live();
        if (!revisions.isLaterThan(live.revisions()) || live.position() > 0) return live;
        jdbc.sql("""
                        update query.generation set revisions = ?::jsonb where number = ? and state = 'LIVE' and revisions = ?::jsonb
                        and exists (select from query.subscription where name = ? and position = 0)""")
                .params(revisions.json(), live.number(), live.revisions().json(), live.subscription())
                .update();
        return live();
    }

    /** Notes that a process begins to build it, or goes on with what another left. */
    void resume(int number) {
        jdbc.sql("""
                        update query.generation set resumed_at = clock_timestamp(),
                            resumed_from = (select position from query.subscription where name = ?)
                        where number = ?""").params(Generation.subscription(number), number).update();
    }

    /**
     * Ends one that is being built: it will never be live.
     *
     * @return whether it was being built
     */
    public boolean fail(int number, String failure) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            // First, as whoever moves it locks it first.
            subscriptions.lock(Generation.subscription(number));
            int failed = jdbc.sql("""
                            update query.generation set state = 'FAILED', ended_at = clock_timestamp(), failure = ?
                            where number = ? and state = 'BUILDING'""").params(failure, number).update();
            if (failed == 1) subscriptions.end(Generation.subscription(number));
            return failed == 1;
        }));
    }

    void compared(int number, long position, String digest, String replaced) {
        jdbc.sql("update query.generation set compared_at = ?, digest = ?, replaced_digest = ? where number = ?")
                .params(position, digest, replaced, number)
                .update();
    }

    /**
     * Notes where the rows of a generation differ, as they stood when they held a position, from the live ones. Entities that
     * are blocked in the live rows are left out: there the live rows lack what is on record.
     *
     * @return how many rows differ
     */
    long noteDifferences(Generation live, int number, long position, List<String> kinds) {
        String[] blocked =
                blocked(live.number()).stream().map(BlockedEntity::stream).toArray(String[]::new);
        return jdbc.sql("""
                        with difference as (select * from query.differences(:live, :number, :position, :blocked, :kinds))
                        update query.generation set differing = (select count(*) from difference),
                            differences = (select coalesce(jsonb_agg(first), '[]')
                                           from (select * from difference limit %s) first)
                        where number = :number returning differing""".formatted(MOST_NOTED))
                .param("live", live.number())
                .param("number", number)
                .param("position", position)
                .param("blocked", blocked)
                .param("kinds", kinds.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The generation that was built last, where it is stopped by differences that nobody has accepted since. */
    Optional<Generation> stopped() {
        return jdbc.sql(
                        SELECT
                                + "where number > (select number from query.generation where state = 'LIVE') order by number desc limit 1")
                .query((row, _) -> Generation.of(row))
                .optional()
                .filter(last ->
                        last.state() == State.FAILED && !last.differences().isEmpty());
    }

    /** Digest over the rows of some kinds in a generation as they stood when they held a position. */
    public String digest(int number, long position, Collection<String> kinds) {
        return jdbc.sql("select query.digest(?, ?, ?)")
                .params(number, position, kinds.toArray(String[]::new))
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
        subscriptions.lock(live().subscription());
        return live();
    }

    /**
     * Puts a generation in the place of the live one, in the surrounding transaction.
     *
     * @return whether it was still being built; if not, roll back
     */
    boolean promote(int number) {
        subscriptions.end(live().subscription());
        jdbc.sql("update query.generation set state = 'RETIRED', ended_at = clock_timestamp() where state = 'LIVE'")
                .update();
        int promoted = jdbc.sql("""
                        update query.generation set state = 'LIVE', live_at = clock_timestamp()
                        where number = ? and state = 'BUILDING'""").param(number).update();
        return promoted == 1;
    }

    /** Drops the rows of generations that were over for as long: until then who began to read them may end. */
    void dropAfter(Duration grace) {
        jdbc.sql(SELECT + """
                        where not dropped and g.ended_at < clock_timestamp() - ? * interval '1 millisecond'""")
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
                subscriptions.clear(Generation.subscription(number));
                jdbc.sql("update query.generation set dropped = true where number = ?")
                        .param(number)
                        .update();
            });
        } catch (DataAccessException read) {
            if (!DatabaseErrors.isPassing(read)) throw read;
            LOG.info("the rows of generation {} are still being read: they are dropped later", number);
        }
    }

    private Optional<Generation> in(State state) {
        return jdbc.sql(SELECT + "where state = ?")
                .param(state.name())
                .query((row, _) -> Generation.of(row))
                .optional();
    }

    private void call(String function) {
        jdbc.sql("select query." + function).query((_, _) -> 1).list();
    }
}

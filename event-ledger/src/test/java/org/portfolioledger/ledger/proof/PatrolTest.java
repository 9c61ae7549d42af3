package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.ProofUnits;
import org.springframework.jdbc.core.simple.JdbcClient;

class PatrolTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.owner());
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final TreeRecord tree = new TreeRecord(database.owner());
    private final Patrol patrol = new Patrol(ledger, database.owner(), 1);

    @BeforeEach
    void record() {
        ProofUnits.append(ledger, 600);
        TreeGrowthTest.grow(new TreeGrowth(ledger, database.owner(), () -> {}));
    }

    @Test
    void a_round_goes_through_every_fact_a_few_tiles_at_a_time() {
        patrol.turn();
        assertThat(tree.patrol().position()).isEqualTo(256);
        patrol.turn();
        assertThat(tree.patrol().position()).isEqualTo(512);
        assertThat(tree.patrol().last()).isNull();
        patrol.turn();
        assertThat(tree.patrol().rounds()).isEqualTo(1);
        assertThat(tree.patrol().last()).satisfies(round -> {
            assertThat(round.facts()).isEqualTo(600);
            assertThat(round.found()).isZero();
        });
        assertThat(tree.damage(10)).isEmpty();
        patrol.turn();
        assertThat(tree.patrol().position()).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.event set payload = '{"n": 2}' where position = 300 | 300 | ALTERED
            update ledger.event set recorded_at = recorded_at + interval '1 microsecond' where position = 600 | 600 | ALTERED
            delete from ledger.event where position = 599 | 599 | MISSING
            """)
    void what_was_altered_is_found_where_it_is(String statement, long position, Damage.Kind kind) {
        ProofUnits.tamper(database, statement);
        round();
        assertThat(tree.damage(10)).singleElement().satisfies(damage -> {
            assertThat(damage.position()).isEqualTo(position);
            assertThat(damage.kind()).isEqualTo(kind);
            assertThat(damage.evidence()).containsKey("leafOfTree");
        });
        round();
        assertThat(tree.damage(10)).hasSize(1);
        assertThat(tree.patrol().last())
                .satisfies(round -> assertThat(round.found()).isEqualTo(1));
    }

    @Test
    void a_fact_whose_leaf_was_rewritten_with_it_does_not_fit_the_tree() {
        ProofUnits.tamper(
                database,
                "update ledger.event e set actor = 'another', leaf_hash = ledger.leaf_hash(event_id, register, position, stream,"
                        + " sequence, type, revision, effective_on, known_at, recorded_at, 'another', command, payload, metadata,"
                        + " basis) where position = 7");
        round();
        assertThat(tree.damage(10)).extracting(Damage::kind).containsExactly(Damage.Kind.REWRITTEN);
    }

    @Test
    void a_tail_that_was_cut_off_is_missed() {
        ProofUnits.tamper(database, "delete from ledger.event where position > 590");
        jdbc.sql("update ledger.head set position = 590").update();
        round();
        assertThat(tree.damage(20)).hasSize(10).allMatch(damage -> damage.kind() == Damage.Kind.MISSING);
    }

    @Test
    void a_tile_that_was_changed_fits_neither_its_facts_nor_the_tile_above() {
        jdbc.sql("update proof.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where number = 1")
                .update();
        round();
        assertThat(tree.damage(10))
                .extracting(damage -> damage.position() + " " + damage.kind())
                .containsExactly("257 OTHER_TILE", "258 REWRITTEN");
    }

    @Test
    void the_role_that_keeps_the_tree_can_keep_what_it_finds_and_take_nothing_back() {
        List<String> rights = jdbc.sql("""
                        select t.relname || ' ' || r.verb from pg_class t, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as r (verb)
                        where t.relnamespace = 'proof'::regnamespace and t.relkind = 'r'
                          and has_table_privilege('ledger_sealer', t.oid, r.verb) order by 1""").query(String.class).list();
        assertThat(rights).noneMatch(right -> right.endsWith("DELETE") || right.endsWith("TRUNCATE"));
        assertThat(rights).contains("alert INSERT").doesNotContain("alert UPDATE");
    }

    private void round() {
        long rounds = tree.patrol().rounds();
        while (tree.patrol().rounds() == rounds) patrol.turn();
    }
}

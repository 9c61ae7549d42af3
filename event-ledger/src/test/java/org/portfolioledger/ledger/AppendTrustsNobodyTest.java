package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.backup.Backup;

/** The role of the application calls {@code ledger.append} with nonsense; {@code -Dnonsense.seed=N} begins elsewhere. */
class AppendTrustsNobodyTest {

    private static final int CALLS = "long".equals(System.getProperty("suite.size")) ? 20_000 : 600;

    private static final List<String> TEXTS = List.of(
            "null::text[]",
            "array[]::text[]",
            "array[null]::text[]",
            "array['']",
            "array['  ']",
            "array[E'a\\nb']",
            "array[E'\\u009f']",
            "array[repeat('x', 1001)]",
            "array['x', 'y', 'z', 'z']",
            "'[3:4]={a,b}'::text[]",
            "array[array['a'], array['b']]");
    private static final List<String> NUMBERS = List.of(
            "null",
            "array[]::integer[]",
            "array[null]::integer[]",
            "array[-5]",
            "array[-5, 7]",
            "array[0]",
            "array[0, 2]",
            "array[3, -1]",
            "array[2147483647, 2147483647]",
            "array[1, 1, 0, 0]",
            "'[0:1]={1,1}'::integer[]",
            "array[array[1, 1]]");
    private static final List<String> BYTES = List.of(
            "null",
            "array[]::bytea[]",
            "array[null]::bytea[]",
            "array['', '']::bytea[]",
            "array['\\xff', '\\x00']::bytea[]",
            "array['{}', '[]', '[]']::bytea[]");
    private static final List<String> GROUNDS = List.of(
            "null",
            "array[]::text[]",
            "array[null, null]::text[]",
            "array['-1', '']",
            "array['', '-2']",
            "array['-2', '']",
            "array['0', '']",
            "array['1,', '']",
            "array['1 , 2', '']",
            "array['1e3', '']",
            "array['-', '1']",
            "array['--1', '']",
            "array['] , 1', '']",
            "array['999999', '']",
            "array['', '999999999999999999999']",
            "array[repeat('1,', 20000) || '1', '']");
    private static final List<String> INSTANTS = List.of(
            "null",
            "array[]::timestamptz[]",
            "array['infinity', '-infinity']::timestamptz[]",
            "array['-infinity', null]::timestamptz[]",
            "array['4713-01-01 BC', null]::timestamptz[]",
            "array['294276-12-31', null]::timestamptz[]",
            "array['2011-05-01', '2010-05-01']::timestamptz[]");
    private static final List<String> FLAGS = List.of(
            "null", "array[]::boolean[]", "array[null, true]", "array[true, true]", "array[array[false, true]]");
    private static final List<String> IDS = List.of(
            "null",
            "array[]::uuid[]",
            "array[null, null]::uuid[]",
            "(select array_agg(event_id) from (select event_id from ledger.event limit 2) e)",
            "array_fill('00000000-0000-0000-0000-000000000001'::uuid, array[2])");
    private static final List<String> DATES = List.of(
            "null",
            "array[]::date[]",
            "array[null, null]::date[]",
            "array['infinity', '2026-04-01']::date[]",
            "array['0001-12-31 BC', '2026-04-01']::date[]",
            "array['10000-01-01', '2026-04-01']::date[]");
    private static final List<String> TIMES = List.of("null", "0", "-1", "2147483647");

    /** By the parameters of the function, in their order. */
    private static final List<List<String>> NONSENSE = List.of(
            TEXTS, TEXTS, TEXTS, TEXTS, INSTANTS, FLAGS, NUMBERS, NUMBERS, TEXTS, NUMBERS, IDS, TEXTS, NUMBERS, TEXTS,
            NUMBERS, BYTES, BYTES, DATES, GROUNDS, TIMES);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final DataSource appender = database.appender();
    private final Ledger ledger = new Ledger(appender);
    private final Random random = new Random(Long.getLong("nonsense.seed", 0));
    private long positions;

    @TempDir
    Path folder;

    @Test
    void whatever_it_is_called_with_the_ledger_stays_sound_and_takes_the_next_append() throws SQLException {
        Set<String> answers = new HashSet<>();
        try (Connection connection = appender.getConnection()) {
            for (int n = 0; n < CALLS; n++) {
                String call = "select * from ledger.append(" + String.join(", ", arguments()) + ")";
                answers.addAll(answers(connection, call));
                requireSound(n, call);
            }
        }
        assertThat(answers).contains("LG001", "APPENDED", "NO_EVENTS", "CONFLICT");
        // Reads every fact, leaf, command and register.
        new Backup(appender).write(folder.resolve("backup.zip"));
    }

    /** Two requests with an event each, of which up to three arguments are exchanged for nonsense. */
    private List<String> arguments() {
        String id = UUID.randomUUID().toString();
        List<String> arguments = new ArrayList<>(List.of(
                "array['a', 'a']",
                "array['k-%1$s', 'l-%1$s']".formatted(id),
                "array['f', 'f']",
                "array['R', 'R']",
                "array[null, null]::timestamptz[]",
                "array[false, false]",
                "array[1, 1]",
                "array[2]",
                "array['nowhere']",
                "array[-1]",
                "array[gen_random_uuid(), gen_random_uuid()]",
                "array['s-%1$s', 't-%1$s']".formatted(id),
                "array[0, 0]",
                "array['noted', 'noted']",
                "array[1, 1]",
                "array['{}', '{}']::bytea[]",
                "array['{}', '{}']::bytea[]",
                "array['2026-04-01', '2026-04-01']::date[]",
                "array['', '']",
                "1000"));
        for (int n = random.nextInt(4); n > 0; n--) {
            int argument = random.nextInt(arguments.size());
            List<String> nonsense = NONSENSE.get(argument);
            arguments.set(argument, nonsense.get(random.nextInt(nonsense.size())));
        }
        return arguments;
    }

    /** The outcomes, or the state of the error. */
    private Set<String> answers(Connection connection, String call) throws SQLException {
        Set<String> answers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(call)) {
            while (rows.next()) {
                answers.add(rows.getString("outcome"));
                if (rows.getString("outcome").equals("APPENDED")) {
                    assertThat(rows.getLong("first_position")).as(call).isEqualTo(positions + 1);
                    positions = rows.getLong("last_position");
                }
            }
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("%s: %s", call, e.getMessage()).isIn(InvalidAppend.STATES);
            answers.add(e.getSQLState());
        }
        return answers;
    }

    private void requireSound(int n, String call) {
        LedgerCheck.requireSound(appender);
        assertThat(ledger.append(List.of(unit("MPS", event("next-" + n, 0)))))
                .as(call)
                .singleElement()
                .isInstanceOfSatisfying(
                        Appended.class, appended -> assertThat(appended.first()).isEqualTo(++positions));
    }
}

package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.json;
import static org.portfolioledger.ledger.Units.known;
import static org.portfolioledger.ledger.Units.unit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LeafHashTest {

    private static final HexFormat HEX = HexFormat.of();

    // The worked example. Entry and hash were computed apart from this code, by hashlib from the description.
    private static final StoredEvent EXAMPLE = new StoredEvent(
            412,
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "MPS",
            "appointments-7",
            3,
            "sro-appointed",
            1,
            json("{\"post\":\"Senior Responsible Owner, Café\"}"),
            json("{\"role\":\"migrator\"}"),
            LocalDate.of(2011, 5, 1),
            Instant.parse("2026-03-31T23:00:00.000001Z"),
            Instant.parse("2026-04-01T09:30:15.123456Z"),
            new CommandKey("a.clerk", "k-1"),
            json("{\"restsOn\":[40,41],\"read\":[{\"stream\":\"initiative-7\",\"sequence\":2}]}"),
            new byte[0]);

    private static final String ENTRY =
            "012177066ac9ffea47a2394f680f9f29599778070e9acfeae6751154604d0dc60e935c39e4add6cf"
                    + "0f235f1a0d8b36707eb0ec0cd97b2702c5e2bcced33017f5fa21d087eac7e1447dca94e900ea9632"
                    + "2596833c56f9dab6741fbc56ad9a5ead79000000000000019c0002f16180017a000002f158b20c7c"
                    + "010000000000000003000000010000102a000000000000000000000000000000014d50530a617070"
                    + "6f696e746d656e74732d370a73726f2d6170706f696e7465640a612e636c65726b0a6b2d310a";
    private static final String HASH = "4cf568ca07d02dd736560f59e4a84569defbd2c2ae3c0f11141a07a8eeeca800";

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @Test
    void java_computes_the_worked_example() {
        assertThat(HEX.formatHex(LeafHash.entry(EXAMPLE))).isEqualTo(ENTRY);
        assertThat(HEX.formatHex(LeafHash.of(EXAMPLE))).isEqualTo(HASH);
    }

    @Test
    void the_database_computes_the_worked_example_in_any_time_zone() throws SQLException {
        var jdbc = JdbcClient.create(
                new SingleConnectionDataSource(database.owner().getConnection(), true));
        jdbc.sql("set timezone = 'America/Sao_Paulo'").update();

        assertThat(jdbc.sql("""
                                select encode(ledger.leaf_hash('00000000-0000-0000-0000-000000000001', 'MPS', 412, 'appointments-7', 3, 'sro-appointed', 1,
                                    date '2011-05-01', timestamptz '2026-03-31 23:00:00.000001Z',
                                    timestamptz '2026-04-01 09:30:15.123456Z', 'a.clerk', 'k-1',
                                    convert_to('{"post":"Senior Responsible Owner, Café"}', 'UTF8'),
                                    convert_to('{"role":"migrator"}', 'UTF8'),
                                    convert_to('{"restsOn":[40,41],"read":[{"stream":"initiative-7","sequence":2}]}', 'UTF8')),
                                    'hex')""").query(String.class).single()).isEqualTo(HASH);
    }

    @Test
    void what_the_ledger_keeps_has_the_leaf_that_java_computes() {
        var ledger = new Ledger(database.appender());
        ledger.append(List.of(
                known("GMPP", "1969-12-31T23:59:59.999999Z", event("case-é", 0)),
                known("GMPP", "2011-05-01T12:00:00.5Z", event("case-é", 1), event("case-2", 0)),
                unit("MPS", event("case-3", 0))));

        assertThat(ledger.after(0, 10))
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.leafHash()).isEqualTo(LeafHash.of(event)));
    }
}

package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A state that is written as PostgreSQL shows it need not be read to be found the same. */
class JsonbTextTest {

    private record Part(String value, long fact) {}

    private record Whole(
            int rating,
            boolean is,
            List<Part> parts,
            SortedMap<String, Part> byName,
            Map<String, Integer> none,
            List<String> empty,
            BigDecimal amount) {}

    @Test
    void a_state_is_written_as_postgres_shows_it() {
        JsonMapper json = FactSerializer.mapper();
        SortedMap<String, Part> byName = new TreeMap<>();
        for (String name : List.of("zz", "é", "a", "aaa", "B", "RISKS:OFFICE")) byName.put(name, new Part(name, 1));
        Whole whole = new Whole(
                1,
                true,
                List.of(new Part("a\"b\\c / ü\n\t", 2)),
                byName,
                Map.of(),
                List.of(),
                new BigDecimal("4200000.00"));
        assertThat(JsonbText.writing(json).writeValueAsString(whole))
                .isEqualTo(JdbcClient.create(LedgerDatabase.fresh().owner())
                        .sql("select ?::jsonb::text")
                        .param(json.writeValueAsString(whole))
                        .query(String.class)
                        .single());
    }
}

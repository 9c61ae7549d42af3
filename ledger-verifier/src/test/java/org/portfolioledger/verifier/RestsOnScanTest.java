package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestsOnScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"restsOn\":[],\"read\":[]} | 0 | false",
                "{\"restsOn\":[7]} | 7 | false",
                "{\"restsOn\":[1,12,3],\"read\":[{\"stream\":\"a\",\"sequence\":99}]} | 12 | false",
                "{\"restsOn\":[1,5,3]} | 5 | true",
                "{\"restsOn\":[123456789012345678]} | 123456789012345678 | false"
            })
    void the_positions_of_a_basis_are_read(String basis, long largest, boolean restsOnItself) {
        RestsOnScan scan = scan(basis, 1_000);
        assertThat(scan.isMalformed()).isFalse();
        assertThat(scan.largest()).isEqualTo(largest);
        assertThat(scan.restsOnItself()).isEqualTo(restsOnItself);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"restsOn\":",
                "{\"restsOn\":[",
                "{\"restsOn\":[1",
                "{\"restsOn\":[1,",
                "{\"restsOn\":[1,]}",
                "{\"restsOn\":[,1]}",
                "{\"restsOn\":[ 1]}",
                "{\"restsOn\":[1 ]}",
                "{ \"restsOn\":[1]}",
                "{\"restsOn\":[01]}",
                "{\"restsOn\":[0]}",
                "{\"restsOn\":[-1]}",
                "{\"restsOn\":[1.5]}",
                "{\"restsOn\":[\"1\"]}",
                "{\"restsOn\":[1234567890123456789]}",
                "{\"read\":[],\"restsOn\":[1]}"
            })
    void what_is_written_in_another_way_is_malformed(String basis) {
        assertThat(scan(basis, 1_000).isMalformed()).isTrue();
    }

    @Test
    void it_does_not_matter_where_a_buffer_ends() {
        for (int buffer = 1; buffer < 30; buffer++)
            assertThat(scan("{\"restsOn\":[10,2345,67],\"read\":[]}", buffer).largest())
                    .isEqualTo(2345);
    }

    /** For the fact at position 5. */
    private static RestsOnScan scan(String basis, int buffer) {
        RestsOnScan scan = new RestsOnScan();
        scan.begin(999);
        scan.take("{\"restsOn\":[999]}".getBytes(UTF_8), 0, 17);
        scan.begin(5);
        byte[] bytes = basis.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += buffer) scan.take(bytes, at, Math.min(buffer, bytes.length - at));
        return scan;
    }
}

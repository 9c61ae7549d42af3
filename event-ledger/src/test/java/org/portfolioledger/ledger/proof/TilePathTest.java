package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    /** The first three are the examples of tlog-tiles. */
    @ParameterizedTest
    @CsvSource({
        "0/x001/x234/067, 0, 1234067, 256",
        "0/273.p/112, 0, 273, 112",
        "2/000.p/1, 2, 0, 1",
        "63/000, 63, 0, 256",
        "entries/x001/000.p/255, -1, 1000, 255"
    })
    void a_path_names_a_tile(String text, int level, long number, int width) {
        TilePath path = new TilePath(level, number, width);
        assertThat(TilePath.parse(text)).contains(path);
        assertThat(path.text()).isEqualTo(text);
    }

    @Test
    void what_is_written_is_read() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            TilePath path = new TilePath(
                    random.nextInt(-1, 64), random.nextLong(1L << random.nextInt(1, 56)), random.nextInt(1, 257));
            assertThat(TilePath.parse(path.text())).contains(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "64/000",
                "-1/000",
                "0/x000/000",
                "0/001/000",
                "0/x001/x000",
                "0/x001",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "0/000.p/1/",
                "data/000",
                "0//000",
                "0/../0/000",
                "0/x999/x999/x999/x999/x999/x999/999"
            })
    void nothing_else_does(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }

    /** The example of tlog-tiles: a tree of 70,000 leaves. */
    @ParameterizedTest
    @CsvSource({
        "0, 272, 256, true",
        "0, 273, 112, true",
        "0, 273, 113, false",
        "0, 273, 256, false",
        "-1, 273, 112, true",
        "-1, 273, 113, false",
        "1, 0, 256, true",
        "1, 1, 17, true",
        "1, 1, 18, false",
        "2, 0, 1, true",
        "2, 0, 2, false",
        "3, 0, 1, false",
        // The same tile, were it counted in 64 bits.
        "0, 72057594037927936, 1, false",
        "-1, 50000000000000000, 1, false"
    })
    void a_tree_holds_the_tiles_below_its_size(int level, long number, int width, boolean held) {
        assertThat(new TilePath(level, number, width).isWithin(70_000)).isEqualTo(held);
    }
}

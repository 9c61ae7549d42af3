package org.portfolioledger.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int MOST = 1_000;
    private static final int WEIGHT = 10;

    private final Memory<String> memory = new Memory<>(MOST);

    @Test
    void what_fits_stays() {
        for (int key = 0; key < MOST / WEIGHT; key++) assertThat(isHeld(key)).isFalse();
        for (int key = 0; key < MOST / WEIGHT; key++) assertThat(isHeld(key)).isTrue();
    }

    @Test
    void it_never_holds_more_than_it_may() {
        for (int turn = 0; turn < 10_000; turn++) {
            isHeld(turn * 7 % 311);
            assertThat(memory.weight()).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void of_twice_as_many_as_it_holds_that_are_used_in_turn_many_are_there_at_their_turn() {
        int many = 2 * MOST / WEIGHT;
        for (int turn = 0; turn < 10 * many; turn++) isHeld(turn % many);
        int held = 0;
        for (int turn = 0; turn < 10 * many; turn++) if (isHeld(turn % many)) held++;
        assertThat(held).isGreaterThan(3 * many);
    }

    @Test
    void what_is_new_is_there_for_its_next_uses_also_when_it_is_full() {
        for (int key = 0; key < 1_000; key++) {
            isHeld(key);
            assertThat(isHeld(key)).isTrue();
            assertThat(isHeld(key)).isTrue();
        }
    }

    @Test
    void other_keys_are_held_in_time() {
        for (int turn = 0; turn < 2_000; turn++) isHeld(turn % 80);
        for (int turn = 0; turn < 20_000; turn++) isHeld(1_000 + turn % 80);
        for (int key = 1_000; key < 1_080; key++)
            assertThat(isHeld(key)).as("%s", key).isTrue();
    }

    @Test
    void what_is_not_weighed_yet_is_not_let_go() {
        memory.put("being read", "x");
        for (int key = 0; key < 1_000; key++) isHeld(key);
        assertThat(memory.get("being read")).isEqualTo("x");
        memory.weigh("being read", MOST + 1);
        assertThat(memory.get("being read")).isNull();
        assertThat(memory.weight()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void what_is_removed_weighs_nothing() {
        isHeld(1);
        memory.remove("1");
        assertThat(memory.weight()).isZero();
        isHeld(2);
        memory.clear();
        assertThat(memory.weight()).isZero();
        assertThat(memory.get("2")).isNull();
    }

    /** Uses it, and holds it if it was not held. */
    private boolean isHeld(int key) {
        String name = Integer.toString(key);
        if (memory.get(name) != null) return Objects.equals(memory.get(name), name);
        memory.put(name, name);
        memory.weigh(name, WEIGHT);
        return false;
    }
}

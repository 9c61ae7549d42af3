package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {

    @Test
    void without_a_word_the_data_are_kept_in_the_usual_folder() {
        assertThat(LaunchOptions.of()).isEqualTo(new LaunchOptions(Path.of(".data"), false));
    }

    @Test
    void the_last_folder_named_is_used_and_other_words_are_not_its_business() {
        assertThat(LaunchOptions.of("--data=one", "--port=9000", "--fresh", "--data=two"))
                .isEqualTo(new LaunchOptions(Path.of("two"), true));
    }
}

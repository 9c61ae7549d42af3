package org.portfolioledger.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portfolioledger.state.Alert;

/** The rules for alerts are the same wherever they are read. */
class AlertDefinitionTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| (.*) \\|$", Pattern.MULTILINE);

    @Test
    void every_alert_has_a_rule() {
        assertThat(AlertDefinition.all()).hasSize(Alert.values().length).allSatisfy(rule -> {
            assertThat(Alert.values()).extracting(Alert::name).contains(rule.alert());
            assertThat(rule.meaning()).isNotBlank();
        });
    }

    @Test
    void the_glossary_has_the_same_words() throws IOException {
        String glossary = Files.readString(Path.of("../docs/glossary.md"));
        Matcher rows = ROW.matcher(glossary.substring(glossary.indexOf("\n## Alerts")));
        Map<String, String> explained = new TreeMap<>();
        while (rows.find()) explained.put(rows.group(1), rows.group(2).replace("`", ""));
        Map<String, String> rules = AlertDefinition.all().stream()
                .collect(Collectors.toMap(AlertDefinition::alert, AlertDefinition::meaning));
        assertThat(explained).isEqualTo(new TreeMap<>(rules));
    }
}

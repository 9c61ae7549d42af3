package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portfolioledger.state.Structure;

/** What a list of a command names a second time: ids, persons, boards, criteria, words, whatever the case of letters. */
final class NamedTwice {

    private NamedTwice() {}

    static List<Finding> in(Command command) {
        List<Finding> findings = new ArrayList<>();
        Structure.members((Record) command).forEach((name, value) -> {
            if (value instanceof List<?> list) collect("/" + name, list, findings);
        });
        return findings;
    }

    /** What consists of parts is told apart by its family: a paper by its hash, a member by the person. */
    private static void collect(String pointer, List<?> list, List<Finding> findings) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Object named = list.get(i);
            if (!(named instanceof Record) && !seen.add(folded(named))) findings.add(finding(named, pointer + "/" + i));
        }
    }

    private static Object folded(Object named) {
        return named instanceof String name ? name.toLowerCase(Locale.ROOT) : named;
    }

    /** That a list names something a second time. */
    static Finding finding(Object named, String pointer) {
        return Finding.of(ReferenceRule.NAMED_TWICE, "%s is named twice".formatted(named))
                .at(pointer);
    }
}

package org.portfolioledger.standalone;

import java.nio.file.Path;
import java.util.List;

/**
 * What the person who starts the one process asks of its data.
 *
 * @param dataFolder {@code --data=DIR}, else the system property {@code portfolioledger.data}, else {@code .data}
 * @param fresh {@code --fresh}: erase what the folder holds and begin anew
 */
record LaunchOptions(Path dataFolder, boolean fresh) {
    private static final String DATA = "--data=";

    public static LaunchOptions of(final String... arguments) {
        final List<String> words = List.of(arguments);
        final String folder = words.stream()
                .filter(word -> word.startsWith(DATA))
                .map(word -> word.substring(DATA.length()))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> System.getProperty("portfolioledger.data", ".data"));
        return new LaunchOptions(Path.of(folder), words.contains("--fresh"));
    }
}

package org.portfolioledger.command.web;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.events.GovernanceFact;

/**
 * One line of the catalogue of commands.
 *
 * @param path below {@code /api/v1}; its variables are components of the command
 * @param names component of the command that the body's {@code id} names, or that is made where it has none; null where
 *     the command begins nothing
 * @param fact what it puts on record
 * @param location path below {@code /api/v1} of what it made or changed; {@link #POSITION} stands for the position of
 *     the fact
 * @param example a body, in JSON
 */
public record CommandRoute<C extends Command>(
        String path,
        Class<C> command,
        @Nullable String names,
        Class<? extends GovernanceFact> fact,
        Function<C, String> location,
        String summary,
        String example) {

    /** Stands for the position of the fact in a location. */
    public static final String POSITION = "{position}";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** The components that come from the path. */
    public List<String> variables() {
        Matcher matcher = VARIABLE.matcher(path);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    String locationOf(Command sent) {
        return Catalogue.BASE + location.apply(command.cast(sent));
    }
}

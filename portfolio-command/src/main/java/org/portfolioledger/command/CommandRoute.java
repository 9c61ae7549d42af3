package org.portfolioledger.command;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.ActorRole;

/**
 * One entry of the catalogue of commands. A migrator may send every command. The first variable of its path names the entity that is addressed; where the
 * path has none, the command opens one.
 *
 * @param path below {@code /api/v1}; its variables are components of the command
 * @param senders roles that may send it
 * @param correctors roles that may correct what it put on record
 * @param names component of the command that the body's {@code id} names, or that is made where it has none; null where
 *     the command begins nothing
 * @param facts what it puts on record, in order
 * @param location path below {@code /api/v1} of what it made or changed, with variables: components of the command or
 *     of its facts, and {@code position}, that of its first fact
 * @param words the JSON of a command of this kind from its facts, for what a correction leaves out
 * @param example a body, in JSON
 * @param takesRecords whether its body may hold further commands, which are recorded together with it or not at all
 */
public record CommandRoute<C extends Command>(
        String path,
        Set<ActorRole> senders,
        Set<ActorRole> correctors,
        Class<C> command,
        @Nullable String names,
        List<Class<? extends GovernanceFact>> facts,
        String location,
        Function<List<GovernanceFact>, Object> words,
        String summary,
        String example,
        boolean takesRecords) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public CommandRoute {
        senders = withMigrator(senders);
        correctors = withMigrator(correctors);
    }

    /** A command whose body holds no others. */
    public CommandRoute(
            String path,
            Set<ActorRole> senders,
            Set<ActorRole> correctors,
            Class<C> command,
            @Nullable String names,
            List<Class<? extends GovernanceFact>> facts,
            String location,
            Function<List<GovernanceFact>, Object> words,
            String summary,
            String example) {
        this(path, senders, correctors, command, names, facts, location, words, summary, example, false);
    }

    private static Set<ActorRole> withMigrator(Set<ActorRole> roles) {
        Set<ActorRole> all = EnumSet.of(ActorRole.MIGRATOR);
        all.addAll(roles);
        return Collections.unmodifiableSet(all);
    }

    /** A command that begins something under an id of its own, which its location ends with. */
    public static <C extends Command> CommandRoute<C> beginning(
            String path,
            Set<ActorRole> senders,
            String names,
            Class<C> command,
            Class<? extends GovernanceFact> fact,
            String summary,
            String example) {
        return new CommandRoute<>(
                path,
                senders,
                senders,
                command,
                names,
                List.of(fact),
                "%s/{%s}".formatted(path, names),
                List::getFirst,
                summary,
                example);
    }

    /** A command on what is there: its location is what its path names before the last part. */
    public static <C extends Command> CommandRoute<C> changing(
            String path,
            Set<ActorRole> senders,
            Class<C> command,
            Class<? extends GovernanceFact> fact,
            String summary,
            String example) {
        String changed = path.substring(0, path.lastIndexOf('/'));
        return new CommandRoute<>(
                path, senders, senders, command, null, List.of(fact), changed, List::getFirst, summary, example);
    }

    /** The same with another location. */
    public CommandRoute<C> at(String other) {
        return new CommandRoute<>(
                path, senders, correctors, command, names, facts, other, words, summary, example, takesRecords);
    }

    /** The same, of which these roles correct what was put on record, besides its senders. */
    public CommandRoute<C> correctedBy(ActorRole... others) {
        Set<ActorRole> all = EnumSet.copyOf(senders);
        all.addAll(List.of(others));
        return new CommandRoute<>(
                path, senders, all, command, names, facts, location, words, summary, example, takesRecords);
    }

    /** The same, whose body may hold further commands. */
    public CommandRoute<C> withRecords() {
        return new CommandRoute<>(
                path, senders, correctors, command, names, facts, location, words, summary, example, true);
    }

    /** The components that come from the path. */
    public List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** Whether it opens an entity. */
    public boolean opens() {
        return path.indexOf('{') < 0;
    }

    /** The component that is the id of the entity to which it is addressed. */
    public String entity() {
        int variable = path.indexOf('{');
        return variable < 0 ? String.valueOf(names) : path.substring(variable + 1, path.indexOf('}', variable));
    }

    /** The location with its variables filled in; it ends before the first one that is not known. */
    public String locate(Map<String, String> known) {
        StringBuilder filled = new StringBuilder();
        for (String part : location.substring(1).split("/", -1)) {
            Matcher variables = VARIABLE.matcher(part);
            if (variables.results().anyMatch(found -> !known.containsKey(found.group(1)))) break;
            filled.append('/')
                    .append(VARIABLE.matcher(part)
                            .replaceAll(found -> Matcher.quoteReplacement(known.get(found.group(1)))));
        }
        return filled.toString();
    }
}

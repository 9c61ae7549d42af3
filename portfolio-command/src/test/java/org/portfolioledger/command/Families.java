package org.portfolioledger.command;

import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every family, found as the application finds them. */
public final class Families {

    public static final List<Family<?, ?, ?>> ALL = found();

    /** Decides any command. */
    public static final Decider DECIDER = new Decider(ALL);

    private Families() {}

    /** The family that decides a stream. */
    public static Family<?, ?, ?> ofStream(String stream) {
        Kind<?, ?> kind = Kinds.ofStream(stream).orElseThrow();
        return ALL.stream()
                .filter(family -> family.kind().name().equals(kind.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Every route of the catalogue. */
    public static Stream<CommandRoute<?>> routes() {
        return ALL.stream().flatMap(family -> family.routes().stream());
    }

    /** The command that gives a fact, with the same words. */
    public static Command asking(GovernanceFact fact) {
        CommandRoute<?> route = routes().filter(line -> line.facts().equals(List.of(fact.getClass())))
                .findFirst()
                .orElseThrow();
        return Shape.as(route.command(), (Record) fact);
    }

    /** The stream to which a command is addressed. */
    public static String addressed(Command command) {
        for (Family<?, ?, ?> family : ALL)
            for (CommandRoute<?> route : family.routes())
                if (route.command().isInstance(command))
                    return family.kind().stream(String.valueOf(Shape.value(command, route.entity())));
        throw new AssertionError("no route takes " + command);
    }

    private static List<Family<?, ?, ?>> found() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Family.class));
        return scan.findCandidateComponents("org.portfolioledger.command").stream()
                .map(definition -> ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null))
                .filter(type -> !type.getSimpleName().equals("PublishesItself"))
                .<Family<?, ?, ?>>map(type -> (Family<?, ?, ?>) BeanUtils.instantiateClass(type))
                .toList();
    }
}

package org.portfolioledger.command;

import java.util.List;
import org.portfolioledger.command.web.Post;
import org.portfolioledger.command.web.Posts;
import org.portfolioledger.events.PortfolioEvent;

/**
 * One family with its rules and its catalogue.
 *
 * @param judge decides its commands
 */
public record Families(Rules<?, ?, ?> rules, Judge<?, ?, ?> judge, Posts posts) {

    /** Every family there is: a new one adds one line here. */
    public static final List<Families> ALL = List.of(
            family("register.Register", "register.RegisterEndpoint"),
            family("portfolio.Portfolio", "portfolio.PortfolioEndpoint"),
            family("initiative.Initiative", "initiative.InitiativeEndpoint"),
            family("appointment.Appointments", "appointment.AppointmentEndpoint"),
            family("rag.Ratings", "rag.RatingEndpoint"),
            family("board.Board", "board.BoardEndpoint"),
            family("businesscase.BusinessCase", "businesscase.BusinessCaseEndpoint"),
            family("dependency.Dependency", "dependency.DependencyEndpoint"));

    /** The family that decides a stream. */
    public static Families ofStream(String stream) {
        String kind = stream.substring(0, stream.indexOf('-'));
        return ALL.stream()
                .filter(family -> family.rules.kind().name().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** The command that gives a fact, with the same words. */
    public static Command asking(PortfolioEvent fact) {
        Post<?> post = ALL.stream()
                .flatMap(family -> family.posts.posts().stream())
                .filter(line -> line.fact().equals(fact.getClass()))
                .findFirst()
                .orElseThrow();
        return Shape.as(post.command(), (Record) fact);
    }

    private static Families family(String rules, String endpoint) {
        Rules<?, ?, ?> made = make(Rules.class, rules);
        return new Families(made, new Judge<>(made), make(Posts.class, endpoint));
    }

    private static <T> T make(Class<T> type, String name) {
        try {
            var constructor =
                    Class.forName("org.portfolioledger.command." + name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance());
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError(fault.toString(), fault);
        }
    }
}

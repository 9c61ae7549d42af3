package org.portfolioledger.command;

import java.util.List;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kinds;

/**
 * One family with its rules and its catalogue.
 *
 * @param judge decides its commands
 */
public record Families(Rules<?, ?, ?> rules, Decider<?, ?, ?> judge, FamilyRoutes posts) {

    /** Every family there is: a new one adds one line here. */
    public static final List<Families> ALL = List.of(
            family("register.Register", "register.RegisterEndpoint"),
            family("portfolio.Portfolio", "portfolio.PortfolioEndpoint"),
            family("initiative.Initiative", "initiative.InitiativeEndpoint"),
            family("appointment.Appointments", "appointment.AppointmentEndpoint"),
            family("rag.Rag", "rag.RagEndpoint"),
            family("board.Board", "board.BoardEndpoint"),
            family("businesscase.BusinessCase", "businesscase.BusinessCaseEndpoint"),
            family("dependency.Dependency", "dependency.DependencyEndpoint"));

    /** The family that decides a stream. */
    public static Families ofStream(String stream) {
        String kind = Kinds.ofStream(stream).orElseThrow().name();
        return ALL.stream()
                .filter(family -> family.rules.kind().name().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** The command that gives a fact, with the same words. */
    public static Command asking(GovernanceFact fact) {
        CommandRoute<?> post = ALL.stream()
                .flatMap(family -> family.posts.posts().stream())
                .filter(line -> line.fact().equals(fact.getClass()))
                .findFirst()
                .orElseThrow();
        return Shape.as(post.command(), (Record) fact);
    }

    private static Families family(String rules, String endpoint) {
        Rules<?, ?, ?> made = make(Rules.class, rules);
        return new Families(made, new Decider<>(made), make(FamilyRoutes.class, endpoint));
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

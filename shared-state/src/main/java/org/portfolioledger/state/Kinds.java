package org.portfolioledger.state;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RegisterFact;

/** Every kind of entity there is: a new family adds one line here. */
public final class Kinds {

    public static final Kind<RegisterFact, RegisterState> REGISTER =
            new Kind<>("register", RegisterFact.class, RegisterState.class, RegisterState::evolve, 1);

    public static final Kind<PortfolioFact, PortfolioState> PORTFOLIO =
            new Kind<>("portfolio", PortfolioFact.class, PortfolioState.class, PortfolioState::evolve, 1);

    public static final Kind<InitiativeFact, InitiativeState> INITIATIVE =
            new Kind<>("initiative", InitiativeFact.class, InitiativeState.class, InitiativeState::evolve, 2);

    public static final Kind<AppointmentFact, AppointmentsState> APPOINTMENTS =
            new Kind<>("appointments", AppointmentFact.class, AppointmentsState.class, AppointmentsState::evolve, 3);

    public static final Kind<RagFact, RagState> RAG =
            new Kind<>("rag", RagFact.class, RagState.class, RagState::evolve, 2);

    public static final Kind<BoardFact, BoardState> BOARD =
            new Kind<>("board", BoardFact.class, BoardState.class, BoardState::evolve, 2);

    public static final Kind<BusinessCaseFact, BusinessCaseState> BUSINESS_CASE =
            new Kind<>("business-case", BusinessCaseFact.class, BusinessCaseState.class, BusinessCaseState::evolve, 2);

    public static final Kind<DependencyFact, DependencyState> DEPENDENCY =
            new Kind<>("dependency", DependencyFact.class, DependencyState.class, DependencyState::evolve, 2);

    public static final List<Kind<?, ?>> ALL =
            List.of(REGISTER, PORTFOLIO, INITIATIVE, APPOINTMENTS, RAG, BOARD, BUSINESS_CASE, DEPENDENCY);

    private Kinds() {}

    /**
     * The kind of a name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Kind<?, ?> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    /** The kind of entity whose stream this is. */
    public static Optional<Kind<?, ?>> ofStream(String stream) {
        return ALL.stream().filter(kind -> stream.startsWith(kind.stream(""))).findFirst();
    }
}

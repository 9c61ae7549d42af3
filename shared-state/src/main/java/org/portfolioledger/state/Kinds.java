package org.portfolioledger.state;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.RatingFact;
import org.portfolioledger.events.RegisterFact;

/** Every kind of entity there is: a new family adds one line here. */
public final class Kinds {

    public static final Kind<RegisterFact, RegisterState> REGISTER =
            new Kind<>("register", RegisterFact.class, RegisterState::evolve);

    public static final Kind<PortfolioFact, PortfolioState> PORTFOLIO =
            new Kind<>("portfolio", PortfolioFact.class, PortfolioState::evolve);

    public static final Kind<InitiativeFact, InitiativeState> INITIATIVE =
            new Kind<>("initiative", InitiativeFact.class, InitiativeState::evolve);

    public static final Kind<AppointmentFact, AppointmentsState> APPOINTMENTS =
            new Kind<>("appointments", AppointmentFact.class, AppointmentsState::evolve);

    public static final Kind<RatingFact, RatingsState> RATINGS =
            new Kind<>("ratings", RatingFact.class, RatingsState::evolve);

    public static final Kind<BoardFact, BoardState> BOARD = new Kind<>("board", BoardFact.class, BoardState::evolve);

    public static final Kind<BusinessCaseFact, BusinessCaseState> BUSINESS_CASE =
            new Kind<>("businesscase", BusinessCaseFact.class, BusinessCaseState::evolve);

    public static final Kind<DependencyFact, DependencyState> DEPENDENCY =
            new Kind<>("dependency", DependencyFact.class, DependencyState::evolve);

    public static final List<Kind<?, ?>> ALL =
            List.of(REGISTER, PORTFOLIO, INITIATIVE, APPOINTMENTS, RATINGS, BOARD, BUSINESS_CASE, DEPENDENCY);

    private Kinds() {}

    /** The kind of entity whose stream this is. */
    public static Optional<Kind<?, ?>> ofStream(String stream) {
        String prefix = stream.substring(0, Math.max(0, stream.indexOf('-')));
        return ALL.stream().filter(kind -> kind.name().equals(prefix)).findFirst();
    }
}

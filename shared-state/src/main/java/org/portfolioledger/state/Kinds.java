package org.portfolioledger.state;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.events.ActionFact;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.ReviewFact;

/** Every kind of entity there is: a new family adds one line here. */
public final class Kinds {

    public static final Kind<RegisterFact, RegisterState> REGISTER = Kind.of(
            "register",
            RegisterFact.class,
            RegisterState.class,
            RegisterFact.RegisterOpened.class,
            RegisterState::opened,
            RegisterState::evolve,
            1);

    public static final Kind<PortfolioFact, PortfolioState> PORTFOLIO = Kind.of(
            "portfolio",
            PortfolioFact.class,
            PortfolioState.class,
            PortfolioFact.PortfolioOpened.class,
            PortfolioState::opened,
            PortfolioState::evolve,
            1);

    public static final Kind<InitiativeFact, InitiativeState> INITIATIVE = Kind.of(
            "initiative",
            InitiativeFact.class,
            InitiativeState.class,
            InitiativeFact.InitiativeOpened.class,
            InitiativeState::opened,
            InitiativeState::evolve,
            3);

    public static final Kind<AppointmentFact, AppointmentsState> APPOINTMENTS = Kind.of(
                    "appointments",
                    AppointmentFact.class,
                    AppointmentsState.class,
                    AppointmentFact.RoleAppointed.class,
                    AppointmentsState::appointed,
                    AppointmentsState::evolve,
                    3)
            .called("appointments of initiative");

    public static final Kind<RagFact, RagState> RAG = Kind.of(
                    "rag",
                    RagFact.class,
                    RagState.class,
                    RagFact.RagAssessed.class,
                    RagState::assessed,
                    RagState::evolve,
                    2)
            .called("ratings of initiative");

    public static final Kind<BoardFact, BoardState> BOARD = Kind.of(
            "board",
            BoardFact.class,
            BoardState.class,
            BoardFact.BoardEstablished.class,
            BoardState::established,
            BoardState::evolve,
            3);

    public static final Kind<BusinessCaseFact, BusinessCaseState> BUSINESS_CASE = Kind.of(
            "business-case",
            BusinessCaseFact.class,
            BusinessCaseState.class,
            BusinessCaseFact.BusinessCaseOpened.class,
            BusinessCaseState::opened,
            BusinessCaseState::evolve,
            2);

    public static final Kind<DependencyFact, DependencyState> DEPENDENCY = Kind.of(
            "dependency",
            DependencyFact.class,
            DependencyState.class,
            DependencyFact.DependencyProposed.class,
            DependencyState::proposed,
            DependencyState::evolve,
            2);

    public static final Kind<DocumentFact, DocumentState> DOCUMENT = Kind.of(
            "document",
            DocumentFact.class,
            DocumentState.class,
            DocumentFact.DocumentRegistered.class,
            DocumentState::registered,
            DocumentState::evolve,
            1);

    public static final Kind<ActionFact, ActionState> ACTION = Kind.of(
            "action",
            ActionFact.class,
            ActionState.class,
            ActionFact.ActionOpened.class,
            ActionState::opened,
            ActionState::evolve,
            1);

    public static final Kind<ReviewFact, ReviewState> REVIEW = Kind.of(
            "review",
            ReviewFact.class,
            ReviewState.class,
            ReviewFact.ReviewOpened.class,
            ReviewState::opened,
            ReviewState::evolve,
            1);

    public static final List<Kind<?, ?>> ALL = List.of(
            REGISTER,
            PORTFOLIO,
            INITIATIVE,
            APPOINTMENTS,
            RAG,
            BOARD,
            BUSINESS_CASE,
            DEPENDENCY,
            DOCUMENT,
            ACTION,
            REVIEW);

    private Kinds() {}

    /**
     * The kind of a name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Kind<?, ?> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    /** The entity whose stream this is in words, as {@code business case BC-1}. */
    public static String words(String stream) {
        return ofStream(stream).map(kind -> kind.words(kind.idIn(stream))).orElse(stream);
    }

    /** The kind of entity whose stream this is. */
    public static Optional<Kind<?, ?>> ofStream(String stream) {
        return ALL.stream().filter(kind -> stream.startsWith(kind.stream(""))).findFirst();
    }
}

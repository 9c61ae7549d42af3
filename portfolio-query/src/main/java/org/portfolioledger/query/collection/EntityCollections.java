package org.portfolioledger.query.collection;

import java.util.Map;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Choice;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadParameters.Named;
import org.portfolioledger.query.answer.ReadParameters.Stated;
import org.portfolioledger.state.ActionState;
import org.portfolioledger.state.ActionState.ActionStatus;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.vocabulary.Marking;

/** The kinds that are read as a list and its items: a new family adds one entry here, and needs no class for them. */
final class EntityCollections {

    private static final String OWNED =
            "exists (select from jsonb_array_elements_text(r.state #> '{owners,value}') o where lower(o) = lower(:owner))";
    private static final String OWNS = "r.kind = 'portfolio' and exists"
            + " (select from jsonb_object_keys(r.state -> 'businessGroups') g where lower(g) = lower(:owner))"
            + " or r.kind = 'initiative' and "
            + OWNED;
    private static final String CALLED = "exists (select from jsonb_each(r.state -> 'aliases') a"
            + " where lower(a.value #>> '{value}') = lower(:alias))";
    private static final String IS_CALLED = "r.kind = 'initiative' and " + CALLED;
    private static final String ON_LEVEL = "r.state #>> '{level,value}' = :level collate query.alike";

    private static final String REFERS_TO_INITIATIVE = "r.refs @> array['initiative-' || :initiative]";
    private static final String OWNS_ACTION = "lower(:owner) in"
            + " (lower(r.state #>> '{owner,value,person}'), lower(r.state #>> '{owner,value,post}'))";
    private static final String HAS_HASH = "exists (select from jsonb_each(r.state -> 'versions') v"
            + " where v.value #>> '{value,sha256}' = lower(:sha256))";

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    static final EntityCollection<RegisterState> REGISTERS = new EntityCollection<>(Kinds.REGISTER, "registers");

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            sorts = {"since", "name"})
    static final EntityCollection<PortfolioState> PORTFOLIOS = new EntityCollection<>(Kinds.PORTFOLIO, "portfolios");

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "portfolio"},
            named = @Named(filter = "parent", kind = "initiative"),
            stated = {@Stated(filter = "owner", condition = OWNS), @Stated(filter = "alias", condition = IS_CALLED)},
            texts = "name",
            choices = @Choice(filter = "level", of = InitiativeLevel.class),
            sorts = {"since", "name", "level"})
    static final EntityCollection<InitiativeState> INITIATIVES = new EntityCollection<>(
            Kinds.INITIATIVE,
            "initiatives",
            Map.of(
                    "owner",
                    OWNED,
                    "alias",
                    CALLED,
                    "name",
                    "strpos(r.state #>> '{name,value}', :name collate query.alike) > 0"));

    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "parent", kind = "board"),
            stated = @Stated(filter = "level", condition = "r.kind = 'board' and " + ON_LEVEL),
            sorts = {"since", "name", "level"})
    static final EntityCollection<BoardState> BOARDS =
            new EntityCollection<>(Kinds.BOARD, "boards", Map.of("level", ON_LEVEL));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = @Choice(filter = "stage", of = CaseStage.class),
            sorts = {"since", "title", "stage"})
    static final EntityCollection<BusinessCaseState> BUSINESS_CASES =
            new EntityCollection<>(Kinds.BUSINESS_CASE, "business-cases");

    /** An initiative is found as giver and as receiver. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            choices = {
                @Choice(filter = "type", of = DependencyType.class),
                @Choice(filter = "status", of = DependencyStatus.class)
            },
            sorts = {"since", "status", "importance"})
    static final EntityCollection<DependencyState> DEPENDENCIES =
            new EntityCollection<>(Kinds.DEPENDENCY, "dependencies", Map.of("initiative", REFERS_TO_INITIATIVE));

    /** A document is found by the hash of any of its versions. */
    @ReadParameters(
            value = Form.LIST,
            filters = "register",
            named = @Named(filter = "replacedBy", kind = "document"),
            stated = @Stated(filter = "sha256", condition = "r.kind = 'document' and " + HAS_HASH),
            choices = {
                @Choice(filter = "kind", of = DocumentKind.class),
                @Choice(filter = "marking", of = Marking.class),
                @Choice(filter = "publication", of = Publication.class)
            },
            sorts = {"since", "title", "reviewBy"})
    static final EntityCollection<DocumentState> DOCUMENTS = new EntityCollection<>(
            Kinds.DOCUMENT,
            "documents",
            Map.of(
                    "replacedBy",
                    "r.state #>> '{closure,value,by}' = :replacedBy",
                    "sha256",
                    HAS_HASH,
                    "publication",
                    "r.state #>> '{publication,value,decision}' = :publication"));

    /** An action is found by the person or the post that owns it. */
    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative"},
            stated = @Stated(filter = "owner", condition = "r.kind = 'action' and " + OWNS_ACTION),
            choices = @Choice(filter = "status", of = ActionStatus.class),
            sorts = {"since", "dueOn", "status"})
    static final EntityCollection<ActionState> ACTIONS = new EntityCollection<>(
            Kinds.ACTION, "actions", Map.of("owner", OWNS_ACTION, "initiative", REFERS_TO_INITIATIVE));

    @ReadParameters(
            value = Form.LIST,
            filters = {"register", "initiative", "portfolio"},
            choices = @Choice(filter = "kind", of = ReviewKind.class),
            sorts = {"since", "kind", "plannedFor"})
    static final EntityCollection<ReviewState> REVIEWS = new EntityCollection<>(
            Kinds.REVIEW,
            "reviews",
            Map.of("initiative", REFERS_TO_INITIATIVE, "portfolio", "r.refs @> array['portfolio-' || :portfolio]"));

    private EntityCollections() {}
}

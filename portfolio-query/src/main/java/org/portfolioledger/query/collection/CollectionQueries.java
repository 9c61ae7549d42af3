package org.portfolioledger.query.collection;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.Belongings;
import org.portfolioledger.query.answer.DescribedRead;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.FactHistory;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JavaType;

/** The list of a kind, its items, and their histories. */
@ResponseBody
final class CollectionQueries<S, L extends Record, I extends Record> implements DescribedRead {

    private final EntityCollection<S> collection;
    private final ReadParameters asks;
    private final EntityViews<S, L, I> views;
    private final JavaType shownInList;
    private final JavaType shownAlone;
    private final @Nullable Belongings belongings;
    private final FactHistory history;
    private final Responses responses;

    /**
     * The reads of a collection.
     *
     * @param asks by what its list is filtered and sorted
     * @param shownInList the type of an element of the list
     * @param shownAlone the type of an item
     * @param belongings what belongs to an item; null: nothing does
     */
    CollectionQueries(
            EntityCollection<S> collection,
            ReadParameters asks,
            EntityViews<S, L, I> views,
            JavaType shownInList,
            JavaType shownAlone,
            @Nullable Belongings belongings,
            FactHistory history,
            Responses responses) {
        this.collection = collection;
        this.asks = asks;
        this.views = views;
        this.shownInList = shownInList;
        this.shownAlone = shownAlone;
        this.belongings = belongings;
        this.history = history;
        this.responses = responses;
    }

    Answer<PageView<L>> list(ReadRequest request) {
        TimePoint point = responses.point(request);
        return responses.rows(
                request, point, collection.kind(), collection.conditions(), states -> views.list(point, states));
    }

    @ReadParameters(Form.ITEM)
    Answer<I> item(@Parameter(hidden = true) @PathVariable Map<String, String> path, ReadRequest request) {
        String id = id(path);
        Kind<?, S> kind = collection.kind();
        TimePoint point = responses.point(request, kind, id);
        return responses.item(request, point, kind, id, views);
    }

    @ReadParameters(Form.HISTORY)
    Answer<PageView<FactHistory.Entry>> history(
            @Parameter(hidden = true) @PathVariable Map<String, String> path, ReadRequest request) {
        String id = id(path);
        TimePoint point = responses.point(request, collection.kind(), id);
        List<String> own = List.of(collection.kind().stream(id));
        return responses.answer(request, point, null, history.page(request, point, own, _ -> true));
    }

    /** The history of an item to which others belong. */
    @ReadParameters(value = Form.HISTORY, texts = "kind")
    Answer<PageView<FactHistory.Entry>> wholeHistory(
            @Parameter(hidden = true) @PathVariable Map<String, String> path, ReadRequest request) {
        Belongings all = Objects.requireNonNull(belongings);
        String id = id(path);
        TimePoint point = responses.point(request, collection.kind(), id);
        Optional<String> kind =
                request.word("kind", all.kinds().stream().map(Kind::name).toList());
        Belongings.About about = all.about(point, id);
        List<String> streams = about.streams().stream()
                .filter(stream -> kind.isEmpty() || Kinds.ofStream(stream).equals(kind.map(Kinds::named)))
                .toList();
        return responses.answer(request, point, null, history.page(request, point, streams, about.shown()));
    }

    private String id(Map<String, String> path) {
        return Objects.requireNonNull(path.get(collection.variable()));
    }

    @Override
    public ReadParameters parameters(Method method) {
        ReadParameters own = method.getAnnotation(ReadParameters.class);
        return own == null ? asks : own;
    }

    @Override
    public Type view(Method method) {
        return switch (method.getName()) {
            case "list" -> TypeSchemas.generic(PageView.class, shownInList);
            case "item" -> shownAlone;
            default -> TypeSchemas.generic(PageView.class, TypeSchemas.type(FactHistory.Entry.class));
        };
    }

    @Override
    public String summary(Method method) {
        return switch (method.getName()) {
            case "list" -> "List " + collection.many();
            case "item" -> "Get one " + collection.one();
            case "history" ->
                "List the facts about one %s, with the difference that each made".formatted(collection.one());
            default ->
                "List the facts about one %s and about what belongs to it, each with its kind and the difference that it made"
                        .formatted(collection.one());
        };
    }

    @Override
    public List<String> variables(Method method) {
        return method.getName().equals("list") ? List.of() : List.of(collection.variable());
    }
}

package org.portfolioledger.query.collection;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.DescribedRead;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.PageView;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.state.Kind;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JavaType;

/** The list of a kind, and its items. */
@ResponseBody
final class CollectionQueries<S, L extends Record, I extends Record> implements DescribedRead {

    private final EntityCollection<S> collection;
    private final ReadParameters asks;
    private final EntityViews<S, L, I> views;
    private final JavaType shownInList;
    private final JavaType shownAlone;
    private final Responses responses;

    /**
     * The reads of a collection.
     *
     * @param asks by what its list is filtered and sorted
     * @param shownInList the type of an element of the list
     * @param shownAlone the type of an item
     */
    CollectionQueries(
            EntityCollection<S> collection,
            ReadParameters asks,
            EntityViews<S, L, I> views,
            JavaType shownInList,
            JavaType shownAlone,
            Responses responses) {
        this.collection = collection;
        this.asks = asks;
        this.views = views;
        this.shownInList = shownInList;
        this.shownAlone = shownAlone;
        this.responses = responses;
    }

    Answer<PageView<L>> list(ReadRequest request) {
        TimePoint point = responses.point(request);
        return responses.rows(
                request, point, collection.kind(), collection.conditions(), states -> views.list(point, states));
    }

    @ReadParameters(Form.ITEM)
    Answer<I> item(@Parameter(hidden = true) @PathVariable Map<String, String> path, ReadRequest request) {
        String id = Objects.requireNonNull(path.get(collection.variable()));
        Kind<?, S> kind = collection.kind();
        TimePoint point = responses.point(request, kind, id);
        return responses.item(request, point, kind, id, views);
    }

    @Override
    public ReadParameters parameters(Method method) {
        ReadParameters own = method.getAnnotation(ReadParameters.class);
        return own == null ? asks : own;
    }

    @Override
    public Type view(Method method) {
        return isList(method) ? TypeSchemas.generic(PageView.class, shownInList) : shownAlone;
    }

    @Override
    public String summary(Method method) {
        return isList(method) ? "List " + collection.many() : "Get one " + collection.one();
    }

    @Override
    public List<String> variables(Method method) {
        return isList(method) ? List.of() : List.of(collection.variable());
    }

    private static boolean isList(Method method) {
        return !method.isAnnotationPresent(ReadParameters.class);
    }
}

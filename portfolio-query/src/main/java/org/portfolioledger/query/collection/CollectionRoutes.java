package org.portfolioledger.query.collection;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Belongings;
import org.portfolioledger.query.answer.EntityView;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.FactHistory;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Viewpoint;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JavaType;

/** Serves every collection at its path. */
@Component
final class CollectionRoutes {

    static {
        SpringDocUtils.getConfig().addRestControllers(CollectionQueries.class);
    }

    private final RequestMappingHandlerMapping mapping;
    private final List<EntityViews<?, ?, ?>> views;
    private final List<Belongings> belongings;
    private final FactHistory history;
    private final Responses responses;
    private final Rows rows;

    CollectionRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<EntityViews<?, ?, ?>> views,
            List<Belongings> belongings,
            FactHistory history,
            Responses responses,
            Rows rows) {
        this.rows = rows;
        this.mapping = mapping;
        this.views = List.copyOf(views);
        this.belongings = List.copyOf(belongings);
        this.history = history;
        this.responses = responses;
        for (Field field : EntityCollections.class.getDeclaredFields()) {
            ReadParameters asks = field.getAnnotation(ReadParameters.class);
            if (asks != null) serve(collection(field), asks);
        }
    }

    private static EntityCollection<?> collection(Field field) {
        try {
            return (EntityCollection<?>) field.get(null);
        } catch (IllegalAccessException fault) {
            throw new LinkageError(fault.toString(), fault);
        }
    }

    private <S> void serve(EntityCollection<S> collection, ReadParameters asks) {
        EntityViews<S, ?, ?> shown = viewsOf(collection.kind());
        CollectionQueries<S, ?, ?> queries = queries(collection, asks, shown);
        String path = "/api/v1/" + collection.path();
        String item = path + "/{" + collection.variable() + "}";
        boolean hasBelongings = belongingsOf(collection.kind()) != null;
        for (Method method : CollectionQueries.class.getDeclaredMethods()) {
            switch (method.getName()) {
                case "list" -> serve(path, queries, method);
                case "item" -> serve(item, queries, method);
                case "history" -> {
                    if (!hasBelongings) serve(item + "/history", queries, method);
                }
                case "wholeHistory" -> {
                    if (hasBelongings) serve(item + "/history", queries, method);
                }
                default -> {}
            }
        }
    }

    private void serve(String path, CollectionQueries<?, ?, ?> queries, Method method) {
        RequestMappingInfo get = RequestMappingInfo.paths(path)
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(get, queries, method);
    }

    private <S, L extends Record, I extends Record> CollectionQueries<S, L, I> queries(
            EntityCollection<S> collection, ReadParameters asks, EntityViews<S, L, I> shown) {
        JavaType state = TypeSchemas.type(collection.kind().state());
        List<JavaType> types = TypeSchemas.arguments(shown.getClass(), EntityViews.class, state);
        return new CollectionQueries<>(
                collection,
                asks,
                shown,
                types.get(1),
                types.get(2),
                belongingsOf(collection.kind()),
                history,
                responses);
    }

    private @Nullable Belongings belongingsOf(Kind<?, ?> kind) {
        return belongings.stream()
                .filter(some -> some.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private <S> EntityViews<S, ?, ?> viewsOf(Kind<?, S> kind) {
        return views.stream()
                .filter(some -> some.kind().equals(kind))
                .<EntityViews<S, ?, ?>>map(some -> (EntityViews<S, ?, ?>) some)
                .findFirst()
                .orElseGet(() -> new PlainViews<>(kind, rows));
    }

    /** Entities of whose own state the alerts come. */
    private record PlainViews<S>(Kind<?, S> kind, Rows rows) implements EntityViews<S, EntityView<S>, EntityView<S>> {

        @Override
        public boolean areFedByOthers() {
            return false;
        }

        @Override
        public Viewed<List<EntityView<S>>> list(TimePoint point, List<S> states) {
            Viewpoint seen = rows.viewpoint(point, states);
            return new Viewed<>(
                    states.stream().map(state -> EntityView.of(state, seen)).toList(), seen);
        }

        @Override
        public Viewed<EntityView<S>> item(TimePoint point, S state) {
            Viewpoint seen = rows.viewpoint(point, List.of(state));
            return new Viewed<>(EntityView.of(state, seen), seen);
        }
    }
}

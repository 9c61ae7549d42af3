package org.portfolioledger.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records by the names of their components: one that differs in one component, or one of another type. */
public final class Shape {

    private Shape() {}

    /** The same record but for one component. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, String component, @Nullable Object value) {
        if (!names(record.getClass()).contains(component))
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component);
        return (R) make(record.getClass(), name -> name.equals(component) ? value : value(record, name));
    }

    /** A record of another type whose components are those of the same name. */
    public static <R> R as(Class<R> type, Record record) {
        return make(type, name -> value(record, name));
    }

    /** Names of the components, in order. */
    public static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** What a record says in a component. */
    public static @Nullable Object value(Object record, String component) {
        try {
            var accessor = record.getClass().getMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError(fault.toString(), fault);
        }
    }

    private static <R> R make(Class<R> type, Function<String, @Nullable Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) arguments[i] = values.apply(components[i].getName());
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError(fault.toString(), fault);
        }
    }
}

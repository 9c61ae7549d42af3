package org.portfolioledger.command.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.PositionOf;

/**
 * A component of a record, found out once.
 *
 * @param optional whether it may be null
 * @param idOf kind of entity of which it is the id, or are the ids; null if it is none
 * @param position whether it is the position of a fact
 */
record RecordPart(
        String name, Type type, boolean optional, @Nullable String idOf, boolean position, Method accessor) {

    private static final ClassValue<List<RecordPart>> PARTS = new ClassValue<>() {
        @Override
        protected List<RecordPart> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .map(RecordPart::of)
                    .toList();
        }
    };

    private static RecordPart of(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        IdOf id = component.getAnnotation(IdOf.class);
        return new RecordPart(
                component.getName(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                id == null ? null : id.value(),
                component.isAnnotationPresent(PositionOf.class),
                accessor);
    }

    /** The components of a record class, in their order. */
    static List<RecordPart> of(Class<?> record) {
        return PARTS.get(record);
    }

    @Nullable
    Object in(Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

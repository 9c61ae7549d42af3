package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks typed values: records, maps and lists. Only types give structure: a text that a client sent is a leaf, and a key
 * that a client chose is only a key, whatever they are called.
 */
public final class Structure {

    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            List<Member> members = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) members.add(Member.of(component));
            return List.copyOf(members);
        }
    };

    private Structure() {}

    /** A component of a record, under the name that it has in JSON. */
    private record Member(String name, Method accessor) {

        static Member of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            JsonProperty named = accessor.getAnnotation(JsonProperty.class);
            return new Member(named == null ? component.getName() : named.value(), accessor);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException fault) {
                throw new LinkageError(fault.toString(), fault);
            }
        }
    }

    /** What a record holds, by the names that its components have in JSON; without what is null. */
    public static SequencedMap<String, Object> members(Record record) {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        for (Member member : MEMBERS.get(record.getClass())) {
            Object value = member.of(record);
            if (value != null) members.put(member.name(), value);
        }
        return members;
    }

    /** Looks at a value, then at everything in it. */
    public static void forEach(@Nullable Object value, Consumer<Object> look) {
        if (value == null) return;
        look.accept(value);
        switch (value) {
            case Record record -> {
                for (Member member : MEMBERS.get(record.getClass())) forEach(member.of(record), look);
            }
            case Map<?, ?> map -> {
                for (Object element : map.values()) forEach(element, look);
            }
            case Collection<?> elements -> {
                for (Object element : elements) forEach(element, look);
            }
            default -> {}
        }
    }

    /** The values in a value that rest on facts. */
    public static List<Grounded<?>> grounded(@Nullable Object value) {
        List<Grounded<?>> grounded = new ArrayList<>();
        forEach(value, part -> {
            if (part instanceof Grounded<?> one) grounded.add(one);
        });
        return grounded;
    }
}

package org.portfolioledger.serialization;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import org.jspecify.annotations.Nullable;

/** Describes types in the words of their Javadoc, which the compiler keeps beside their classes. */
public final class KeptJavadoc implements TypeSchemas.Words {

    /** Read and parsed once: a class is asked about for each of its components. */
    private static final ClassValue<ClassJavadoc> KEPT = new ClassValue<>() {
        @Override
        protected ClassJavadoc computeValue(Class<?> type) {
            return RuntimeJavadoc.getJavadoc(type);
        }
    };

    @Override
    public @Nullable String of(Class<?> type) {
        return text(KEPT.get(type).getComment());
    }

    @Override
    public @Nullable String of(Class<?> type, String component) {
        return KEPT.get(type).getRecordComponents().stream()
                .filter(described -> described.getName().equals(component))
                .findFirst()
                .map(ParamJavadoc::getComment)
                .map(KeptJavadoc::text)
                .orElse(null);
    }

    private static @Nullable String text(Comment comment) {
        StringBuilder text = new StringBuilder();
        comment.visit(new CommentVisitor() {
            @Override
            public void commentText(String words) {
                text.append(words.replaceAll("<[^>]*>", " "));
            }

            @Override
            public void inlineLink(Link link) {
                text.append(link.getLabel());
            }

            @Override
            public void inlineTag(String name, String value) {
                text.append(value);
            }

            @Override
            public void inlineValue(Value value) {
                text.append(value.getReferencedMemberName());
            }
        });
        String plain = text.toString().replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }
}

package org.portfolioledger.serialization;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of facts and their vocabulary, so that a schema says it in the same words. */
final class Words {

    private final Map<String, DocCommentTree> said = new HashMap<>();

    /** The words of all sources below a folder. */
    Words(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> read =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(read));
            for (CompilationUnitTree unit : task.parse()) hear(DocTrees.instance(task), unit);
        }
    }

    private void hear(DocTrees comments, CompilationUnitTree unit) {
        new TreePathScanner<Void, DocTrees>() {
            @Override
            public Void visitClass(ClassTree type, DocTrees comments) {
                DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
                if (comment != null) said.put(type.getSimpleName().toString(), comment);
                return super.visitClass(type, comments);
            }
        }.scan(unit, comments);
    }

    /** What is said of a type; null where nothing is. */
    @Nullable
    String of(Class<?> type) {
        DocCommentTree comment = said.get(type.getSimpleName());
        return comment == null ? null : text(comment.getFullBody());
    }

    /** What is said of a field of a record; null where nothing is. */
    @Nullable
    String of(Class<?> type, String field) {
        DocCommentTree comment = said.get(type.getSimpleName());
        if (comment == null) return null;
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param -> param.getName().getName().contentEquals(field))
                .map(param -> text(param.getDescription()))
                .findFirst()
                .orElse(null);
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case TextTree text -> text.getBody();
                    case LiteralTree literal -> literal.getBody().getBody();
                    default -> throw new IllegalArgumentException("a schema cannot say " + part);
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }
}

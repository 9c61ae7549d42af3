package org.portfolioledger.query.answer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.MarkedReads;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Viewpoint;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Paper;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes typed views as JSON. Grounds are shown by the type of a value alone, never by what members are called. */
final class ViewWriter {

    /** In place of the title of a paper whose marking the viewer may not read. */
    static final String WITHHELD = "WITHHELD";

    private static final String VIEWPOINT = Viewpoint.class.getName();
    private static final String SIGHT = Sight.class.getName();

    private final JsonMapper json;

    ViewWriter(JsonMapper json) {
        SimpleModule views = new SimpleModule()
                .addSerializer(Grounded.class, new GroundedSerializer())
                .addSerializer(Seen.class, new SeenSerializer())
                .addSerializer(Marking.class, new MarkingSerializer())
                .addSerializer(Paper.class, new PaperSerializer());
        this.json = json.rebuild().addModule(views).build();
    }

    /**
     * A view as JSON, in UTF-8.
     *
     * @param seen null: from every viewpoint the same
     * @param sight of the viewer
     */
    byte[] bytes(Object view, @Nullable Viewpoint seen, Sight sight) {
        return json.writer()
                .withAttribute(VIEWPOINT, seen)
                .withAttribute(SIGHT, sight)
                .writeValueAsBytes(view);
    }

    @SuppressWarnings("rawtypes")
    private static final class GroundedSerializer extends ValueSerializer<Grounded> {
        @Override
        public void serialize(Grounded grounded, JsonGenerator generator, SerializationContext context) {
            Viewpoint seen = (Viewpoint) context.getAttribute(VIEWPOINT);
            context.writeValue(generator, new Shown<>(grounded.value(), ShownGrounds.of(grounded, seen)));
        }
    }

    /** Whoever reads what is marked is recorded. */
    private static final class MarkingSerializer extends ValueSerializer<Marking> {
        @Override
        public void serialize(Marking marking, JsonGenerator generator, SerializationContext context) {
            MarkedReads.note(marking);
            generator.writeString(marking.name());
        }
    }

    /** A paper is known by its hash; what it is called is for those who may read its marking. */
    private static final class PaperSerializer extends ValueSerializer<Paper> {
        @Override
        public void serialize(Paper paper, JsonGenerator generator, SerializationContext context) {
            Sight sight = (Sight) Objects.requireNonNull(context.getAttribute(SIGHT));
            Marking marking = paper.marking();
            boolean readable = marking == null || sight.reads(marking);
            generator.writeStartObject(paper);
            generator.writeStringProperty("sha256", paper.sha256());
            generator.writeStringProperty("title", readable ? paper.title() : WITHHELD);
            if (marking != null) {
                if (readable) MarkedReads.note(marking);
                generator.writeStringProperty("marking", marking.name());
            }
            if (readable && paper.purpose() != null)
                generator.writeStringProperty("purpose", paper.purpose().name());
            generator.writeEndObject();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class SeenSerializer extends ValueSerializer<Seen> {
        @Override
        public void serialize(Seen seen, JsonGenerator generator, SerializationContext context) {
            Object before = context.getAttribute(VIEWPOINT);
            context.setAttribute(VIEWPOINT, seen.from());
            context.writeValue(generator, Objects.requireNonNull(seen.value()));
            context.setAttribute(VIEWPOINT, before);
        }
    }
}

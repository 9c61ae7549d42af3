package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;

/** A state that refers to other entities. */
public interface Referring {

    /** The entities to which it refers, each with the fact that refers to it. */
    List<Reference> references();

    /**
     * A reference to an entity.
     *
     * @param stream of the entity
     * @param fact position of the fact that refers to it
     * @param openOn day on which the entity must not have ended; null: it may have
     */
    record Reference(String stream, long fact, @Nullable LocalDate openOn) {

        static Reference to(Kind<?, ?> kind, String id, Grounded<?> stated) {
            return new Reference(kind.stream(id), stated.fact(), stated.since());
        }

        /** A reference to what may have ended before. */
        static Reference toFormer(Kind<?, ?> kind, String id, Grounded<?> stated) {
            return new Reference(kind.stream(id), stated.fact(), null);
        }

        /** The same, by the stream that is stated. */
        static Reference toFormer(Grounded<String> stream) {
            return new Reference(stream.value(), stream.fact(), null);
        }

        /** References to the documents among what is cited, which may have been replaced before. */
        static List<Reference> toCited(List<Citation> cited, Grounded<?> stated) {
            return cited.stream()
                    .flatMap(each -> Stream.ofNullable(each.document()))
                    .map(document -> toFormer(Kinds.DOCUMENT, document, stated))
                    .toList();
        }

        /** A list of one, or empty where there is nothing to refer to. */
        static List<Reference> toMaybe(Kind<?, ?> kind, @Nullable String id, Grounded<?> stated) {
            return id == null ? List.of() : List.of(to(kind, id, stated));
        }
    }
}

package org.portfolioledger.state;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.state.Referring.Reference;
import org.portfolioledger.vocabulary.FiguresSubject;

/** A state of something whose figures are those of an initiative, of a portfolio, or of a business group of a portfolio. */
public interface OfSubject {

    /** Whose figures they are. */
    Grounded<FiguresSubject> subject();

    /** The references to it, to which others may be added. */
    default List<Reference> toSubject() {
        List<Reference> references = new ArrayList<>();
        references.addAll(Reference.toMaybe(Kinds.INITIATIVE, subject().value().initiative(), subject()));
        references.addAll(Reference.toMaybe(Kinds.PORTFOLIO, subject().value().portfolio(), subject()));
        return references;
    }
}
